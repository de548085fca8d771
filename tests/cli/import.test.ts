import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { spawnSync } from 'node:child_process';
import { utils, write } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeEach, describe, expect, test } from 'vitest';
import { VFile } from 'vfile';
import { ImportError } from '../../src/import/import-error.ts';
import { readOriginal } from '../../src/import/read-original.ts';
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
  zip,
} from '../helpers/make-originals.ts';
import { layouts } from '../helpers/layouts.ts';
import { makePdf } from '../helpers/make-pdf.ts';
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

describe('a hostile file is told in Chinese, within 10 s and 1 GB, and leaves nothing', () => {
  const bomb = () => {
    const sheet = deflateRawSync(Buffer.alloc(300 * 1024 * 1024, '<row/>'));
    return rawZip('xl/worksheets/sheet1.xml', sheet, 1_000);
  };
  const cases: [title: string, name: string, make: () => Buffer, message: string][] = [
    ['a zip bomb whose header lies', 'bomb.xlsx', bomb, '解开后太大'],
    [
      'a sheet of 50 MB',
      'big.xlsx',
      () =>
        zip({
          'xl/workbook.xml': '<workbook/>',
          'xl/worksheets/sheet1.xml': `<sheetData>${'<row><c><v>1</v></c></row>'.repeat(2_000_000)}</sheetData>`,
        }),
      '解开后太大',
    ],
    ['an archive of more parts than it says', 'short.xlsx', shortZip, '文件已损坏'],
    [
      'a workbook that describes 80 million columns',
      'columns.xlsx',
      () => {
        const columns = `<cols>${'<col min="1" max="16384" width="9"/>'.repeat(5_000)}</cols>`;
        const parts = unzipSync(makeWorkbook());
        const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
        parts['xl/worksheets/sheet1.xml'] = strToU8(sheet.replace('<sheetData', `${columns}<sheetData`));
        return Buffer.from(zipSync(parts));
      },
      '要读的时间太长',
    ],
    [
      'a web page of cells over 100 million rows and columns',
      'spans.html',
      () =>
        Buffer.from(
          `<table>${`<tr>${'<td colspan=200 rowspan=10000>x</td>'.repeat(500)}</tr>`.repeat(50)}</table>`,
        ),
      '没有读完',
    ],
    ['a .csv of 50 MB', 'big.csv', () => Buffer.alloc(50 * 1024 * 1024, 'a,'), '上限是 20 MB'],
    [
      'a .docx with a javascript: link',
      'link.docx',
      () => makeWord(sourceTables().slice(0, 1), 'javascript:alert(1)'),
      '会运行程序的链接',
    ],
    ...(
      [
        ['locked.xlsx', '有密码保护，读不出'],
        ['locked.docx', '有密码保护，读不出'],
        ['locked.xls', '有密码保护，又是老格式'],
        ['locked.doc', '有密码保护，又是老格式'],
      ] as const
    ).map(([name, message]): (typeof cases)[number] => [
      `${name}, which LibreOffice wrote`,
      name,
      () => readFileSync(`tests/cli/fixtures/import/${name}`),
      message,
    ]),
    [
      'a container of neither',
      'mail.doc',
      () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4_096, 0xff)]),
      '不是 Excel 工作簿，也不是 Word 文档',
    ],
    [
      'a renamed .exe',
      'setup.xlsx',
      () => Buffer.concat([Buffer.from('MZ\x90\0'), Buffer.alloc(4096)]),
      '这是一个程序',
    ],
    [
      'a .pdf of 400 MB of operators',
      'draws.pdf',
      () => makePdf('1 0 0 1 0 0 cm '.repeat(25_000_000)),
      '没有读完',
    ],
    ['a .pdf of 50 MB', 'big.pdf', () => Buffer.alloc(50 * 1024 * 1024, '%PDF-1.7\n'), '上限是 20 MB'],
    ['a renamed .pdf', 'table.pdf', () => Buffer.from('<table>'), '内容不是 PDF 文件'],
    ['a picture', 'scan.jpg', () => Buffer.from('ffd8ffe000104a464946', 'hex'), '这是图片，里面的字读不出'],
    ['a .rar', 'tables.rar', () => Buffer.from('Rar!\x1a\x07\x01\0'), '请先解压'],
    ['a .zip', 'tables.zip', () => zip({ '表.xlsx': makeWorkbook() }), '请先解压'],
    ['an .ofd', 'table.ofd', () => zip({ 'OFD.xml': '<OFD/>' }), '.ofd 版式文件'],
    ['an .rtf', 'table.rtf', () => Buffer.from('{\\rtf1 }'), '请用办公软件另存为 .docx'],
    [
      'XML of Excel 2003',
      'a.xls',
      () => Buffer.from('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'),
      '另存为 .xlsx',
    ],
    ['a workbook named as a picture', 'table.png', () => makeWorkbook(), '和文件名的“.png”不符'],
    [
      'a .docx of tables in tables',
      'deep.docx',
      () =>
        zip({
          'word/document.xml': `<w:document xmlns:w="w"><w:body>${'<w:tbl><w:tr><w:tc>'.repeat(100_000)}`,
        }),
      '太复杂',
    ],
    [
      'a .docx of unclosed runs',
      'open.docx',
      () => zip({ 'word/document.xml': `<w:document xmlns:w="w"><w:body>${'<w:r/>'.repeat(2_000_000)}` }),
      '太复杂',
    ],
    [
      'a cut-off .xls',
      'cut.xls',
      () => readFileSync('tests/cli/fixtures/import/old.xls').subarray(0, 6_000),
      '请用办公软件打开',
    ],
    [
      'a cut-off .doc',
      'cut.doc',
      () => readFileSync('tests/cli/fixtures/import/old.doc').subarray(0, 6_000),
      '请用办公软件打开',
    ],
    ['a cut-off workbook', 'cut.xlsx', () => makeWorkbook().subarray(0, 3_000), '已损坏'],
  ];
  test.each(cases)('%s', (_title, name, make, message) => {
    writeFileSync(join(inbox, name), make());
    // Of the process itself: a clock would count what other programs compute.
    const report = 'const {maxRSS,userCPUTime:u,systemCPUTime:s}=process.resourceUsage();';
    const print = 'console.error("peak kB "+maxRSS+", computed ms "+(u+s)/1000)';
    const { status, stderr } = spawnSync(
      process.execPath,
      [
        '--import',
        `data:text/javascript,process.on("exit",()=>{${report}${print}})`,
        'scripts/import.ts',
        join(inbox, name),
      ],
      { env: plainEnvironment({ JIXIAO_CONTENT: content }), encoding: 'utf8' },
    );
    expect(status).toBe(1);
    expect(stderr).toContain(`${name}：`);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
    expect(Number(/computed ms ([\d.]+)/.exec(stderr)?.[1])).toBeLessThan(10_000);
    expect(Number(/peak kB (\d+)/.exec(stderr)?.[1])).toBeLessThan(1_000_000);
    expect(everything()).toEqual([]);
  });
});

