import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { utils, write } from '@e965/xlsx';
import { beforeEach, describe, expect, test } from 'vitest';
import { VFile } from 'vfile';
import { readDisclosure } from '../../src/content/read-disclosure.ts';
import type { Project } from '../../src/record/disclosure-schema.ts';
import { plainEnvironment, runScript } from '../helpers/run-script.ts';
import {
  makeCsv,
  makeWebPage,
  makeWord,
  makeWorkbook,
  SOURCE,
  sourceTables,
  toSheet,
} from '../helpers/make-originals.ts';
import { layouts } from '../helpers/layouts.ts';
import { tempFolders } from '../helpers/temp-folders.ts';
import { fixtureSource } from '../helpers/write-files.ts';

const NAME = 'dongguan-zhishu-jiguan-gongwei';
const newFolder = tempFolders();
let content: string;
let inbox: string;

beforeEach(() => {
  [content, inbox] = [newFolder(), newFolder()];
});

function importFile(name: string, bytes: string | Uint8Array, ...args: string[]) {
  writeFileSync(join(inbox, name), bytes);
  return runScript('import', [join(inbox, name), ...args], { JIXIAO_CONTENT: content });
}
const folderOf = (year = '2026') => join(content, 'disclosures', year);
const written = (name = NAME, year = '2026') => readFileSync(join(folderOf(year), `${name}.md`));
const everything = () =>
  readdirSync(content, { recursive: true, encoding: 'utf8' }).filter((path) => path.includes('.'));

function read(value: Uint8Array, path = `disclosures/2026/${NAME}.md`) {
  return readDisclosure(new VFile({ path, value }));
}
/** A project without where it stands. */
function withoutPlaces(project: Project) {
  return {
    ...project,
    source: null,
    indicators: project.indicators.map((indicator) => ({ ...indicator, line: 0 })),
    otherFields: project.otherFields.map((field) => ({ ...field, line: 0 })),
  };
}
const sourceRecords = read(readFileSync(SOURCE)).projects.map(withoutPlaces);

