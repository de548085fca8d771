import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { checkFiles } from '../../../src/build/check-content.ts';
import { formatDay } from '../../../src/display/format-day.ts';
import { ImportError } from '../../../src/import/import-error.ts';
import { importOriginals } from '../../../src/import/import-originals.ts';
import { forms } from '../../../src/record/forms/forms.ts';
import { writeReport } from '../../../src/report/write-report.ts';
import { tempFolders } from '../../helpers/temp-folders.ts';
import { fixtureSource } from '../../helpers/write-files.ts';

const newFolder = tempFolders();
let folder: string;
let inbox: string;
let printed: unknown[][];

beforeEach(() => {
  [folder, inbox, printed] = [newFolder(), newFolder(), []];
});

/** Imports files by name and text. */
async function importFiles(
  files: Record<string, string>,
  options: { as?: string; force?: boolean; withhold?: boolean } = {},
) {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(inbox, name), text);
  const paths = Object.keys(files).map((name) => join(inbox, name));
  const print = (...line: unknown[]) => printed.push(line);
  await importOriginals(
    paths,
    { folder, force: false, withhold: false, ...options },
    { print, progress: () => undefined },
  );
}
const written = () => readdirSync(join(folder, 'disclosures', '2026')).sort();

test('prints each notice at its place, a line for the source, one for each project, and what to do next', async () => {
  await importFiles({ 'a.md': fixtureSource('a-plain-table') }, { as: 'a' });
  expect(printed).toEqual([
    ['a.md warning indicator/missing-category 这张表没有效益指标'],
    [expect.stringMatching(/^已导入 1 个项目：.*disclosures\/2026\/a\.md，原件存在它旁边$/)],
    ['  河道清淤  30,000.00  3 项指标'],
    ['接着运行 npm run check 看核对结果，npm start 看网页'],
  ]);
});

test('a notice names the file that it is about, of several', async () => {
  const text = fixtureSource('a-plain-table');
  await importFiles({ 'a.md': text, 'b.txt': text.replaceAll('河道清淤', '堤岸修补') }, { as: 'a' });
  expect(printed.slice(0, 2)).toEqual([
    ['a.md warning indicator/missing-category 这张表没有效益指标'],
    ['b.txt warning indicator/missing-category 这张表没有效益指标'],
  ]);
});

test('several files make one source under a name, with a copy of each that no server runs', async () => {
  const [first, second] = [fixtureSource('a-plain-table'), fixtureSource('a-plain-table')];
  await importFiles({ 'a.md': first, 'b.txt': second.replaceAll('河道清淤', '堤岸修补') }, { as: 'a' });
  expect(written()).toEqual(['a.md', 'a.original-2.txt', 'a.original.md.txt']);
  expect(readFileSync(join(folder, 'disclosures/2026/a.original.md.txt'), 'utf8')).toBe(first);
});

test('without a name each file makes a source of its own, named by its office', async () => {
  await importFiles({ '青溪县水务局2026年项目绩效目标表.md': fixtureSource('a-plain-table') });
  expect(written()).toContain('qing-xi-xian-shui-wu-ju.md');
});

test('a copy of an earlier import that is not replaced is removed', async () => {
  const text = fixtureSource('a-plain-table');
  await importFiles({ 'a.md': text, 'b.txt': text.replaceAll('河道清淤', '堤岸修补') }, { as: 'a' });
  await importFiles({ 'a.md': text }, { as: 'a', force: true });
  expect(written()).toEqual(['a.md', 'a.original.md.txt']);
});

test('a file that no import made is not removed', async () => {
  const text = fixtureSource('a-plain-table');
  const note = join(folder, 'disclosures/2026/a.original-notes.txt');
  mkdirSync(dirname(note), { recursive: true });
  writeFileSync(note, '');
  await importFiles({ 'a.md': text }, { as: 'a' });
  await importFiles({ 'a.md': text }, { as: 'a', force: true });
  expect(written()).toEqual(['a.md', 'a.original-notes.txt', 'a.original.md.txt']);
});

test('an invisible character in the name of a file is refused', async () => {
  const importing = importFiles({ 'a\u001b[1m.md': fixtureSource('a-plain-table') }, { as: 'a' });
  await expect(importing).rejects.toThrow('a�[1m.md：文件名里有看不见的字符 U+001B；请改一个文件名再导入');
});

test.each([
  ['a.md', { as: 'bodies' }, 'bodies'],
  ['changes.md', {}, 'changes'],
])('%s is not imported under a name of the site: %j', async (file, options, name) => {
  const importing = importFiles({ [file]: fixtureSource('a-plain-table') }, options);
  await expect(importing).rejects.toThrow(`${file}：名称“${name}”留给网站自己的页面；请用 --as 另起名称`);
  expect(existsSync(join(folder, 'disclosures'))).toBe(false);
});

test('a file that is not there leaves nothing', async () => {
  const missing = importOriginals(
    [join(inbox, 'a.md')],
    { folder, force: false, withhold: false },
    { print: () => undefined, progress: () => undefined },
  );
  await expect(missing).rejects.toThrow('a.md：没有这个文件');
  expect(existsSync(join(folder, 'disclosures'))).toBe(false);
});

test('one name in two bodies is two projects, as for check', async () => {
  const text = fixtureSource('a-plain-table');
  const ofBody = (name: string) => text.replace('青溪县水务局', name);
  await importFiles({ 'a.md': `${ofBody('云岭市图书馆')}\n${ofBody('云岭市档案馆')}` }, { as: 'a' });
  expect(printed.flat()).toContainEqual(expect.stringMatching(/^已导入 2 个项目/));
  expect(checkFiles([join(folder, 'disclosures/2026/a.md')], folder).disclosure.notices).not.toContainEqual(
    expect.objectContaining({ severity: 'error' }),
  );
});

