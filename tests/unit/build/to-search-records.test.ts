import { expect, test } from 'vitest';
import { toSearchRecords } from '../../../src/build/to-search-records.ts';
import { openContent } from '../../../src/content/open-content.ts';
import { RESULTS_CONTENT } from '../../helpers/results-content.ts';
import { must } from '../../../src/record/must.ts';
import { tempFolders } from '../../helpers/temp-folders.ts';
import { twoYears } from '../../helpers/two-years.ts';
import { writeFiles } from '../../helpers/write-files.ts';
import { writeProject } from '../../helpers/write-project.ts';

const newFolder = tempFolders();
const GUIDE = { 'guide/a.mdx': '---\ntitle: 甲\nsummary: 乙\norder: 1\n---\n' };
const recordsOf = async (files: Record<string, string>) =>
  toSearchRecords(await openContent({ root: '.', folder: writeFiles(newFolder(), { ...GUIDE, ...files }) }));

test('every project of every source is searched for, with its body', async () => {
  const records = await recordsOf(twoYears);
  expect(records.map(({ year, publisher, name }) => `${year} ${publisher} ${name}`)).toEqual([
    '2025 青溪县第一中学 操场翻新',
    ...['河道保洁', '管网养护', '水质监测', '闸坝维修'].map((name) => `2025 青溪县水务局 ${name}`),
    '2026 青溪县第一中学 运动场修缮',
    ...['河道日常清洁', '管网养护', '水质监测', '防汛物资', '节水调研'].map(
      (name) => `2026 青溪县水务局 ${name}`,
    ),
  ]);
});

test('projects of one name have what tells them apart, and telephone numbers are masked', async () => {
  const project = (name: string, yuan: string) =>
    writeProject({ name, yuan, year: 2026, unit: '青溪县水务局', department: '青溪县水务局' });
  const records = await recordsOf({
    'disclosures/2026/water.md': [
      ...[project('管网养护', '1.00'), project('管网养护', '2.00'), project('热线13800138000', '3.00')],
    ].join(''),
  });
  expect(records.map(({ name, apart }) => [name, apart])).toEqual([
    ['管网养护', '1.00 元'],
    ['管网养护', '2.00 元'],
    [expect.not.stringContaining('13800138000') as string, undefined],
  ]);
});

test('a source without a project has no record', async () => {
  expect(await recordsOf({ 'disclosures/2026/water.md': '无' })).toEqual([]);
});

test('a project has its result; a result that answers no project is a record of its own', async () => {
  const records = await recordsOf(RESULTS_CONTENT);
  const answered = records.flatMap(({ name, url, publisher, result }) =>
    result ? [`${publisher} ${name}${result.url === url ? ' alone' : ''}`] : [],
  );
  expect(answered.toSorted()).toEqual([
    '青溪县公路站 桥梁检测 alone',
    '青溪县公路站 路面养护 alone',
    '青溪县水务局 水质监测 alone',
    '青溪县水务局 河道保洁',
    '青溪县水务局 管网养护',
    '青溪县水务局 闸坝维修 alone',
  ]);
  const { result } = must(records.find(({ url }) => url === '/2025/water/guan-wang-yang-hu/'));
  expect(result?.cells).toContainEqual({
    ...{ label: '偏差原因', of: '居民意见', anchor: 'ju-min-yi-jian' },
    text: expect.stringContaining('139********') as string,
  });
});
