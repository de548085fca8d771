import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { readPage } from '../../../../src/import/pdf/read-page.ts';
import { textOf } from '../../../../src/import/pdf/to-part.ts';
import { makePdf } from '../../../helpers/make-pdf.ts';

/** Two columns of 100 points and two rows of 40, from the page's point 100, 142. */
const GRID = [700, 660, 620].map((y) => `100 ${y} m 300 ${y} l S`).join(' ');
const UPRIGHT = [100, 200, 300].map((x) => `${x} 700 m ${x} 620 l S`).join(' ');
const write = (text: string, x: number, y: number) => `BT /F1 10 Tf ${x} ${y} Td (${text}) Tj ET`;
/** What is drawn within a part of the page only. */
const clip = (box: string, draws: string) => `q ${box} re W n ${draws} Q`;

/** The texts of a table's cells, and the lines outside it. */
async function read(...draws: string[]) {
  const document = await getDocument({
    data: Uint8Array.from(makePdf([GRID, UPRIGHT, ...draws].join('\n'))),
    verbosity: 0,
  }).promise;
  const { tables, lines } = await readPage(await document.getPage(1));
  await document.loadingTask.destroy();
  return {
    cells: tables.flatMap(({ cells, xs }) => cells.map((cell) => textOf(cell, xs))),
    lines: lines.flatMap(({ words }) => words.map(({ text }) => text)),
  };
}

test('a word is that of the cell that holds its middle', async () => {
  expect(await read(write('one', 110, 680), write('four', 210, 640), write('note', 110, 560))).toEqual({
    cells: ['one', '', '', 'four'],
    lines: ['note'],
  });
});

test('a word in a table that is inside another one’s cell is that of the inner cell', async () => {
  const levels = [656, 628].map((y) => `210 ${y} m 290 ${y} l S`);
  const uprights = [210, 250, 290].map((x) => `${x} 656 m ${x} 628 l S`);
  const texts = [write('out', 110, 640), write('in', 215, 640), write('edge', 202, 622)];
  const { cells, lines } = await read(...levels, ...uprights, ...texts);
  expect(cells).toEqual(['', '', 'out', 'edge', 'in', '']);
  expect(lines).toEqual([]);
});

test('what is hidden at the edge of its cell is the cell’s, wherever it is drawn', async () => {
  const upper = '101 661 98 38';
  expect(await read(clip(upper, `${write('one', 110, 680)} ${write('more', 110, 640)}`))).toEqual({
    cells: ['one more', '', '', ''],
    lines: [],
  });
  expect((await read(clip(upper, write('above', 110, 750)))).cells).toEqual(['above', '', '', '']);
});

test('what is hidden at the edge of more than a cell is not there', async () => {
  const table = '100 620 200 80';
  expect(await read(clip(table, `${write('one', 110, 680)} ${write('gone', 110, 560)}`))).toEqual({
    cells: ['one', '', '', ''],
    lines: [],
  });
});

test('a part of the page that is clipped for one drawing hides nothing of the next', async () => {
  expect((await read(clip('101 661 98 38', ''), write('note', 110, 560))).lines).toEqual(['note']);
});

test('text below a table that goes on is of the cell above it, line by line', async () => {
  const open = [100, 200, 300].map((x) => `${x} 620 m ${x} 580 l S`).join(' ');
  const texts = ['one', 'two', 'three'].map((text, index) => write(text, 110, 588 - index * 20));
  expect(await read(open, ...texts, write('note', 110, 480))).toEqual({
    cells: ['', '', '', '', 'one two three', ''],
    lines: ['note'],
  });
});