test('a container with any broken byte is told to be one, and nothing worse', async () => {
  for (const name of ['locked.xlsx', 'locked.xls', 'locked.doc']) {
    const bytes = readFileSync(`tests/cli/fixtures/import/${name}`);
    // The head and the directory are what leads a reader astray.
    for (const broken of brokenCopies(bytes, [7, 509], [0, 1, 0x7f, 0xff]))
      await expect(readOriginal(name, broken)).rejects.toThrow(/密码|不是 Excel|损坏|更早/);
  }
}, 60_000);

test('an old file with any broken byte is read or refused', async () => {
  let refused = 0;
  for (const name of ['old.xls', 'old.doc']) {
    const bytes = readFileSync(`tests/cli/fixtures/import/${name}`);
    for (const broken of brokenCopies(bytes, [97, 2_039], [1, 0xff]))
      try {
        await readOriginal(name, broken);
      } catch (error) {
        expect(error).toBeInstanceOf(ImportError);
        refused += 1;
      }
  }
  expect(refused).toBeGreaterThan(5);
}, 120_000);

/** Copies with four wrong bytes in each. @param steps Bytes from one to the next in the first 1,024, and behind. */
function* brokenCopies(
  bytes: Buffer,
  [near, far]: readonly [number, number],
  values: readonly number[],
): Generator<Buffer> {
  for (let at = 24; at < bytes.length; at += at < 1_024 ? near : far)
    for (const value of values) {
      const broken = Buffer.from(bytes);
      broken.fill(value, at, at + 4);
      yield broken;
    }
}

/** A zip archive of one deflated part, with the size that its header is to claim. */
/** An archive whose end says that it has fewer parts than it has. */
function shortZip(): Buffer {
  const bytes = Buffer.from(makeWorkbook());
  bytes.writeUInt16LE(1, bytes.lastIndexOf('PK\x05\x06') + 10);
  return bytes;
}

function rawZip(name: string, packed: Buffer, claimed: number): Buffer {
  const header = (signature: number, extra: number) => {
    const buffer = Buffer.alloc(30 + extra);
    buffer.writeUInt32LE(signature, 0);
    return buffer;
  };
  const local = header(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(claimed, 22);
  local.writeUInt16LE(name.length, 26);
  const central = header(0x02014b50, 16);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(claimed, 24);
  central.writeUInt16LE(name.length, 28);
  const body = Buffer.concat([local, Buffer.from(name), packed]);
  const directory = Buffer.concat([central, Buffer.from(name)]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(body.length, 16);
  return Buffer.concat([body, directory, end]);
}
