import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { openContent } from '../../../src/content/open-content.ts';
import type { Permalinks } from '../../../src/identity/permalinks.ts';
import { recordPermalinks } from '../../../src/redirects/record-permalinks.ts';
import { tempFolders } from '../../helpers/temp-folders.ts';
import { fixtureSource, writeFiles } from '../../helpers/write-files.ts';

const newFolder = tempFolders();
const good = fixtureSource('a-plain-table');
const [PAGE, NEXT] = ['/2026/a/he-dao-qing-yu/', '/2026/a/di-an-xiu-bu/'];
const GUIDE = { 'guide/zhao.mdx': '---\ntitle: 找\nsummary: 怎样找\norder: 1\n---\n' };

/** Records a content of one source. */
async function record(folder: string, text: string, move: [from: string, to: string] | null = null) {
  writeFiles(folder, { ...GUIDE, 'disclosures/2026/a.md': text });
  return recordPermalinks(await openContent({ root: '.', folder }), move);
}
const recordIn = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'permalinks.json'), 'utf8')) as Permalinks;
/** The numbers of the last line of what was done: new URLs and all, new rows and all. */
const counts = ({ done }: { done: string[] }) =>
  [...(done.at(-1) ?? '').matchAll(/ (\d+) 个/g)].map(([, number]) => Number(number));

test('records all URLs, names, traits and rows; a second time there is nothing new', async () => {
  const folder = newFolder();
  const first = await record(folder, good);
  const { urls, names, traits, rows } = recordIn(folder);
  expect(urls).toEqual(expect.arrayContaining(['/', PAGE, '/guide/zhao/', '/SHA256SUMS']));
  expect(names).toEqual({ '2026/a/he-dao-qing-yu': '河道清淤' });
  expect(Object.keys(traits)).toEqual(['2026/a/he-dao-qing-yu']);
  expect(Object.keys(rows['2026/a/he-dao-qing-yu'] ?? {})).toHaveLength(3);
  expect(first.problem).toBe('');
  expect(first.done).toEqual([
    expect.stringContaining(`${join(relative('', folder), 'permalinks.json')}：`) as string,
  ]);
  expect(counts(first)).toEqual([urls.length, urls.length, 3, 3]);
  const again = await record(folder, good);
  expect(counts(again)).toEqual([0, urls.length, 0, 3]);
  expect(again.problem).toBe('');
});

test('what belongs to it is written with it, but not while an address would vanish', async () => {
  const folder = newFolder();
  const write = async (text: string, name: string) => {
    writeFiles(folder, { ...GUIDE, 'disclosures/2026/a.md': text });
    const more = [{ path: join(folder, 'more', name), data: name }];
    return recordPermalinks(await openContent({ root: '.', folder }), null, more);
  };
  expect((await write(good, 'first')).problem).toBe('');
  expect(readFileSync(join(folder, 'more/first'), 'utf8')).toBe('first');
  expect((await write(good.replaceAll('河道清淤', '堤岸修补'), 'second')).problem).not.toBe('');
  expect(existsSync(join(folder, 'more/second'))).toBe(false);
});

test('a content with errors is not recorded, and each error has its place', async () => {
  const folder = newFolder();
  const { done, problem } = await record(folder, '没有表格。\n');
  expect(done).toEqual([]);
  expect(problem).toContain(' 1 处错误');
  expect(problem).toContain(
    `\n${join(relative('', folder), 'disclosures/2026/a.md')}:1:1 error table/missing`,
  );
  expect(existsSync(join(folder, 'permalinks.json'))).toBe(false);
});

test('what is gone stays on record and is reported, with its rows', async () => {
  const folder = newFolder();
  await record(folder, good);
  const before = recordIn(folder);
  const { problem } = await record(folder, good.replaceAll('河道清淤', '堤岸修补'));
  expect(problem).toContain(`已公开的网址 ${PAGE} 会消失`);
  expect(problem.startsWith(`${join(relative('', folder), 'permalinks.json')}:`)).toBe(true);
  const { urls, names, rows } = recordIn(folder);
  expect(urls).toEqual(expect.arrayContaining([...before.urls, NEXT]));
  expect(names).toEqual({ '2026/a/he-dao-qing-yu': '河道清淤', '2026/a/di-an-xiu-bu': '堤岸修补' });
  expect(rows).toMatchObject(before.rows);
  expect(Object.keys(rows['2026/a/di-an-xiu-bu'] ?? {})).toHaveLength(3);
});

test('a row that is gone stays on record with those that are there, with their current fingerprints', async () => {
  const folder = newFolder();
  await record(folder, good);
  const [old = {}] = Object.values(recordIn(folder).rows);
  const changed = good.replace('清淤长度', '疏浚长度').replace('≥90%	≥90%', '≥95%	≥95%');
  const recorded = await record(folder, changed);
  expect(counts(recorded).slice(2)).toEqual([1, 4]);
  const [rows = {}] = Object.values(recordIn(folder).rows);
  expect(rows['qing-yu-chang-du']).toBe(old['qing-yu-chang-du']);
  expect(rows['shu-jun-chang-du']).toMatch(/^[\da-f]{18}$/);
  expect(rows['fei-yong-zong-e']).toBe(old['fei-yong-zong-e']);
  expect(rows['yan-an-ju-min-man-yi-du']).not.toBe(old['yan-an-ju-min-man-yi-du']);
});

test.each([
  [PAGE, NEXT],
  [`https://example.gov.cn${PAGE}`, `https://example.gov.cn${NEXT}`],
  [PAGE.slice(0, -1), NEXT.slice(0, -1)],
  [`${PAGE}?from=a`, NEXT.slice(1)],
])('%s is moved to %s as paths', async (from, to) => {
  const folder = newFolder();
  await record(folder, good);
  const { done, problem } = await record(folder, good.replaceAll('河道清淤', '堤岸修补'), [from, to]);
  expect(problem).toBe('');
  expect(done).toEqual([`${PAGE} 从此转到 ${NEXT}`, expect.stringContaining('新登记')]);
  expect(recordIn(folder).moved).toMatchObject({
    [PAGE]: NEXT,
    [`${PAGE}project.json`]: `${NEXT}project.json`,
  });
});

test('files and rows are moved as they are', async () => {
  const folder = newFolder();
  await record(folder, good);
  const changed = good.replace('清淤长度', '疏浚长度');
  const { problem } = await record(folder, changed, [
    `https://example.gov.cn${PAGE}#qing-yu-chang-du`,
    `${PAGE}#shu-jun-chang-du`,
  ]);
  expect(problem).toBe('');
  expect(recordIn(folder).moved[`${PAGE}#qing-yu-chang-du`]).toBe(`${PAGE}#shu-jun-chang-du`);
  expect(await record(folder, changed, [`${PAGE}none.csv`, PAGE])).toEqual({
    done: [],
    problem: expect.stringContaining(`${PAGE}none.csv 没有登记过`) as string,
  });
});

test('a move that can not be done changes nothing', async () => {
  const folder = newFolder();
  const { done, problem } = await record(folder, good, ['/2026/none/', PAGE]);
  expect([done, problem.startsWith('/2026/none/ ')]).toEqual([[], true]);
  expect(existsSync(join(folder, 'permalinks.json'))).toBe(false);
});
