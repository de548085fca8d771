/** Files that mean harm, are broken, or are no tables at all. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { spawnSync } from 'node:child_process';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeEach, describe, expect, test } from 'vitest';
import { ImportError } from '../../src/import/import-error.ts';
import { readOriginal } from '../../src/import/read-original.ts';
import { plainEnvironment } from '../helpers/run-script.ts';
import { makeWord, makeWorkbook, sourceTables, zip } from '../helpers/make-originals.ts';
import { makePdf } from '../helpers/make-pdf.ts';
import { tempFolders } from '../helpers/temp-folders.ts';

const newFolder = tempFolders();
let content: string;
let inbox: string;

beforeEach(() => {
  [content, inbox] = [newFolder(), newFolder()];
});

const everything = () =>
  readdirSync(content, { recursive: true, encoding: 'utf8' }).filter((path) => path.includes('.'));

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

/** An archive whose end says that it has fewer parts than it has. */
function shortZip(): Buffer {
  const bytes = Buffer.from(makeWorkbook());
  bytes.writeUInt16LE(1, bytes.lastIndexOf('PK\x05\x06') + 10);
  return bytes;
}

/** A zip archive of one deflated part, with the size that its header is to claim. */
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
