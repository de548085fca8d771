/** A source that was imported from a PDF is compared with what the PDF draws. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { readDocument } from '../../../src/import/pdf/read-document.ts';
import { writeMarkdown } from '../../../src/import/write-markdown.ts';
import { comparePdf } from '../../../src/verify/compare-pdf.ts';
import { readPdfPages } from '../../../src/verify/read-pdf-pages.ts';
import type { DrawnPage } from '../../../src/verify/to-boxes.ts';

const FILE = 'a.original.pdf';
const fixture = (name: string) => readFileSync(`tests/unit/import/fixtures/pdf/${name}.pdf`);

interface Imported {
  lines: string[];
  pages: ReadonlyMap<number, DrawnPage>;
}

async function importPdf(bytes: Uint8Array): Promise<Imported> {
  const { pieces, pages = 1 } = await readDocument(bytes);
  const { text } = writeMarkdown(
    pieces.map((piece) => (piece.kind === 'table' ? { ...piece, file: FILE } : piece)),
    { originals: [{ name: '甲.pdf', sha256: '0'.repeat(64), file: FILE, parts: ['表'] }] },
  );
  const numbers = Array.from({ length: pages }, (_, index) => index + 1);
  return { lines: text.split('\n'), pages: await readPdfPages(bytes, numbers) };
}

async function lossesOf({ lines, pages }: Imported): Promise<string[]> {
  return (await comparePdf(lines, () => Promise.resolve(pages))).losses;
}

const COLUMNS = /(?<!\\)\|/;
const isRow = (line: string) => line.startsWith('|') && !/^[|\s-]+$/.test(line);

/** A filled cell of a source: the index of its line, and of its part of the line. */
interface Cell {
  line: number;
  part: number;
  text: string;
}

function cellsOf(lines: readonly string[]): Cell[] {
  return lines.flatMap((row, line) =>
    isRow(row)
      ? row.split(COLUMNS).flatMap((text, part) => (text.trim() === '' ? [] : [{ line, part, text }]))
      : [],
  );
}

function put(
  lines: readonly string[],
  { line, part }: { line: number; part: number },
  text: string,
): string[] {
  const parts = (lines[line] ?? '').split(COLUMNS);
  return lines.with(line, parts.with(part, text).join('|'));
}

const FIXTURES = [
  ...['layout-a', 'layout-a2', 'layout-b', 'layout-b2', 'layout-c', 'layout-d', 'layout-e', 'layout-f'],
  ...['bold', 'budget', 'no-frame', 'turned', 'only-level-lines'],
];

