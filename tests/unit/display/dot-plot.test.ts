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

test('zero and figures below it are on an even scale', () => {
  const { isLogarithmic } = toDotPlot([{ label: '2026年', dots: dots([-3, 0, 1, 1000]) }]);
  expect(isLogarithmic).toBe(false);
});
