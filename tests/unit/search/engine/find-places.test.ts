import { expect, test } from 'vitest';
import { toProjectTable } from '../../../../src/search/engine/filter-projects.ts';
import { explainIn, findBodies, findGuide } from '../../../../src/search/engine/find-places.ts';
import type { Lookup } from '../../../../src/search/engine/look-up.ts';
import type { SearchData } from '../../../../src/search/engine/search-data.ts';
import { numberRecords } from '../../../../src/search/index/number-records.ts';
import { toBodyAddresses, toSearchTable } from '../../../../src/search/index/to-search-table.ts';
import { aRecord } from '../a-record.ts';

const of = (publisher: string, body: string, name = publisher) => ({ ...aRecord({ name, body }), publisher });
const records = numberRecords([
  of('水务局服务站', 'station'),
  of('水务局', 'water'),
  of('云岭市水务局', 'city'),
  of('青溪县水务局', 'county'),
  of('青溪县水务局', 'county', '又一个'),
  of('青溪县水务局培训中心', 'school'),
  of('青溪县水务局培训中心', 'school', '又一个'),
  of('青溪县水务局培训中心', 'school', '第三个'),
]);
const guide = [
  { title: '怎样读一张绩效目标表', page: null, url: '/guide/read/' },
  { title: '金额', page: '怎样读', url: '/guide/read/#金额' },
];
const scales = records.map(() => 1);
const index = { digest: 'd', pagefind: '1', bundleSize: 9, bounds: [''] };
const projects = toProjectTable({ version: 'v', ...toSearchTable(records, scales, { index, guide }) });
const data = { bodies: () => Promise.resolve(toBodyAddresses(records)) } as unknown as SearchData;
const lookUp = (word: string) => ({ word: [word], bodies: projects.bodiesNamed(word) }) as unknown as Lookup;

test('the body whose name is the word comes first, then those whose name ends in it, the larger first', async () => {
  const lines = await findBodies(data, projects, [lookUp('水务局')], []);
  expect(lines.map(({ title, url, projects: count }) => [title.text, url, count])).toEqual([
    ['水务局', '/2026/water/', 1],
    ['青溪县水务局', '/2026/county/', 2],
    ['云岭市水务局', '/2026/city/', 1],
    ['青溪县水务局培训中心', '/2026/school/', 3],
    ['水务局服务站', '/2026/station/', 1],
  ]);
});

test('every word must name the body; one whose name ends in one of them comes first', async () => {
  const lines = await findBodies(data, projects, [lookUp('水务局'), lookUp('青溪')], [2026]);
  expect(lines.map(({ title }) => title.text)).toEqual(['青溪县水务局', '青溪县水务局培训中心']);
  expect(await findBodies(data, projects, [lookUp('水务局')], [2025])).toEqual([]);
});

test('a heading is found if the words are a good part of it', () => {
  const found = (...words: string[]) => findGuide(projects, words).map(({ title }) => title.text);
  expect(found('绩效目标')).toEqual(['怎样读一张绩效目标表']);
  // Three of its ten characters.
  expect(found('怎样读')).toEqual(['怎样读一张绩效目标表']);
  expect(found('目标')).toEqual([]);
  expect(found('金额')).toEqual(['金额']);
  expect(found('额')).toEqual([]);
});

test('a line of a body or of a heading has what it shows, and null for all else', async () => {
  const none = { target: null, reading: null, isPeriod: false, yuan: null, projects: null };
  expect(findGuide(projects, ['金额'])).toStrictEqual([
    {
      ...{ ...none, of: '怎样读', publisher: null, years: [] },
      url: '/guide/read/#金额',
      title: { text: '金额', marks: [{ start: 0, end: 2 }] },
    },
  ]);
  expect(explainIn(projects, '金额')).toStrictEqual([
    {
      ...{ ...none, of: '怎样读', publisher: null, years: [] },
      url: '/guide/read/#金额',
      title: { text: '金额', marks: [] },
    },
  ]);
  expect(await findBodies(data, projects, [lookUp('服务站')], [])).toStrictEqual([
    {
      ...{ ...none, of: null, publisher: null, projects: 1, years: [2026] },
      url: '/2026/station/',
      title: { text: '水务局服务站', marks: [{ start: 3, end: 6 }] },
    },
  ]);
});