describe.each(FIXTURES)('%s.pdf', (name) => {
  let imported: Imported;
  beforeAll(async () => {
    imported = await importPdf(fixture(name));
  });

  test('has each text of its tables in its source', async () => {
    const { cells, losses } = await comparePdf(imported.lines, () => Promise.resolve(imported.pages));
    expect(losses).toEqual([]);
    expect(cells).toBeGreaterThanOrEqual(cellsOf(imported.lines).length);
  });

  test('a cell that is dropped, altered, cut or in place of another is found, and a row that is dropped', async () => {
    const { lines, pages } = imported;
    const cells = cellsOf(lines);
    type Change = (cell: Cell, other: Cell) => string[];
    const changes: Change[] = [
      (cell) => put(lines, cell, ' '),
      (cell) => put(lines, cell, `${cell.text.trimEnd()}改 `),
      (cell) => put(lines, cell, cell.text.trimEnd().slice(0, -1)),
      (cell) =>
        put(
          lines,
          cell,
          cell.text.replace(/\d/, (digit) => String((Number(digit) + 1) % 10)),
        ),
      (cell, other) =>
        cell.line === other.line ? lines : put(put(lines, cell, other.text), other, cell.text),
      ({ line }) => lines.toSpliced(line, 1),
      ({ line }) => lines.with(line, '|  |'),
    ];
    const cell = fc.constantFrom(...cells);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...changes), cell, cell, async (change, one, other) => {
        const changed = change(one, other);
        fc.pre(changed.join('') !== lines.join(''));
        expect(await lossesOf({ lines: changed, pages })).not.toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('each altered line above a table is found', async () => {
    const { lines, pages } = imported;
    const start = lines.indexOf('---', 1);
    for (const [index, line] of lines.entries()) {
      if (index <= start || line === '' || line.startsWith('|')) continue;
      const losses = await lossesOf({ lines: lines.with(index, line.replace(/.$/, '改')), pages });
      expect(losses.join()).toContain(`${index + 1} 行`);
    }
  });
});

test('each cell that is dropped of a table over four pages is found', async () => {
  const { lines, pages } = await importPdf(fixture('layout-e'));
  for (const cell of cellsOf(lines))
    expect([cell, await lossesOf({ lines: put(lines, cell, ' '), pages })]).not.toEqual([cell, []]);
});

describe('of a table with all its lines', () => {
  let imported: Imported;
  beforeAll(async () => {
    imported = await importPdf(fixture('layout-f'));
  });

  test('a text that is moved to a blank cell of its row is found', async () => {
    const { lines, pages } = imported;
    for (const { line, part, text } of cellsOf(lines)) {
      const parts = (lines[line] ?? '').split(COLUMNS);
      const free = parts.findIndex((other, at) => at > 0 && at < parts.length - 1 && other.trim() === '');
      if (free < 0) continue;
      const moved = put(put(lines, { line, part }, ' '), { line, part: free }, text);
      expect(await lossesOf({ lines: moved, pages })).not.toEqual([]);
    }
  });

  test('a loss names the page and the text, and says what to do', async () => {
    const { lines, pages } = imported;
    const line = lines.findIndex((text) => text.includes('| 路灯节能改造（二期）经费'));
    const changed = lines.with(line, (lines[line] ?? '').replace('路灯', '街灯'));
    expect(await lossesOf({ lines: changed, pages })).toEqual([
      '原件第 3 页 “路灯节能改造(二期)经费”，源文件的表里没有，或不在这个位置（手工改过导入的源文件时，请改原件，再导入一次）',
      `${line + 1} 行 “街灯节能改造（二期）经费”，原件第 3 页没有`,
    ]);
  });

  test('a table that is dropped is found', async () => {
    const { lines, pages } = imported;
    const last = lines.findLastIndex((text) => text.startsWith('##'));
    const losses = await lossesOf({ lines: lines.slice(0, last), pages });
    expect(losses[0]).toContain('有 3 张表，导入时有 4 张');
  });

  test('a table that is added behind the imported ones is none of the PDF', async () => {
    const { lines, pages } = imported;
    const added = ['', '## 项目绩效目标表', '', '| 项目名称 | 河道清淤 |', '| --- | --- |'];
    expect(await lossesOf({ lines: [...lines, ...added], pages })).toEqual([]);
  });

  test('a page that is not there is a loss, and an original that can’t be opened', async () => {
    const { lines, pages } = imported;
    const some = new Map([...pages].filter(([number]) => number !== 2));
    expect((await lossesOf({ lines, pages: some })).join()).toContain('原件第 2 页没有');
    const { losses } = await comparePdf(lines, () => readPdfPages(Buffer.from('%PDF-1.4'), [1]));
    expect(losses).toEqual([expect.stringContaining('原件读不出：InvalidPDFException')]);
  });
});

test.each([
  ['that was imported before the places of rows were kept', ['originals: [{ file: a.original.pdf }]']],
  [
    'of a workbook',
    ['originals: [{ file: a.original.xlsx }]', 'tables: [{ file: a.original.xlsx, rows: [] }]'],
  ],
  ['that was pasted', ['publisher: 青溪县水务局']],
])('a source %s has no PDF to compare', async (_, front) => {
  const read = () => {
    throw new Error('no PDF is read');
  };
  const source = ['---', ...front, '---', '', '| 项目名称 | 河道清淤 |', '| --- | --- |'];
  expect(await comparePdf(source, read)).toEqual({ cells: 0, losses: [] });
});

test('a PDF that is not published is named by the check of files', async () => {
  const { lines } = await importPdf(fixture('turned'));
  expect((await comparePdf(lines, () => null)).losses).toEqual([]);
});
