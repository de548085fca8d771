import { scaleLinear } from 'd3-scale';
import { markdownTable } from '../markdown-table.ts';
import { OURS } from './contenders.ts';
import { median } from '../figures.ts';
import type { Measured } from './measured.ts';

/** Fewer projects are not extrapolated: start-up time would be multiplied. */
const LEAST = 1000;
/** Numbers of projects that are too large to measure here, as the guide writes them. */
const PROVINCES: readonly (readonly [projects: number, words: string])[] = [
  [100_000, '10 万'],
  [1_000_000, '100 万'],
];

/**
 * The table of `content/guide/province.mdx`, to be pasted there: proportional extrapolation from the largest measured size. The
 * first search is extrapolated linearly from the two largest sizes.
 */
export function describeProvince(results: readonly Measured[]): string[] {
  const largest = results.at(-1);
  if (!largest || largest.size < LEAST) return [];
  const { size, costs, output } = largest;
  const cpuSeconds = median((costs.get(OURS) ?? []).map((cost) => cost.cpuSeconds));
  const search = scaleLinear(
    results.map((each) => each.size).slice(-2),
    results.map(({ firstQueries }) => median(firstQueries.map(({ bytes }) => bytes))).slice(-2),
  );
  const row = (name: string, format: (times: number, projects: number) => string) => [
    name,
    ...PROVINCES.map(([projects]) => format(projects / size, projects)),
  ];
  // Three columns fit on a phone.
  const rows = [
    row('机时（处理器分钟）', (times) => formatCount((cpuSeconds * times) / 60)),
    row('全部文件', (times) => formatBytes(output.files.bytes * times)),
    row('文件数', (times) => `约 ${formatCount((output.files.count * times) / 10_000)} 万`),
    row('搜索索引', (times) => formatBytes(output.files.indexBytes * times)),
    ...(results.length > 1 ? [row('读者第一次搜索', (_, projects) => formatBytes(search(projects)))] : []),
  ];
  return [
    `## A province, extrapolated from ${formatCount(size)} projects`,
    'The table of `content/guide/province.mdx`. Proportional; the first search is on the line through the two largest sizes.',
    markdownTable(['项目', ...PROVINCES.map(([, words]) => words)], rows, '---'),
  ];
}

/** Short enough for a phone. */
function formatBytes(bytes: number): string {
  const [unit, name] = bytes < 1e9 ? [1e6, 'MB'] : [1e9, 'GB'];
  const count = bytes / unit;
  return `${count < 100 ? count.toFixed(1) : formatCount(count)} ${name}`;
}

/** Rounded, with thousands separators. */
function formatCount(count: number): string {
  return Math.round(count).toLocaleString('en-US');
}
