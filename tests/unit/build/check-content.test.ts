import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { checkContent, checkFiles, type Checked } from '../../../src/build/check-content.ts';
import { tempFolders } from '../../helpers/temp-folders.ts';
import { fixtureSource, writeFiles } from '../../helpers/write-files.ts';

const newFolder = tempFolders();
const good = fixtureSource('a-plain-table');
const GUIDE = { 'guide/zhao.mdx': '---\ntitle: 找\nsummary: 怎样找\norder: 1\n---\n' };
const contentOf = (files: Record<string, string>) => writeFiles(newFolder(), { ...GUIDE, ...files });
const reported = ({ disclosure }: Checked) =>
  disclosure.notices.map(({ path, line, rule }) => `${path}:${line} ${rule}`);
const CLEAN = 'indicator/missing-category';
const NAMES = { urls: ['/2026/none/'], names: { '2026/a/he-dao-qing-yu': '旧名' }, moved: {} };

test('a content has its projects, and each notice once, sorted', async () => {
  const folder = contentOf({
    'disclosures/2026/b.md': good,
    'disclosures/2026/a.md': `${good}\n\n电话13800138000。\n`,
    'disclosures/2026/.hidden.md': good,
  });
  const checked = await checkContent('.', folder);
  expect(checked.disclosure.projects.map(({ id }) => id)).toEqual([
    '2026/a/he-dao-qing-yu',
    '2026/b/he-dao-qing-yu',
  ]);
  expect(reported(checked)).toEqual([
    'disclosures/2026/.hidden.md:1 file/not-read',
    'disclosures/2026/a.md:1 indicator/missing-category',
    'disclosures/2026/a.md:20 text/outside-table',
    'disclosures/2026/a.md:20 cell/phone-number',
    'disclosures/2026/b.md:1 project/in-two-files',
    'disclosures/2026/b.md:1 indicator/missing-category',
  ]);
});

test('URLs that would vanish are reported where nothing else is wrong', async () => {
  const permalinks = JSON.stringify(NAMES);
  const folder = contentOf({ 'disclosures/2026/a.md': good, 'permalinks.json': permalinks });
  expect(reported(await checkContent('.', folder))).toContain('permalinks.json:1 permalink/vanished');
  const wrong = contentOf({ 'disclosures/2026/a.md': '无', 'permalinks.json': permalinks });
  expect(reported(await checkContent('.', wrong))).toEqual([
    'disclosures/2026/a.md:1 text/outside-table',
    'disclosures/2026/a.md:1 table/missing',
  ]);
});

test('the report lists what is in a file there, and what is about the folder too', async () => {
  const folder = contentOf({ 'disclosures/2026/a.md': good, 'disclosures/2026/.hidden.md': good });
  const html = (await checkContent('.', folder)).toHtml();
  expect(html).toContain('1 个文件，1 个项目：0 处错误，2 处提示');
});

test('files are read by the forms and the record of the content folder, and named as on the site', () => {
  const folder = contentOf({
    'disclosures/2026/a.md': good,
    'permalinks.json': JSON.stringify({ ...NAMES, urls: [] }),
  });
  const checked = checkFiles([join(folder, 'disclosures/2026/a.md')], folder);
  expect(checked.disclosure.projects.map(({ year, name }) => [year, name])).toEqual([[2026, '河道清淤']]);
  expect(reported(checked)).toEqual([
    expect.stringContaining(CLEAN),
    expect.stringMatching(/^disclosures\/2026\/a\.md:\d+ file\/projects-missing$/),
  ]);
});

test('a file outside of it is named as it was given', () => {
  const folder = contentOf({});
  const other = relative('', join(writeFiles(newFolder(), { 'a.md': good }), 'a.md'));
  expect(reported(checkFiles([other], folder))).toEqual([expect.stringContaining(`${other}:`)]);
});

test('projects with one address in several files are reported once, besides what is in each file', () => {
  const folder = contentOf({ 'disclosures/2026/a.md': good, 'disclosures/x/2026/a.md': good });
  const checked = checkFiles(
    ['2026/a.md', 'x/2026/a.md'].map((path) => join(folder, 'disclosures', path)),
    folder,
  );
  const rules = reported(checked).map((line) => line.split(' ')[1]);
  expect(rules.slice(0, 2)).toEqual([CLEAN, CLEAN]);
  expect(rules.length).toBe(3);
  expect(checked.toHtml()).toContain('2 个文件，2 个项目：1 处错误，2 处提示');
});

test('a file that is not there, and one that can not be opened, are errors besides the others', () => {
  const folder = contentOf({ 'disclosures/2026/a.md': good, 'disclosures/2026/b.md/c': '' });
  const paths = ['none.md', 'a.md', 'b.md'].map((name) => join(folder, 'disclosures/2026', name));
  const { disclosure } = checkFiles(paths, folder);
  expect(disclosure.projects).toHaveLength(1);
  expect(disclosure.notices.filter(({ rule }) => rule === 'file/unreadable')).toMatchObject([
    { path: 'disclosures/2026/none.md', line: 1, column: 1, message: '没有这个文件' },
    {
      path: 'disclosures/2026/b.md',
      line: 1,
      column: 1,
      message: expect.stringContaining('EISDIR') as string,
    },
  ]);
});