test('two projects that would share an address are refused, as by check', async () => {
  const text = fixtureSource('a-plain-table');
  const withNumber = (number: string) => `${text.trimEnd()}\n联系电话\t\t${number}\t\t\t\n`;
  const both = `${withNumber('13800138000')}\n${withNumber('13800138001')}`;
  await expect(importFiles({ 'a.md': both }, { as: 'a' })).rejects.toThrow('有 1 处错误，没有导入');
  expect(printed.flat()).toContainEqual(expect.stringContaining('error project/duplicate'));
  expect(existsSync(join(folder, 'disclosures'))).toBe(false);
});

test('an original that is refused says what was read of it, so that a form can be described', async () => {
  const unknown = fixtureSource('form-that-nobody-described');
  const refusal = importFiles({ 'a2026.md': unknown }, { as: 'a' });
  await expect(refusal).rejects.toMatchObject({ refused: { path: 'disclosures/2026/a.md' } });
  const error: unknown = await importFiles({ 'a2026.md': unknown }, { as: 'a' }).catch(
    (caught: unknown) => caught,
  );
  if (!(error instanceof ImportError) || !error.refused) throw new Error('nothing was refused');
  expect(writeReport([error.refused], [], forms)).toContain('basedOn: guangdong');
});

const source = () => join(folder, 'disclosures/2026/a.md');
const CORRECTION = 'corrections:\n  - date: 2026-03-05\n    project: 河道清淤\n    text: 预算金额更正';

test('the day of the import is written', async () => {
  await importFiles({ 'a.md': fixtureSource('a-plain-table') }, { as: 'a' });
  expect(readFileSync(source(), 'utf8')).toContain(`---\nimported: ${formatDay(new Date())}\noriginals:`);
});

/** A source that is to be replaced, with a front matter. */
function writeSource(front: string): void {
  mkdirSync(dirname(source()), { recursive: true });
  writeFileSync(source(), `---\n${front}\n---\n\n${fixtureSource('a-plain-table')}`);
}

test('an import that replaces a source keeps what staff wrote in its front matter', async () => {
  writeSource(`publisher: 青溪县水务局\nimported: 2026-01-02\n${CORRECTION}`);
  await importFiles({ 'a.md': fixtureSource('a-plain-table') }, { as: 'a', force: true });
  expect(readFileSync(source(), 'utf8')).toContain(
    `---\npublisher: 青溪县水务局\n${CORRECTION}\nimported: ${formatDay(new Date())}\noriginals:`,
  );
  expect(printed).toContainEqual(['文件头里原来写的 publisher、corrections 照留']);
});

test('an import does not replace a front matter that it can not read', async () => {
  writeSource('colour: 绿');
  const before = readFileSync(source(), 'utf8');
  const text = fixtureSource('a-plain-table');
  await expect(importFiles({ 'a.md': text }, { as: 'a', force: true })).rejects.toThrow(
    /没有导入.*\n.*a\.md:2:9 warning front-matter\/unreadable 文件头没有 colour 这一项/,
  );
  expect(readFileSync(source(), 'utf8')).toBe(before);
});

test('a correction of a project that the new file does not have is an error', async () => {
  writeSource(CORRECTION);
  const renamed = fixtureSource('a-plain-table').replaceAll('河道清淤', '堤岸修补');
  await expect(importFiles({ 'a.md': renamed }, { as: 'a', force: true })).rejects.toThrow(ImportError);
  expect(printed).toContainEqual([
    'a.md error front-matter/wrong-correction 更正说的项目“河道清淤”不在这个文件里；project 要和表里的项目名称一字不差',
  ]);
});

test('an original that was not published and now is, is said to be', async () => {
  const text = fixtureSource('a-plain-table');
  const said = ['原来的原件不提供下载，这次导入的会提供下载；仍不提供的，请加 --withhold 再导入一次'];
  await importFiles({ 'a.md': text }, { as: 'a', withhold: true });
  await importFiles({ 'a.md': text }, { as: 'a', force: true });
  expect(printed).toContainEqual(said);
});

test.each([
  [[], {}, '请写要导入的文件'],
  [['a.csv'], { year: '26' }, '年份“26”应为四位数字'],
  [['a.csv'], { year: '2126' }, '年份“2126”应为四位数字'],
  [['a.csv'], { year: '2026年' }, '年份“2026年”应为四位数字'],
  [['a.csv'], { as: '13800138000' }, '里面不能有电话或证件号码'],
  [['a.csv'], { as: '水务局' }, '名称“水务局”会成为网址的一部分'],
  [['a.csv'], { as: 'a--b' }, '名称“a--b”'],
  [['a.csv'], { as: 'a-' }, '名称“a-”'],
  [['a.csv'], { as: 'A' }, '名称“A”'],
  [['a.csv'], { as: '' }, '名称“”'],
  // What is right with the options: the file is not there.
  [['a.csv'], { year: '1999', as: 'shui-wu-ju-2' }, '没有这个文件'],
])('the files %j with the options %j are refused: %s', async (files, options, message) => {
  const effects = { print: () => undefined, progress: () => undefined };
  await expect(
    importOriginals(files, { folder, force: false, withhold: false, ...options }, effects),
  ).rejects.toThrow(message);
});
