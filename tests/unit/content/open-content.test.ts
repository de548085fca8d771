import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { byPlace, openContent } from '../../../src/content/open-content.ts';
import { toNotice } from '../../../src/record/notices.ts';
import { RESERVED_FILES } from '../../../src/identity/reserved.ts';
import { writeProject } from '../../helpers/write-project.ts';
import { writeResult } from '../../helpers/write-result.ts';
import { toDisclosureEntry } from '../../../src/collection/to-disclosure-entry.ts';

const good = readFileSync('tests/unit/record/fixtures/a-plain-table/source.md', 'utf8');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jixiao-content-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(path: string, text = good): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
async function rules(): Promise<string[]> {
  return (await openContent({ root: '.', folder })).errors.map(({ path, rule }) => `${path} ${rule}`);
}

test('a folder without disclosures is empty, not wrong', async () => {
  expect(await openContent({ root: '.', folder })).toMatchObject({
    sources: [],
    notices: [],
    errors: [],
    newestYear: null,
  });
});

test('reads every Markdown file, in one order everywhere, and nothing else', async () => {
  for (const path of ['2026/b.md', '2025/a.md', '2026/A.md', '2026/note.txt', '2026/.hidden.md']) {
    write(`disclosures/${path}`, good.replaceAll('2026年', `${path.slice(0, 4)}年`));
  }
  const { sources } = await openContent({ root: '.', folder });
  expect(sources.map(({ path }) => path.slice('disclosures/'.length))).toEqual([
    '2025/a.md',
    '2026/A.md',
    '2026/b.md',
  ]);
});

test('says of each file that is passed over why, unless a system or an office program left it behind', async () => {
  const leftovers = ['.DS_Store', '._a.md', '.~lock.a.md#', '~$a.md', '~$biao.xlsx', '.gitkeep'];
  const others = ['note.txt', 'a.original.xlsx', 'a.original-2.docx'];
  const told = ['.a.md', '.trash/b.md', 'b\\c.md', 'd\u001b.md', '2026年绩效目标表.xlsx', '旧表.DOC'];
  for (const name of ['a.md', ...leftovers, ...others, ...told]) write(`disclosures/2026/${name}`);
  const { sources, notices, errors } = await openContent({ root: '.', folder });
  expect(sources.map(({ path }) => path)).toEqual(['disclosures/2026/a.md']);
  expect(errors).toEqual([]);
  expect(notices.map(({ path, rule }) => [path, rule])).toEqual(
    told.sort().map((name) => [`disclosures/2026/${name}`, 'file/not-read']),
  );
  expect(notices[0]?.message).toContain('以点开头');
  expect(notices.at(-1)?.message).toContain('npm run import');
});

test('a project that was published and is gone is told at the end of its file, unless it has moved', async () => {
  const names = {
    '2026/a/he-dao-qing-yu': '河道清淤',
    '2026/a/di-an-xiu-bu': '堤岸修补',
    '2026/b/qi-ta': '其他',
  };
  write('disclosures/2026/a.md');
  write('permalinks.json', JSON.stringify({ urls: [], names, moved: {} }));
  const last = good.trimEnd().split('\n').length;
  const { notices } = await openContent({ root: '.', folder });
  expect(notices).toMatchObject([
    { path: 'disclosures/2026/a.md', rule: 'file/projects-missing', line: last },
  ]);
  expect(notices[0]?.message).toContain('“堤岸修补”');
  const moved = { '/2026/a/di-an-xiu-bu/': '/2026/a/he-dao-qing-yu/' };
  write('permalinks.json', JSON.stringify({ urls: [], names, moved }));
  expect((await openContent({ root: '.', folder })).notices).toEqual([]);
});

