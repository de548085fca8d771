import { expect, test } from 'vitest';
import { MARK_SHAPES } from '../../../src/display/mark-shapes.ts';
import { writingOf } from '../../../src/display/typed-value.ts';
import { parseTarget } from '../../../src/record/parse-target.ts';

test.each([
  ['>95%', false],
  ['≥95%', false],
  ['95%', false],
  ['约95%', true],
  ['90%~95%', true],
  ['≤95%', true],
  ['<95%', true],
])('the mark of %s is hollow: %s', (text, isHollow) => {
  expect(MARK_SHAPES[writingOf(parseTarget(text))]?.isHollow ?? false).toBe(isHollow);
});

test('only figures have marks, each another one', () => {
  expect(MARK_SHAPES[writingOf(parseTarget('满意'))]).toBeUndefined();
  expect(MARK_SHAPES[writingOf(null)]).toBeUndefined();
  const paths = Object.values(MARK_SHAPES).map(({ path }) => path);
  expect(new Set(paths).size).toBe(7);
  for (const path of paths) expect(path).toMatch(/^M[\d.]/);
});
