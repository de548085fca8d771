import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { TextReader, type Glyph } from '../../../../src/import/pdf/read-texts.ts';
import { walkOperators } from '../../../../src/import/pdf/walk-operators.ts';

type Drawn = [name: keyof typeof OPS, ...args: unknown[]];
const FONTS: Record<string, object> = {
  level: {},
  upright: { vertical: true },
  double: { fontMatrix: [0.002, 0, 0, 0.002, 0, 0] },
};

/** What is drawn on a page of 100 points in a font of 10. */
function read(...drawn: Drawn[]): Glyph[] {
  const reader = new TextReader((name) => FONTS[name] ?? {});
  const all: Drawn[] = [['setFont', 'level', 10], ...drawn];
  const list = { fnArray: all.map(([name]) => OPS[name]), argsArray: all.map(([, ...args]) => args) };
  for (const step of walkOperators(list, [1, 0, 0, -1, 0, 100])) reader.read(step);
  return reader.glyphs;
}
/** Characters as wide as they are high; a number is a shift. */
const show = (...pieces: (string | number)[]): Drawn => [
  'showText',
  pieces.flatMap((piece): unknown[] =>
    typeof piece === 'number'
      ? [piece]
      : Array.from(piece, (unicode) => ({ unicode, width: 1000, isSpace: unicode === ' ' })),
  ),
];
/** Text, left edge and middle of each character. */
const placesOf = (...drawn: Drawn[]) => read(...drawn).map(({ text, left, middle }) => [text, left, middle]);

test('a character has its place in points from the top left corner', () => {
  expect(read(['setTextMatrix', [1, 0, 0, 1, 20, 30]], show('甲'))).toEqual([
    {
      ...{ text: '甲', left: 20, right: 30, middle: 66.5, size: 10 },
      ...{ direction: 0, run: 1, hiddenBy: null },
    },
  ]);
});

test('characters follow each other; blank ones and shifts only take their place', () => {
  expect(placesOf(show('甲 乙', -500, '丙', 250, '丁'))).toEqual([
    ['甲', 0, 96.5],
    ['乙', 20, 96.5],
    ['丙', 35, 96.5],
    ['丁', 42.5, 96.5],
  ]);
});

test('spacing is added to each character, that of words to each space', () => {
  expect(placesOf(['setCharSpacing', 2], ['setWordSpacing', 5], show('甲 乙丙'))).toEqual([
    ['甲', 0, 96.5],
    ['乙', 29, 96.5],
    ['丙', 41, 96.5],
  ]);
});

test('a stretched text is as wide as it is drawn, gaps too', () => {
  const drawn = read(['setHScale', 50], ['setCharSpacing', 2], show('甲乙', -1000, '丙'));
  expect(drawn.map(({ left, right }) => [left, right])).toEqual([
    [0, 5],
    [6, 11],
    [17, 22],
  ]);
});

test('a font may have units of its own', () => {
  const drawn = read(['setFont', 'double', 10], show('甲乙'));
  expect(drawn.map(({ left, right, size }) => [left, right, size])).toEqual([
    [0, 20, 10],
    [20, 40, 10],
  ]);
});

test('lines begin where they are moved to, and the next one below by the leading', () => {
  expect(
    placesOf(
      ...([
        ['moveText', 5, 50],
        show('甲乙'),
        ['moveText', 5, -10],
        show('丙'),
        ['setLeading', 12],
        ['nextLine'],
        show('丁'),
        ['setLeadingMoveText', 1, -2],
        show('戊'),
        ['nextLine'],
        show('己'),
      ] satisfies Drawn[]),
    ),
  ).toEqual([
    ['甲', 5, 46.5],
    ['乙', 15, 46.5],
    ['丙', 10, 56.5],
    ['丁', 10, 68.5],
    ['戊', 11, 70.5],
    ['己', 11, 72.5],
  ]);
});

test.each<Drawn>([['beginText'], ['setTextMatrix', [1, 0, 0, 1, 0, 0]]])('%s begins anew', (...begin) => {
  expect(
    placesOf(['setTextMatrix', [1, 0, 0, 1, 9, 9]], ['moveText', 5, 50], show('甲'), begin, show('乙')),
  ).toEqual([
    ['甲', 14, 37.5],
    ['乙', 0, 96.5],
  ]);
  expect(placesOf(['moveText', 5, 50], begin, ['moveText', 1, 1], show('乙'))).toEqual([['乙', 1, 95.5]]);
});

test('a raised text is higher by its rise', () => {
  expect(placesOf(['setTextRise', 4], show('甲'))).toEqual([['甲', 0, 92.5]]);
});

test.each([
  ['save', 'restore'],
  ['paintFormXObjectBegin', 'paintFormXObjectEnd'],
  ['beginAnnotation', 'endAnnotation'],
  ['beginGroup', 'endGroup'],
] as const)('%s keeps the state of text, and %s brings it back', (begin, end) => {
  const sizes = (...drawn: Drawn[]) => read(...drawn).map(({ size }) => size);
  const larger: Drawn = ['setFont', 'level', 20];
  expect(sizes([begin], larger, show('甲'), [end], show('乙'))).toEqual([20, 10]);
  expect(sizes([begin], [begin], larger, [end], [end], show('乙'))).toEqual([10]);
  expect(sizes(larger, [end], show('甲'))).toEqual([20]);
});