test('takes over what was parsed before from the same bytes by the same forms, and parses the rest', async () => {
  write('disclosures/2026/a.md', `${good}\n${good.replace('河道清淤', '河道清瘀')}`);
  write('disclosures/2026/b.md');
  const previous = await openContent({ root: '.', folder });
  write('disclosures/2026/b.md', good.replace('河道清淤', '堤岸修补'));
  const changed = await openContent({ root: '.', folder, previous });
  expect(changed.sources[0]?.parsed).toBe(previous.sources[0]?.parsed);
  expect(changed.sources[0]?.disclosure).toEqual(previous.sources[0]?.disclosure);
  expect(changed.sources[1]?.disclosure.projects[0]?.name).toBe('堤岸修补');
  write('forms/own.yaml', 'name: 甲\n');
  const byForms = await openContent({ root: '.', folder, previous: changed });
  expect(byForms.sources[0]?.parsed).not.toBe(changed.sources[0]?.parsed);
  expect(byForms.sources[0]?.parsed).toEqual(changed.sources[0]?.parsed);
});

test('a shard has its own bodies, and the newest year of all', async () => {
  const years: Record<string, number> = { a: 2024, b: 2025, c: 2026, d: 2023 };
  for (const [name, year] of Object.entries(years))
    write(`disclosures/${year}/${name}.md`, good.replaceAll('2026年', `${year}年`));
  const shards = await Promise.all(
    [1, 2].map((number) => openContent({ root: '.', folder, shard: { number, count: 2 } })),
  );
  expect(shards.map(({ newestYear }) => newestYear)).toEqual([2026, 2026]);
  const paths = shards.map(({ sources }) => sources.map(({ path }) => path));
  expect(paths.every((some) => some.length > 0)).toBe(true);
  expect(paths.flat().sort()).toEqual(
    (await openContent({ root: '.', folder })).sources.map(({ path }) => path),
  );
});

test('two files can not share an address', async () => {
  write('disclosures/2026/a.md');
  write('disclosures/north/2026/a.md', good.replace('河道清淤', '堤岸修补'));
  expect(await rules()).toEqual(['disclosures/north/2026/a.md file/duplicate-name']);
});

test('two projects whose names sound alike have addresses of their own', async () => {
  write('disclosures/2026/a.md', `${good}\n${good.replace('河道清淤', '河道清瘀')}`);
  expect(await rules()).toEqual([]);
  const { sources } = await openContent({ root: '.', folder });
  const ids = sources.flatMap(({ disclosure }) => disclosure.projects.map(({ id }) => id));
  expect(ids).toEqual([
    expect.stringMatching(/qing-yu-[\da-f]{8}$/),
    expect.stringMatching(/qing-yu-[\da-f]{8}$/),
  ]);
  expect(new Set(ids).size).toBe(2);
});

test('a recorded project keeps its address, and a record that can not be read is an error', async () => {
  write('disclosures/2026/a.md', `${good}\n${good.replace('河道清淤', '河道清瘀')}`);
  const names = { '2026/a/he-dao-qing-yu': '河道清瘀' };
  write('permalinks.json', JSON.stringify({ urls: [], names, moved: {} }));
  const { sources } = await openContent({ root: '.', folder });
  const projects = sources.flatMap(({ disclosure }) => disclosure.projects);
  expect(projects.find(({ name }) => name === '河道清瘀')?.id).toBe('2026/a/he-dao-qing-yu');
  write('permalinks.json', '[]');
  expect(await rules()).toEqual(['permalinks.json permalink/unreadable']);
});

test('a file outside a folder of a year is told', async () => {
  write('disclosures/a.md');
  expect(await rules()).toEqual(['disclosures/a.md file/no-year']);
});

test('a telephone or identity number in the name of a file, or of its original, is an error', async () => {
  write('disclosures/2026/a-13800138000.md');
  write('disclosures/2026/b.original.xlsx', '');
  const digest = createHash('sha256').digest('hex');
  const original = `name: 王13800138000.xlsx, sha256: "${digest}", file: b.original.xlsx, parts: [表]`;
  write('disclosures/2026/b.md', `---\noriginals: [{ ${original} }]\n---\n\n${good}`);
  expect(await rules()).toEqual([
    'disclosures/2026/a-13800138000.md file/personal-number',
    'disclosures/2026/b.md file/personal-number',
  ]);
});

