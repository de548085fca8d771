import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { IDENTITY, type Matrix } from '../../../../src/import/pdf/matrix.ts';
import { toMatrix, walkOperators } from '../../../../src/import/pdf/walk-operators.ts';

type Name = keyof typeof OPS;
const TWICE: Matrix = [2, 0, 0, 2, 0, 0];
const EVERYWHERE = { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity };

const walk = (drawn: readonly [Name, ...unknown[]][], toPage: Matrix = IDENTITY) => [
  ...walkOperators(
    { fnArray: drawn.map(([name]) => OPS[name]), argsArray: drawn.map(([, ...args]) => args) },
    toPage,
  ),
];
/** The state after some operators. */
const after = (...drawn: [Name, ...unknown[]][]) => {
  const { operator, args, ...state } = walk([...drawn, ['nextLine']], [1, 0, 0, -1, 0, 100]).at(-1) ?? {};
  return { ...state, isLast: operator === OPS.nextLine && args?.length === 0 };
};
const START = {
  ...{ matrix: [1, 0, 0, -1, 0, 100], strokesWhite: false, fillsWhite: false },
  ...{ clip: EVERYWHERE, isLast: true },
};

test('each operator is given with its arguments, in the state that it begins', () => {
  expect(walk([['transform', 2, 0, 0, 2, 0, 0], ['nextLine']])).toEqual([
    {
      ...{ operator: OPS.transform, args: [2, 0, 0, 2, 0, 0], matrix: TWICE },
      ...{ strokesWhite: false, fillsWhite: false, clip: EVERYWHERE },
    },
    {
      ...{ operator: OPS.nextLine, args: [], matrix: TWICE },
      ...{ strokesWhite: false, fillsWhite: false, clip: EVERYWHERE },
    },
  ]);
  expect(after()).toEqual(START);
});

test('arguments that are no list are none', () => {
  const [step] = walkOperators({ fnArray: [OPS.nextLine], argsArray: [null] }, IDENTITY);
  expect(step?.args).toEqual([]);
});

test('transformations follow each other from the page inwards', () => {
  expect(after(['transform', 1, 0, 0, 1, 10, 20], ['transform', ...TWICE]).matrix).toEqual([
    ...[2, 0, 0, -2, 10, 80],
  ]);
});

test.each([
  ['save', 'restore'],
  ['beginGroup', 'endGroup'],
  ['paintFormXObjectBegin', 'paintFormXObjectEnd'],
  ['beginAnnotation', 'endAnnotation'],
] as const)('%s keeps the state, and %s brings it back', (begin, end) => {
  const changes: [Name, ...unknown[]][] = [
    ['transform', ...TWICE],
    ['setStrokeRGBColor', '#ffffff'],
  ];
  expect(after([begin], ...changes).strokesWhite).toBe(true);
  expect(after([begin], ...changes, [end])).toEqual(START);
  expect(after([begin], [begin], ...changes, [end], ['setFillRGBColor', '#ffffff'], [end])).toEqual(START);
  expect(after(...changes, [end]).strokesWhite).toBe(true);
});

test('a form has a matrix of its own', () => {
  expect(after(['transform', 1, 0, 0, 1, 10, 20], ['paintFormXObjectBegin', TWICE]).matrix).toEqual([
    ...[2, 0, 0, -2, 10, 80],
  ]);
});

test('a note is placed on the page, whatever was drawn before', () => {
  const note: [Name, ...unknown[]] = ['beginAnnotation', 'a', [], [1, 0, 0, 1, 10, 20], TWICE];
  expect(after(['transform', 9, 0, 0, 9, 0, 0], note).matrix).toEqual([2, 0, 0, -2, 10, 80]);
});

test.each<[[Name, ...unknown[]][], boolean, boolean]>([
  [[['setStrokeRGBColor', '#ffffff']], true, false],
  [[['setStrokeRGBColor', '#fffffe']], false, false],
  [[['setFillRGBColor', '#ffffff']], false, true],
  [[['setFillRGBColor', '#000000']], false, false],
  [[['setFillRGBColor', '#ffffff'], ['setFillColorN']], false, false],
  [
    [
      ['setStrokeRGBColor', '#ffffff'],
      ['setStrokeRGBColor', '#000000'],
    ],
    false,
    false,
  ],
])('after %j lines are white: %s, and areas: %s', (drawn, strokesWhite, fillsWhite) => {
  expect(after(...drawn)).toMatchObject({ strokesWhite, fillsWhite });
});

const path = (...box: number[]): [Name, ...unknown[]] => [
  'constructPath',
  OPS.endPath,
  [],
  Float32Array.from(box),
];

test.each(['clip', 'eoClip'] as const)('%s cuts what is drawn after the path that follows', (clip) => {
  const steps = walk([[clip], path(10, 20, 30, 50), ['nextLine'], path(0, 0, 1, 1), ['nextLine']]);
  const cut = { left: 10, right: 30, top: 20, bottom: 50 };
  expect(steps.map((step) => step.clip)).toEqual([EVERYWHERE, EVERYWHERE, cut, cut, cut]);
});

test('a path that only is drawn cuts nothing', () => {
  expect(after(path(10, 20, 30, 50)).clip).toEqual(EVERYWHERE);
});

test('what is cut is in points of the page, and within what was cut before', () => {
  expect(after(['clip'], path(10, 20, 30, 50)).clip).toEqual({ left: 10, right: 30, top: 50, bottom: 80 });
  expect(after(['clip'], path(10, 20, 30, 50), ['clip'], path(0, 30, 20, 90)).clip).toEqual({
    ...{ left: 10, right: 20, top: 50, bottom: 70 },
  });
  const turned: Matrix = [0, 1, 1, 0, 0, 0];
  expect(walk([['clip'], path(10, 20, 30, 50), ['nextLine']], turned).at(-1)?.clip).toEqual({
    ...{ left: 20, right: 50, top: 10, bottom: 30 },
  });
  const mirrored: Matrix = [-1, 0, 0, 1, 0, 0];
  expect(walk([['clip'], path(10, 20, 30, 50), ['nextLine']], mirrored).at(-1)?.clip).toEqual({
    ...{ left: -30, right: -10, top: 20, bottom: 50 },
  });
});

test.each([[[]], [[1]], [[1, 2]], [[1, 2, 3]]])('a path whose area is only %j cuts nothing', (box) => {
  expect(after(['clip'], path(...box)).clip).toEqual(EVERYWHERE);
  expect(after(['clip'], ['constructPath', OPS.endPath, [], box]).clip).toEqual(EVERYWHERE);
});

test.each([
  [[1, 2, 3, 4, 5, 6], true],
  [Float32Array.of(1, 2, 3, 4, 5, 6), true],
  [[1, 2, 3, 4, 5], false],
  [[1, 2, 3, 4, 5, 'x'], false],
  [[1, 2, 3, 4, 5, Infinity], false],
  [null, false],
  ['123456', false],
])('%j is a matrix: %s', (value, isMatrix) => {
  expect(toMatrix(value)).toEqual(isMatrix ? [1, 2, 3, 4, 5, 6] : IDENTITY);
});
