/** What a page of a PDF draws, as cells: texts and the lines around them. */
import { describe, expect, test } from 'vitest';
import { readPdfPages } from '../../../src/verify/read-pdf-pages.ts';
import { makePdf } from '../../helpers/make-pdf.ts';

/** Two rows of two columns, 100 by 40 points each, from the page's top left at 50, 42. */
const GRID = [
  ...[800, 760, 720].map((y) => `50 ${y} m 250 ${y} l S`),
  ...[50, 150, 250].map((x) => `${x} 800 m ${x} 720 l S`),
].join('\n');
const write = (text: string, x: number, y: number, matrix = '1 0 0 1') =>
  `BT /F1 10 Tf ${matrix} ${x} ${y} Tm (${text}) Tj ET`;
const CELLS = [write('a', 60, 775), write('b', 160, 775), write('c', 60, 735), write('d', 160, 735)].join(
  '\n',
);

async function readPage(...draws: string[]) {
  const page = (await readPdfPages(makePdf(draws.join('\n')), [1])).get(1);
  const tables = page?.tables.map((boxes) => boxes.map(({ texts }) => texts[0]));
  return { tables, outside: page?.outside };
}

describe('a table', () => {
  test('has a text for each place that lines enclose', async () => {
    expect(await readPage(GRID, CELLS, write('Title', 100, 820), write('- 1 -', 140, 40))).toEqual({
      tables: [['a', 'b', 'c', 'd']],
      outside: 'Title-1-',
    });
  });

  test.each([
    [
      'lines that are thin areas',
      GRID.replaceAll(
        /(\d+) (\d+) m (\d+) (\d+) l S/g,
        (_, ...[x, y, to, end]: string[]) =>
          `${x} ${y} ${Number(to) - Number(x) || 0.5} ${Number(end) - Number(y) || 0.5} re f`,
      ),
    ],
    ['lines of dots', `[1 1.5] 0 d ${GRID}`],
    [
      'a frame around each',
      [50, 156].flatMap((x) => [720, 764].map((y) => `${x} ${y} 98 36 re S`)).join(' '),
    ],
    ['rectangles', [50, 150].flatMap((x) => [720, 760].map((y) => `${x} ${y} 100 40 re S`)).join(' ')],
    [
      'lines under a matrix',
      `q 2 0 0 2 0 0 cm ${GRID.replaceAll(/\d+/g, (number) => String(Number(number) / 2))} Q`,
    ],
  ])('has them with %s', async (_, lines) => {
    expect((await readPage(lines, CELLS)).tables).toEqual([['a', 'b', 'c', 'd']]);
  });

  test('keeps a text that is underlined whole, and one that is drawn twice once', async () => {
    const underline = '160 733 m 180 733 l S';
    const { tables } = await readPage(GRID, CELLS, underline, write('e', 160, 722), write('d', 160.3, 735));
    expect(tables).toEqual([['a', 'b', 'c', 'de']]);
  });

  test('keeps a text that is cut off in its own cell', async () => {
    const hidden = `q 50 760 100 40 re W n ${write('x', 60, 745)} Q`;
    const pages = await readPdfPages(makePdf([GRID, CELLS, hidden].join('\n')), [1]);
    const texts = pages.get(1)?.tables[0]?.map((box) => box.texts);
    // By place and as drawn, with what can't be seen and without.
    expect(texts?.[0]).toEqual(['ax', 'a', 'ax', 'a']);
    expect(texts?.slice(1).map(([text]) => text)).toEqual(['b', 'c', 'd']);
  });

  test('has no text askew, and is read in the direction of most text', async () => {
    const { tables } = await readPage(GRID, CELLS, write('DRAFT', 70, 730, '0.7 0.7 -0.7 0.7'));
    expect(tables).toEqual([['a', 'b', 'c', 'd']]);
    const turned = await readPage(`q 0 1 -1 0 842 0 cm ${GRID} ${CELLS} Q`);
    expect(turned.tables).toEqual([['a', 'b', 'c', 'd']]);
  });

  test('is none of a frame or a line', async () => {
    const { tables, outside } = await readPage('20 20 555 800 re S', '50 700 m 250 700 l S', CELLS);
    expect({ tables, outside }).toEqual({ tables: [], outside: 'abcd' });
  });
});

test('pages that a PDF does not have are left out', async () => {
  expect([...(await readPdfPages(makePdf(GRID, { pages: 2 }), [0, 2, 3])).keys()]).toEqual([2]);
});