test('a body is named by the front matter, else by what its projects share, else by its file', async () => {
  write('disclosures/2026/a.md', `---\npublisher: 青溪县水务局\n---\n\n${good}`);
  write('disclosures/2026/b.md');
  const other = good.replace('河道清淤', '堤岸修补').replace('青溪县河道管理所', '青溪县防汛站');
  write('disclosures/2026/c.md', `${good}\n${other}`);
  write('disclosures/2026/d.md', good.replace(/主管部门.*\n用款单位.*\n/, ''));
  const { sources } = await openContent({ root: '.', folder });
  expect(sources.map((source) => toDisclosureEntry(source)?.publisher)).toEqual([
    '青溪县水务局',
    '青溪县河道管理所',
    '青溪县水务局',
    'd',
  ]);
});

test.each(RESERVED_FILES)('a file can not be called %s, like a page of the site', async (name) => {
  write(`disclosures/2026/${name}.md`);
  expect(await rules()).toContain(`disclosures/2026/${name}.md file/reserved-name`);
});

test.each([
  ['disclosures/1999/a.md', 1999, false],
  ['disclosures/north/2026/a.md', 2026, false],
  ['disclosures/2026/north/a.md', null, true],
  ['disclosures/1899/a.md', null, true],
  ['disclosures/20260/a.md', null, true],
  ['disclosures/a2026/a.md', null, true],
])('of %s the year is %j', async (path, year, isWrong) => {
  write(path);
  const { newestYear, errors } = await openContent({ root: '.', folder, shard: { number: 1, count: 1 } });
  expect(newestYear).toBe(year);
  expect(errors.some(({ rule }) => rule === 'file/no-year')).toBe(isWrong);
});

test('the newest year is that of targets: results alone have no page of a year', async () => {
  const body = { name: '河道保洁', unit: '青溪县水务局', department: '青溪县水务局' };
  const newest = async () => (await openContent({ root: '.', folder })).newestYear;
  expect(await newest()).toBeNull();
  write('disclosures/2026/b.md', writeResult({ year: 2026, ...body }));
  expect(await newest()).toBeNull();
  write('disclosures/2025/a.md', writeProject({ year: 2025, ...body, yuan: '1.00' }));
  expect(await newest()).toBe(2025);
});

test('of three files with one name, each later one is named with the first', async () => {
  for (const place of ['2026', 'north/2026', 'south/2026']) write(`disclosures/${place}/a.md`);
  const { errors } = await openContent({ root: '.', folder });
  const found = errors.filter(({ rule }) => rule === 'file/duplicate-name');
  expect(found.map(({ path }) => path)).toEqual([
    'disclosures/north/2026/a.md',
    'disclosures/south/2026/a.md',
  ]);
  for (const { message } of found) expect(message).toContain('disclosures/2026/a.md');
});

test('an original with a number in its name has to be imported again, a source has not', async () => {
  write('disclosures/2026/a-13800138000.md');
  const digest = createHash('sha256').digest('hex');
  const original = `name: 王13800138000.xlsx, sha256: "${digest}", file: b.original.xlsx, parts: [表]`;
  write('disclosures/2026/b.original.xlsx', '');
  write('disclosures/2026/b.md', `---\noriginals: [{ ${original} }]\n---\n\n${good}`);
  const { errors } = await openContent({ root: '.', folder });
  const messages = errors.map(({ message }) => message);
  expect(messages.map((message) => message.endsWith('再导入'))).toEqual([false, true]);
  for (const message of messages) expect(message).not.toContain('13800138000');
});

test('notices are in the order of their files, lines and columns', () => {
  const places = [
    ['A.md', 9, 9],
    ['a.md', 1, 2],
    ['a.md', 1, 10],
    ['a.md', 2, 1],
    ['a.md', 10, 1],
    ['b.md', 1, 1],
  ] as const;
  const sorted = places.map(([path, line, column]) => toNotice({ path, line, column }, 'target/missing', ''));
  expect(sorted.toReversed().sort(byPlace)).toEqual(sorted);
  expect(sorted.toSorted(byPlace)).toEqual(sorted);
});
