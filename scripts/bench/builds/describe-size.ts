import { markdownTable } from '../markdown-table.ts';
import type { Cost } from '../measure-process.ts';
import { BODY_PAGES, FLOOR, HUGO, INDEX, OURS, PAGEFIND, ROWS, type ContenderName } from './contender.ts';
import { formatFigure, formatRange, median, pairedRatio } from './figures.ts';
import type { Measured, Timings } from './measured.ts';

const PAGES_NOTE =
  'Pages alone: a run with `--shard 1/1`, which builds the pages of bodies and projects and their downloads; no lists of years\nand indicators, no search index, no check.';

/** What builds cost at one size. */
export function describeSize(measured: Measured): string {
  const { size, output, costs, leftOut } = measured;
  const head = ['', 'wall s', 'CPU s', 'peak MB', 'pages/s', 'to Hugo', 'to the floor'];
  const rows = ROWS.flatMap((name) => {
    const own = costs.get(name);
    const reason = leftOut.get(name);
    if (own) return [[name, ...describeCost(name, own, measured)]];
    return reason === undefined ? [] : [[`${name}: ${reason}`, ...head.slice(1).map(() => '')]];
  });
  return [
    `## ${size} projects (${output.pages} pages)`,
    markdownTable(head, rows),
    ...(costs.has(BODY_PAGES) ? [PAGES_NOTE] : []),
    describePhases(measured.timings),
    ...describeIndex(costs),
  ].join('\n\n');
}

function describeCost(name: ContenderName, own: readonly Cost[], { size, output, costs }: Measured) {
  const wall = own.map(({ wallSeconds }) => wallSeconds);
  const against = (peer: ContenderName) => {
    const other = costs.get(peer);
    return other ? formatRatio(ratioOf(own, other)) : '';
  };
  return [
    formatRange(wall),
    formatRange(own.map(({ cpuSeconds }) => cpuSeconds)),
    String(median(own.map(({ peakMegabytes }) => peakMegabytes))),
    formatPages(name, size, output.pages, median(wall)),
    against(HUGO),
    against(FLOOR),
  ];
}

/** Peers build a page a project and a list; what builds no pages has no speed of them. */
function formatPages(name: ContenderName, size: number, pages: number, wall: number): string {
  if (name === INDEX || name === PAGEFIND || name === BODY_PAGES) return '';
  return ((name.startsWith('Jixiao') ? pages : size + 1) / wall).toFixed(0);
}

function describePhases(timings: readonly Timings[]): string {
  const names = Object.keys(timings[0] ?? {}).filter((name) => name !== 'peakMegabytes');
  const figures = names.map((name) => formatFigure(median(timings.map((own) => own[name] ?? 0)) / 1000));
  return [
    markdownTable([`${OURS}: phases, s`, ...names], [['', ...figures]]),
    'The index and the check run in threads beside other phases, so that phases add up to more than the total.',
  ].join('\n\n');
}

/** Ours and Pagefind's own over the same projects. */
function describeIndex(costs: Measured['costs']): string[] {
  const [own, peer] = [costs.get(INDEX), costs.get(PAGEFIND)];
  if (!own || !peer) return [];
  const memory = median(own.map(({ peakMegabytes }) => peakMegabytes));
  const ratio = formatRatio(ratioOf(own, peer));
  return [`Our search index alone takes ${ratio} the time of Pagefind's CLI, and ${memory} MB.`];
}

function ratioOf(own: readonly Cost[], other: readonly Cost[]): number {
  const wall = (costs: readonly Cost[]) => costs.map(({ wallSeconds }) => wallSeconds);
  return pairedRatio(wall(own), wall(other));
}

/** `0.83x`, `7.3x`, `122x`. */
function formatRatio(ratio: number): string {
  return `${formatFigure(ratio)}x`;
}
