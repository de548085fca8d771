import { expect, test } from 'vitest';
import { compareActual } from '../../../src/display/compare-actual.ts';
import { parseTarget } from '../../../src/record/parse-target.ts';

const compare = (target: string, actual: string) => {
  const comparison = compareActual(parseTarget(target), parseTarget(actual));
  return comparison && [comparison.isReached, comparison.difference];
};

test.each([
  ['≥420万平方米', '436.5万平方米', true, '多 16.5\u00A0万平方米'],
  ['≥92%', '91.3%', false, '少 0.7\u00A0个百分点'],
  ['≤60分钟', '52分钟', true, '少 8\u00A0分钟'],
  ['≤60分钟', '60分钟', true, null],
  ['≥12', '12', true, null],
  ['>12次', '12次', false, null],
  ['<12次', '11次', true, '少 1\u00A0次'],
  ['=12次', '13次', false, '多 1\u00A0次'],
  ['=12次', '12次', true, null],
  ['≤3.5万元', '30000元', true, '少 5,000\u00A0元'],
  ['≥12', '15', true, '多 3'],
])('%s and %s', (target, actual, isReached, difference) => {
  expect(compare(target, actual)).toEqual([isReached, difference]);
});

test('a target without a sign, or with an approximate one, is reached by the same figure only', () => {
  expect(compare('12次', '12次')).toEqual([true, null]);
  expect(compare('12次', '13次')).toEqual([null, '多 1\u00A0次']);
  expect(compare('约12次', '12次')).toEqual([true, null]);
  expect(compare('约12次', '11次')).toEqual([null, '少 1\u00A0次']);
});

test.each([
  ['≥12次', '12天'],
  ['有所改善', '有所改善'],
  ['≥12次', '完成'],
  ['2~3次', '2次'],
  ['≥95%', '≥95%'],
  ['≥2次', '2~3次'],
])('nothing is said of %s and %s', (target, actual) => {
  expect(compare(target, actual)).toBeNull();
});

test('nothing is said where one is not written', () => {
  expect(compareActual(null, parseTarget('1'))).toBeNull();
  expect(compareActual(parseTarget('1'), null)).toBeNull();
});
