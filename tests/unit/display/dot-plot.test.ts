import { expect, test } from 'vitest';
import { toDotPlot, type Dot } from '../../../src/display/dot-plot.ts';

const dots = (values: readonly number[], shape = 'least'): Dot[] =>
  values.map((value, place) => ({ value, shape, title: `${value}`, id: `r${place}` }));

test('a mark is where its value is, upon those that were there', () => {
  const { strips, ticks, each } = toDotPlot([{ label: '2026年', dots: dots([80, 90, 90, 100]) }]);
  expect(each).toBe(1);
  expect(strips[0]?.marks.map(({ x, y }) => [x, y])).toEqual([
    [0, 0],
    [50, 0],
    [50, 1],
    [100, 0],
  ]);
  expect(strips[0]).toMatchObject({ count: 4, height: 2 });
  expect(ticks.map(({ label }) => label)).toEqual(['80', '85', '90', '95', '100']);
});

test('all strips have one scale, and rare shapes are on top', () => {
  const { strips } = toDotPlot([
    { label: '2026年', dots: [...dots([90], 'most'), ...dots([90, 90, 100])] },
    { label: '2025年', dots: dots([80]) },
  ]);
  const [newest, before] = strips;
  expect(newest?.marks.filter(({ x }) => x === 50).map(({ shape }) => shape)).toEqual([
    'least',
    'least',
    'most',
  ]);
  expect(before?.marks.map(({ x }) => x)).toEqual([0]);
});

test('one mark stands for several where a stack would be taller than a screen', () => {
  const many = Array.from({ length: 95 }, () => 90);
  const { strips, each } = toDotPlot([{ label: '2026年', dots: dots([...many, 80]) }]);
  expect(each).toBe(4);
  expect(strips[0]?.count).toBe(96);
  expect(strips[0]?.marks).toHaveLength(25);
  expect(strips[0]?.height).toBe(24);
});

test('figures of very different sizes are on a scale of powers of ten, with short words', () => {
  const { ticks, isLogarithmic, strips } = toDotPlot([
    { label: '2026年', dots: dots([10, 1000, 1000, 20_000_000]) },
  ]);
  expect(isLogarithmic).toBe(true);
  expect(ticks.map(({ label }) => label)).toEqual(['10', '1,000', '10万', '1,000万']);
  for (const { x } of strips[0]?.marks ?? []) expect(x).toBeLessThanOrEqual(100);
});

test.each([
  ['above zero', [10, 10, 201], true],
  ['with a zero', [0, 1, 1, 1000], false],
  ['below zero', [-3, 0, 1, 1000], false],
  ['none more than 20 times the middle one', [10, 10, 200], false],
])('of figures %s, %j, the scale is logarithmic: %s', (_, values, expected) => {
  expect(toDotPlot([{ label: '2026年', dots: dots(values) }]).isLogarithmic).toBe(expected);
});

test('each power of ten has its tick while there are six of them', () => {
  const { ticks } = toDotPlot([{ label: '2026年', dots: dots([10, 20, 1_000_000]) }]);
  expect(ticks.map(({ label }) => label)).toEqual(['10', '100', '1,000', '1万', '10万', '100万']);
});

test('equal figures are at the left of a scale of one unit', () => {
  const { strips, ticks } = toDotPlot([{ label: '2026年', dots: dots([90, 90, 90]) }]);
  expect(strips[0]?.marks.map(({ x }) => x)).toEqual([0, 0, 0]);
  expect(ticks.map(({ label }) => label)).toEqual(['90', '90.2', '90.4', '90.6', '90.8', '91']);
});

test('figures too close to be apart are in one stack, smallest first', () => {
  const { strips } = toDotPlot([{ label: '2026年', dots: dots([90.1, 90, 80, 100]) }]);
  const stack = strips[0]?.marks.filter(({ title }) => title.startsWith('90'));
  expect(stack?.map(({ title, y }) => [title, y])).toEqual([
    ['90', 0],
    ['90.1', 1],
  ]);
});

test.each([
  ['a rare shape is on top, whatever its name', ['about', 'least', 'least'], ['least', 'least', 'about']],
  ['shapes that are as rare are in the order of their names', ['most', 'least'], ['least', 'most']],
  ['shapes in the order of their names stay in it', ['least', 'most'], ['least', 'most']],
])('%s', (_, shapes, expected) => {
  const { strips } = toDotPlot([{ label: '2026年', dots: shapes.flatMap((shape) => dots([90], shape)) }]);
  expect(strips[0]?.marks.map(({ shape }) => shape)).toEqual(expected);
});

test('a single mark of its shape is drawn where one mark represents several', () => {
  const many = Array.from({ length: 95 }, () => 90);
  const { strips } = toDotPlot([{ label: '2026年', dots: [...dots(many), ...dots([90], 'most')] }]);
  expect(strips[0]?.marks.filter(({ shape }) => shape === 'most')).toHaveLength(1);
  expect(strips[0]?.height).toBe(25);
});
