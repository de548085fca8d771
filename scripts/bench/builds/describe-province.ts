import { OURS } from './contender.ts';
import { median } from './figures.ts';
import type { Measured } from './measured.ts';

/** From fewer projects nothing is worked out: the start of the program would be multiplied. */
const LEAST = 1000;
/** Numbers of projects that nobody builds on two cores, and how the guide writes them. */
const PROVINCES: readonly (readonly [projects: number, words: string])[] = [
  [100_000, '10 万'],
  [1_000_000, '100 万'],
];

/**
 * The table of `content/guide/province.mdx`, to be pasted there: what the largest size that was measured comes to, in proportion.
 * Nothing here is measured at that size. A first search is taken to grow as it did between the two largest sizes.
 */
export function describeProvince(results: readonly Measured[]): string[] {
  const largest = results.at(-1);
  if (!largest || largest.size < LEAST) return [];
  const { size, costs, output } = largest;
  const cpuSeconds = median((costs.get(OURS) ?? []).map((cost) => cost.cpuSeconds));
  const search = firstSearchAt(results);
  const row = (name: string, format: (times: number, projects: number) => string) => [
    name,
    ...PROVINCES.map(([projects]) => format(projects / size, projects)),
  ];
  // A phone has room for three columns.
  const rows = [
    row('机时（处理器分钟）', (times) => formatCount((cpuSeconds * times) / 60)),
    row('全部文件', (times) => formatBytes(output.files.bytes * times)),
    row('文件数', (times) => `约 ${formatCount((output.files.count * times) / 10_000)} 万`),
    row('搜索索引', (times) => formatBytes(output.files.indexBytes * times)),
    ...(search ? [row('读者第一次搜索', (_, projects) => formatBytes(search(projects)))] : []),
  ];
  const head = ['项目', ...PROVINCES.map(([, words]) => words)];
  const parts = [
    `## A province, worked out from ${formatCount(size)} projects`,
    'The table of `content/guide/province.mdx`. In proportion; the first search on the line through the two largest sizes.',
    [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n'),
  ];
  return [parts.join('\n\n')];
}

/** Bytes of the first search by number of projects: the line through the two largest sizes that have one. */
function firstSearchAt(results: readonly Measured[]): ((projects: number) => number) | null {
  const points = results
    .filter(({ firstQueries }) => firstQueries.length > 0)
    .map(({ size, firstQueries }) => ({ size, bytes: median(firstQueries.map(({ bytes }) => bytes)) }));
  const [before, last] = points.slice(-2);
  if (!before || !last) return null;
  const slope = (last.bytes - before.bytes) / (last.size - before.size);
  return (projects) => last.bytes + slope * (projects - last.size);
}

/** Short enough for a phone. */
function formatBytes(bytes: number): string {
  const [unit, name] = bytes < 1e9 ? [1e6, 'MB'] : [1e9, 'GB'];
  const count = bytes / unit;
  return `${count < 100 ? count.toFixed(1) : formatCount(count)} ${name}`;
}

/** Whole, with commas. */
function formatCount(count: number): string {
  return Math.round(count).toLocaleString('en-US');
}