test('a font without a size draws nothing', () => {
  expect(read(['setFont', 'level', 0], show('甲'))).toEqual([]);
});

test('a text without characters draws nothing', () => {
  expect(read(['showText', null])).toEqual([]);
});

test.each([
  ['to the right', [1, 0, 0, 1], 0],
  ['a little askew', [1, 0.09, -0.09, 1], 0],
  ['to the left', [-1, 0, 0, -1], 2],
  ['down', [0, -1, 1, 0], 1],
  ['up', [0, 1, -1, 0], 3],
  ['up, a little askew', [0.09, 1, -1, 0.09], 3],
  ['askew', [1, 0.1, -0.1, 1], null],
  ['upright askew', [0.1, 1, -1, 0.1], null],
])('text that runs %s is said to', (_name, turn, direction) => {
  expect(read(['setTextMatrix', [...turn, 50, 50]], show('甲'))[0]?.direction).toBe(direction);
});

test('a font of a negative size runs the other way', () => {
  expect(read(['setFont', 'level', -10], ['moveText', 50, 50], show('甲'))).toMatchObject([
    { left: 40, right: 50, middle: 53.5, size: 10, direction: 2 },
  ]);
});

test('an upright text is as wide as it is high around its middle', () => {
  expect(read(['setTextMatrix', [0, 1, -1, 0, 50, 50]], show('甲乙'))).toMatchObject([
    { left: 41.5, right: 51.5, middle: 45, size: 10 },
    { left: 41.5, right: 51.5, middle: 35, size: 10 },
  ]);
});

test('the size is that on the page', () => {
  expect(read(['transform', 2, 0, 0, 3, 0, 0], show('甲'))).toMatchObject([{ left: 0, right: 20, size: 30 }]);
});

test('a vertical font draws downwards, around its line', () => {
  expect(read(['setFont', 'upright', 10], ['moveText', 50, 50], show('甲', -500, '乙'))).toMatchObject([
    { left: 45, right: 55 },
    { left: 45, right: 55 },
  ]);
  const middles = (...drawn: Drawn[]) =>
    read(['setFont', 'upright', 10], ['moveText', 50, 50], ...drawn).map(({ middle }) => middle);
  const [first = 0, second = 0] = middles(show('甲乙'));
  expect(first).toBeCloseTo(50 + 8.8 - 3.5);
  expect(second).toBeCloseTo(first + 10);
  expect(middles(show('甲', 500, '乙'))[1]).toBeCloseTo(second + 5);
  expect(middles(['setCharSpacing', 2], show('甲乙'))[1]).toBeCloseTo(second + 2);
});

test('a character of a vertical font may say where it is drawn, and how high it is', () => {
  const glyph = { unicode: '甲', width: 1000, isSpace: false, vmetric: [-500, 200, 300] };
  const [first, second] = read(
    ['setFont', 'upright', 10],
    ['moveText', 50, 50],
    ['showText', [glyph, glyph]],
  );
  expect(first).toMatchObject({ left: 48, right: 58 });
  expect(first?.middle).toBeCloseTo(50 + 3 - 3.5);
  expect(second?.middle).toBeCloseTo(50 + 3 - 3.5 + 5);
});

test.each<Drawn>([
  ['save'],
  ['restore'],
  ['setFont', 'level', 10],
  ['constructPath', OPS.stroke, []],
  ['beginMarkedContent', 'P'],
  ['beginMarkedContentProps', 'P', null],
])('%s is between two pieces of text', (...between) => {
  expect(read(show('甲'), between, show('乙')).map(({ run }) => run)).toEqual([1, 2]);
});

test('moves of one text are no end of a piece', () => {
  expect(read(show('甲'), ['moveText', 1, 0], ['beginText'], show('乙')).map(({ run }) => run)).toEqual([
    1, 1,
  ]);
});

test('a character above or below what can be seen is hidden by that part', () => {
  const clip = (top: number, bottom: number): Drawn[] => [
    ['clip'],
    ['constructPath', OPS.endPath, [], Float32Array.of(0, 100 - bottom, 9, 100 - top)],
  ];
  const hiddenBy = (top: number, bottom: number) => read(...clip(top, bottom), show('甲'))[0]?.hiddenBy;
  expect(hiddenBy(90, 100)).toBeNull();
  expect(hiddenBy(96.5, 96.5)).toBeNull();
  expect(hiddenBy(97, 100)).toEqual({ left: 0, right: 9, top: 97, bottom: 100 });
  expect(hiddenBy(90, 96)).toEqual({ left: 0, right: 9, top: 90, bottom: 96 });
});

test('radicals are read as the ideographs that they look like', () => {
  expect(read(show('⽤')).map(({ text }) => text)).toEqual(['用']);
});
