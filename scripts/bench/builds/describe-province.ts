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
  const rows = PROVINCES.map(([projects, words]) => {
    const times = projects / size;
    return [
      words,
      formatCount((cpuSeconds * times) / 60),
      formatGigabytes(output.files.bytes * times),
      `约 ${formatCount((output.files.count * times) / 10_000)} 万`,
      `${formatCount((output.files.indexBytes * times) / 1e6)} MB`,
      ...(search ? [`${formatCount(search(projects) / 1000)} KB`] : []),
    ];
  });
  const titles = ['项目', '机时（处理器分钟）', '全部文件', '文件数', '搜索索引'];
  const head = search ? [...titles, '读者第一次搜索'] : titles;
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

function formatGigabytes(bytes: number): string {
  const gigabytes = bytes / 1e9;
  return `${gigabytes < 100 ? gigabytes.toFixed(1) : formatCount(gigabytes)} GB`;
}

/** Whole, with commas. */
function formatCount(count: number): string {
  return Math.round(count).toLocaleString('en-US');
}