describe('the seven tables of the source, merged cells and all', () => {
  test.each([
    ['seven.xlsx', () => makeWorkbook()],
    ['seven.xls', () => makeWorkbook(sourceTables(), 'biff8')],
    ['seven.et', () => makeWorkbook(sourceTables(), 'biff8')],
    ['seven.docx', makeWord],
    ['seven.html', makeWebPage],
    ['seven.csv', makeCsv],
    ['seven.tsv', () => makeCsv().replaceAll('","', '"\t"')],
    ['seven.txt', () => readFileSync(SOURCE)],
    ['seven.md', () => Buffer.from(`\ufeff${readFileSync(SOURCE, 'utf8')}`, 'utf16le')],
  ])('give the same records from %s', (name, make) => {
    const bytes = make();
    const { status, stderr } = importFile(name, bytes, '--as', NAME);
    expect({ status, stderr }).toMatchObject({ status: 0 });
    const { projects, publication } = read(written());
    expect(projects.map(withoutPlaces)).toEqual(sourceRecords);
    const [original] = publication.originals ?? [];
    expect(original).toMatchObject({
      name,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    expect(readFileSync(join(folderOf(), original?.file ?? '')).equals(Buffer.from(bytes))).toBe(true);
  });

  test.each(['utf-8', 'utf16le', 'gb18030'])('are the same from a .csv in %s', (encoding) => {
    const text = makeCsv();
    const bytes =
      encoding === 'gb18030'
        ? spawnSync('iconv', ['-f', 'utf-8', '-t', 'gb18030'], { input: text }).stdout
        : Buffer.from(encoding === 'utf16le' ? `\ufeff${text}` : text, encoding as BufferEncoding);
    expect(importFile('seven.csv', bytes, '--as', NAME)).toMatchObject({ status: 0 });
    expect(read(written()).projects.map(withoutPlaces)).toEqual(sourceRecords);
  });

  test.each([
    ['libreoffice.xlsx', 'two.xlsx'],
    ['libreoffice.ods', 'two.ods'],
    ['libreoffice.docx', 'two.docx'],
    ['libreoffice.odt', 'two.odt'],
    ['old.xls', 'two.xls'],
    ['old.xls', 'two.et'],
    ['old.doc', 'two.doc'],
    ['old.doc', 'two.wps'],
    // Programs save under each other's names.
    ['libreoffice.xlsx', 'two.et'],
    ['libreoffice.docx', 'two.wps'],
    ['old.xls', 'two.xlsx'],
  ])('give two of them from %s, which LibreOffice wrote, as %s', (fixture, name) => {
    const { status, stderr } = importFile(
      name,
      readFileSync(`tests/cli/fixtures/import/${fixture}`),
      '--as',
      NAME,
    );
    expect({ status, stderr }).toMatchObject({ status: 0 });
    // LibreOffice took the amounts for plain numbers, and prints them so.
    const printed = (text: string) =>
      /xls|ods/.test(fixture) ? text.replaceAll(',', '').replace('.00', '') : text;
    const expected = sourceRecords.slice(0, 2).map(({ budget, ...project }) => ({
      ...project,
      budget: budget && { ...budget, text: printed(budget.text) },
    }));
    expect(read(written()).projects.map(withoutPlaces)).toEqual(expected);
  });
});

test('a PDF gives its tables and is kept, with the pages of each', () => {
  const printed = readFileSync('tests/unit/import/fixtures/pdf/layout-f.pdf');
  const { status, stdout } = importFile('407局2026年预算.pdf', printed, '--as', 'a');
  expect({ status, stdout }).toMatchObject({ status: 0 });
  const { projects, publication } = read(written('a'), 'disclosures/2026/a.md');
  const form = layouts.find(({ id }) => id === 'F');
  expect(projects.map(({ name }) => name)).toEqual(form?.projects.map(({ name }) => name));
  expect(projects.map(({ indicators }) => indicators.length)).toEqual([7, 7, 7, 7]);
  expect(publication.originals).toMatchObject([
    { file: 'a.original.pdf', parts: [1, 2, 3, 4].map((at) => `第 ${at} 张表（第 ${at} 页）`) },
  ]);
  expect(readFileSync(join(folderOf(), 'a.original.pdf')).equals(printed)).toBe(true);
});

describe('what staff are told', () => {
  test('hidden rows, columns and sheets, comments and formula errors', () => {
    const book = utils.book_new();
    const sheet = toSheet(sourceTables().slice(0, 1));
    sheet['!rows'] = [];
    sheet['!rows'][15] = { hidden: true };
    sheet['H1'] = { t: 'e', v: 0x17, w: '#REF!' };
    sheet['!ref'] = 'A1:H30';
    sheet['A2'] = { ...(sheet['A2'] as object), c: [{ a: '甲', t: '请核对名称' }] };
    utils.book_append_sheet(book, sheet, '公开');
    utils.book_append_sheet(book, utils.aoa_to_sheet([['草稿']]), '草稿');
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
    const bytes = write(book, { type: 'buffer', bookType: 'xlsx', cellStyles: true }) as Buffer;
    const { stdout } = importFile('a.xlsx', bytes, '--as', 'a');
    expect(stdout).toContain('工作表“草稿”是隐藏的，没有读入');
    expect(stdout).toContain('第 16 行是隐藏的');
    expect(stdout).toContain('公开!A2 有批注，没有读入：“请核对名称”');
    expect(stdout).toContain('公开!H1 的公式出错，显示为 #REF!');
  });

  test('an error at its cell of the original, and nothing is written', () => {
    const tables = sourceTables().slice(0, 1);
    const amount = tables[0]?.cells.find(({ text }) => text === '27,700.00');
    if (amount) amount.text = '27,7oo.00';
    const { status, stdout, stderr } = importFile('a.xlsx', makeWorkbook(tables), '--as', 'a');
    expect(status).toBe(1);
    expect(stdout).toContain('a.xlsx 工作表“项目1”第 8 行 error budget/not-a-number');
    expect(stderr).toContain('有 1 处错误，没有导入');
    expect(stderr).toMatch(/每一格读成了什么，写在核对结果里，用浏览器打开：file:\S+check\.html/);
    expect(everything()).toEqual([]);
  });

  test('a file that is there already is not replaced without --force', () => {
    const text = fixtureSource('a-plain-table');
    expect(importFile('a.md', text, '--as', 'a', '--year', '2026')).toMatchObject({ status: 0 });
    const before = written('a');
    const second = importFile('a.md', text.replace('河道清淤', '堤岸修补'), '--as', 'a', '--year', '2026');
    expect(second.status).toBe(1);
    expect(second.stderr).toContain('--force');
    expect(written('a').equals(before)).toBe(true);
    importFile(
      'a.csv',
      text.replaceAll('\t', ',').replace('30,000.00', '30000.00'),
      '--as',
      'a',
      '--year',
      '2026',
      '--force',
    );
    expect(everything().sort()).toEqual(['disclosures/2026/a.md', 'disclosures/2026/a.original.csv']);
  });

  test('the year is taken from the table or the name of the file, or asked for', () => {
    const text = fixtureSource('a-plain-table').replaceAll('2026年', '');
    expect(importFile('a.md', text, '--as', 'a').stderr).toContain('--year 2026');
    expect(importFile('水务局2025年.md', text)).toMatchObject({ status: 0 });
    expect(existsSync(join(folderOf('2025'), 'shui-wu-ju.md'))).toBe(true);
  });

  test('a personal number in the name of the file, and nothing is written', () => {
    const { status, stderr } = importFile(
      '王某13800138000.md',
      fixtureSource('a-plain-table'),
      '--year',
      '2026',
    );
    expect({ status, stderr }).toMatchObject({ status: 1 });
    expect(stderr).toContain('王某138********.md：文件名里有电话或证件号码');
    expect(everything()).toEqual([]);
  });

  test('an original that is a source already, under whatever name', () => {
    const bytes = makeWorkbook(sourceTables().slice(0, 1));
    expect(importFile('a.xlsx', bytes, '--as', 'a')).toMatchObject({ status: 0 });
    const again = importFile('改过名.xlsx', bytes, '--as', 'b');
    expect(again).toMatchObject({ status: 1 });
    expect(again.stderr).toContain(
      '改过名.xlsx：这份原件已经导入为 disclosures/2026/a.md，不能再导入为 disclosures/2026/b.md',
    );
    expect(everything().sort()).toEqual(['disclosures/2026/a.md', 'disclosures/2026/a.original.xlsx']);
    expect(importFile('a.xlsx', bytes, '--as', 'a', '--force')).toMatchObject({ status: 0 });
    const twice = importFile('c.xlsx', bytes, join(inbox, 'a.xlsx'), '--as', 'a', '--force');
    expect(twice.stderr).toContain('a.xlsx 和 c.xlsx 是同一份原件');
  });

  test('options that npm kept for itself, and the right command', () => {
    writeFileSync(join(inbox, 'a.xlsx'), makeWorkbook(sourceTables().slice(0, 1)));
    const { status, stderr } = spawnSync(
      'npm',
      ['run', '--silent', 'import', join(inbox, 'a.xlsx'), '--as', 'shui-wu-ju', '--year', '2026', '--force'],
      { env: plainEnvironment({ JIXIAO_CONTENT: content }), encoding: 'utf8' },
    );
    expect(status).toBe(1);
    expect(stderr).toContain(
      `：npm run import -- ${join(inbox, 'a.xlsx')} --as shui-wu-ju --year 2026 --force`,
    );
    expect(everything()).toEqual([]);
  });

  test('a cell of several lines keeps its lines', () => {
    const tables = sourceTables().slice(0, 1);
    const cell = tables[0]?.cells.find(({ text }) => text === '服务形象调查');
    if (cell) cell.text = '服务形象\n调查 | 反馈';
    importFile('a.xlsx', makeWorkbook(tables), '--as', 'a');
    const { projects } = read(written('a'), 'disclosures/2026/a.md');
    expect(projects[0]?.indicators[3]?.name).toBe('服务形象\n调查 | 反馈');
  });
});
