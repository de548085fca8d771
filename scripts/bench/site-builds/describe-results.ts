import { cpus, loadavg, totalmem } from 'node:os';
import { markdownTable } from '../markdown-table.ts';
import type { Cost } from '../measure-process.ts';
import { BODY_PAGES, FLOOR, HUGO, INDEX, OURS, PAGEFIND, ROWS, type ContenderName } from './contenders.ts';
import { describeProvince } from './describe-province.ts';
import { formatFigure, formatRange, growthExponent, kilobytes, median, pairedRatio } from '../figures.ts';
import type { Measured, Timings } from './measured.ts';

/** From this size on, start-up time hardly affects growth. */
const LARGE = 1000;

/** The content of `results.md`. @param where The file system of the builds. */
export function describeResults(results: readonly Measured[], rounds: number, where: string): string {
  return [
    '# What a build costs',
    'Written by `npm run bench -- --record`.',
    describeMachine(rounds, where),
    ...results.flatMap(describeSize),
    ...describeGrowth(results),
    ...describeReader(results),
    ...describeEdits(results),
    ...describeProvince(results),
  ].join('\n\n');
}

function describeMachine(rounds: number, where: string): string {
  const [load = 0] = loadavg();
  const processor = cpus()[0]?.model ?? 'unknown processor';
  return [
    `${cpus().length} × ${processor}, ${Math.round(totalmem() / 1e9)} GB, Node ${process.version}, built in ${where}.`,
    `Load average at the end of the run: ${load.toFixed(1)}. Median of ${rounds === 1 ? 'one round' : `${rounds} rounds (minimum-maximum)`}; ratios compare`,
    'wall time within a round. Memory is the peak of all processes together.',
  ].join('\n');
}

/** The costs at one size. */
export function describeSize({ size, output, costs, timings }: Measured): string[] {
  const rows = ROWS.flatMap((name) => {
    const own = costs.get(name);
    if (!own) return [];
    return [
      [
        name,
        formatRange(own.map(({ wallSeconds }) => wallSeconds)),
        formatRange(own.map(({ cpuSeconds }) => cpuSeconds)),
        median(own.map(({ peakMegabytes }) => peakMegabytes)),
        pagesPerSecond(name, own, size, output.pages),
        formatRatio(own, costs.get(HUGO)),
        formatRatio(own, costs.get(FLOOR)),
      ],
    ];
  });
  return [
    `## ${size} projects (${output.pages} pages)`,
    markdownTable(['', 'wall s', 'CPU s', 'peak MB', 'pages/s', 'to Hugo', 'to the floor'], rows),
    'Pages only: a run with `--shard 1/1`, which builds the pages of bodies and projects and their downloads, but no lists of\nyears and indicators, no search index and no check.',
    describePhases(timings),
    'The index and the check run in worker threads, so the sum of the phases is larger than the total.',
    ...describeIndex(costs),
  ];
}

/** Other generators build one page per project and one list. Empty if no complete site is built. */
function pagesPerSecond(name: ContenderName, own: readonly Cost[], size: number, pages: number): string {
  if (name === INDEX || name === PAGEFIND || name === BODY_PAGES) return '';
  const wall = median(own.map(({ wallSeconds }) => wallSeconds));
  return ((name.startsWith('Jixiao') ? pages : size + 1) / wall).toFixed(0);
}

function describePhases(timings: readonly Timings[]): string {
  const names = Object.keys(timings[0] ?? {}).filter((name) => name !== 'peakMegabytes');
  const figures = names.map((name) => formatFigure(median(timings.map((own) => own[name] ?? 0)) / 1000));
  return markdownTable([`${OURS}: phases, s`, ...names], [['', ...figures]]);
}

function describeIndex(costs: Measured['costs']): string[] {
  const own = costs.get(INDEX);
  if (!own || !costs.has(PAGEFIND)) return [];
  const memory = median(own.map(({ peakMegabytes }) => peakMegabytes));
  return [
    `Our search index alone takes ${formatRatio(own, costs.get(PAGEFIND))} the time of Pagefind's CLI, and ${memory} MB.`,
  ];
}

/** `0.83x`, `7.3x`, `122x`; empty if the other was not measured. */
function formatRatio(own: readonly Cost[], other: readonly Cost[] | undefined): string {
  const wall = (costs: readonly Cost[]) => costs.map(({ wallSeconds }) => wallSeconds);
  return other ? `${formatFigure(pairedRatio(wall(own), wall(other)))}x` : '';
}

/** Growth of our clean build between neighbouring sizes, and over all large sizes. */
export function describeGrowth(results: readonly Measured[]): string[] {
  if (results.length < 2) return [];
  const pairs = results.slice(1).map((_, index) => results.slice(index, index + 2));
  const large = results.filter(({ size }) => size >= LARGE);
  const rows = pairs.map((pair) => [pair.map(({ size }) => size).join(' to '), ...exponents(pair)]);
  if (large.length > 1) rows.push([`fitted over ${large.length} sizes from ${LARGE}`, ...exponents(large)]);
  return [
    '## Growth',
    'Each figure of our clean build as a power of the number of projects: the exponent. 1 is proportional.',
    markdownTable(['projects', 'wall', 'CPU', 'memory'], rows),
  ];
}

function exponents(results: readonly Measured[]): string[] {
  return (['wallSeconds', 'cpuSeconds', 'peakMegabytes'] as const).map((figure) => {
    const points = results.map(({ size, costs }) => {
      const own = costs.get(OURS) ?? [];
      return [size, median(own.map((cost) => cost[figure]))] as const;
    });
    return growthExponent(points).toFixed(2);
  });
}

/** What a reader loads. */
function describeReader(results: readonly Measured[]): string[] {
  const head = ['projects', 'project page kB', 'compressed', 'heaviest page, compressed kB'];
  const rows = results.map(({ size, output, firstQueries }) => [
    size,
    kilobytes(output.projectPage.raw),
    kilobytes(output.projectPage.gzipped),
    `${kilobytes(output.heaviest.gzipped)}: \`/${output.heaviest.path.replace(/index\.html$/, '')}\``,
    kilobytes(median(firstQueries.map(({ bytes }) => bytes))),
    median(firstQueries.map(({ requests }) => requests)),
    formatRange(firstQueries.map(({ milliseconds }) => milliseconds / 1000)),
  ]);
  return [
    '## What a reader loads',
    markdownTable([...head, 'first search kB', 'requests', 'first result s'], rows),
    'The project page is the one of median size. The first search is measured in a new Chromium on the loaded search page,\nfrom this machine: bytes over the network with gzip, and the time until results are shown.',
  ];
}

/** How long editors wait for `npm run dev`; empty without `--dev`. */
function describeEdits(results: readonly Measured[]): string[] {
  const rows = results.flatMap(({ size, edit }) =>
    edit ? [[size, formatFigure(edit.start), formatRange(edit.edits)]] : [],
  );
  if (rows.length === 0) return [];
  return [
    '## An edit of one cell in `npm run dev`',
    'After a build, with its cache. The page is requested every 50 ms until it shows the edit; edits are six seconds apart.',
    markdownTable(['projects', 'until the first page s', 'until the page shows an edit s'], rows),
  ];
}
