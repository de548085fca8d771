import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { IDENTITY } from '../../../../src/import/pdf/matrix.ts';
import { readRulings } from '../../../../src/import/pdf/read-rulings.ts';

type Step = Parameters<typeof readRulings>[0];
const level = (at: number, from: number, to: number) => ({ isLevel: true, at, from, to });
const upright = (at: number, from: number, to: number) => ({ isLevel: false, at, from, to });
const CODES: Record<string, number> = { M: 0, L: 1, C: 2, Q: 3, Z: 4 };

/** The rulings of a path: `M 0 0 L 9 0 Z`. */
function draw(path: string, paint: number = OPS.stroke, own: Partial<Step> = {}) {
  const data = Float32Array.from(path.split(' ').map((word) => CODES[word] ?? Number(word)));
  const step = { operator: OPS.constructPath, args: [paint, [data]], matrix: IDENTITY } as unknown as Step;
  return readRulings({ ...step, strokesWhite: false, fillsWhite: false, ...own });
}

test.each([
  ['a level line', 'M 90 20 L 10 20', [level(20, 10, 90)]],
  ['an upright line', 'M 20 90 L 20 10', [upright(20, 10, 90)]],
  ['a line that is not quite straight', 'M 10 20 L 90 21', [level(20.5, 10, 90)]],
  ['an upright one that is not', 'M 20 10 L 21 90', [upright(20.5, 10, 90)]],
  ['a slanted line', 'M 10 20 L 90 22', []],
  ['a dot', 'M 10 20 L 10.25 20', []],
  ['an upright dot', 'M 10 20 L 10 20.25', []],
  ['a small dash', 'M 10 20 L 10.5 20 M 30 20 L 30 20.5', [level(20, 10, 10.5), upright(30, 20, 20.5)]],
  ['two lines', 'M 10 20 L 90 20 M 10 40 L 90 40', [level(20, 10, 90), level(40, 10, 90)]],
  [
    'a closed path',
    'M 0 0 L 50 0 L 50 40 L 0 40 Z',
    [level(0, 0, 50), upright(50, 0, 40), level(40, 0, 50), upright(0, 0, 40)],
  ],
  ['a curve', 'M 0 0 C 1 1 2 2 50 0 L 50 40', [upright(50, 0, 40)]],
  ['a flat curve', 'M 0 0 Q 1 1 50 0 L 50 40', [upright(50, 0, 40)]],
])('%s of a stroke', (_name, path, rulings) => {
  expect(draw(path)).toEqual(rulings);
});

const box = (width: number, height: number) =>
  `M 10 20 L ${10 + width} 20 L ${10 + width} ${20 + height} L 10 ${20 + height} Z`;

test.each([
  ['a flat area', 80, 1, [level(20.5, 10, 90)]],
  ['a narrow area', 1, 80, [upright(10.5, 20, 100)]],
  ['an area of 3 points', 80, 3, [level(21.5, 10, 90)]],
  ['a thick area', 80, 3.5, []],
  ['a dot', 0.25, 0.25, []],
])('%s that is filled', (_name, width, height, rulings) => {
  expect(draw(box(width, height), OPS.fill)).toEqual(rulings);
  expect(draw(box(width, height), OPS.eoFill)).toEqual(rulings);
});

test.each(['closeStroke', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'] as const)(
  '%s draws lines too',
  (name) => {
    expect(draw('M 10 20 L 90 20', OPS[name])).toEqual([level(20, 10, 90)]);
  },
);

test('white lines, and paths that only cut, are not seen', () => {
  expect(draw('M 10 20 L 90 20', OPS.stroke, { strokesWhite: true })).toEqual([]);
  expect(draw('M 10 20 L 90 20', OPS.stroke, { fillsWhite: true })).toHaveLength(1);
  expect(draw(box(80, 1), OPS.fill, { fillsWhite: true })).toEqual([]);
  expect(draw(box(80, 1), OPS.fill, { strokesWhite: true })).toHaveLength(1);
  expect(draw('M 10 20 L 90 20', OPS.endPath)).toEqual([]);
});

test('a picture of one colour is an area under its matrix', () => {
  const mask = { operator: OPS.paintSolidColorImageMask, matrix: [80, 0, 0, 1, 10, 20] };
  expect(draw('', OPS.fill, mask)).toEqual([level(20.5, 10, 90)]);
  expect(draw('', OPS.fill, { ...mask, fillsWhite: true })).toEqual([]);
});

test('points are those of the matrix; other operators and paths without points draw nothing', () => {
  expect(draw('M 10 20 L 90 20', OPS.stroke, { matrix: [0, 2, 2, 0, 1, 5] })).toEqual([upright(41, 25, 185)]);
  expect(draw('M 10 20 L 90 20', OPS.stroke, { operator: OPS.showText })).toEqual([]);
  expect(draw('', OPS.stroke, { args: [OPS.stroke, [null]] })).toEqual([]);
  expect(draw('', OPS.stroke, { args: [OPS.stroke, null] })).toEqual([]);
});
