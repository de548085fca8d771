import { expect, test } from 'vitest';
import { describeGroup, describeUnit } from '../../../src/display/describe-unit.ts';

test.each([
  [null, '没有数', '只有文字，不能按数排'],
  ['', '没有写单位', '没有写单位'],
  ['%', '百分数', '百分数'],
  ['‰', '‰', '以“‰”计'],
  ['天', '天', '以“天”计'],
])('the unit %j is %s, as a heading %s', (unit, word, heading) => {
  expect(describeUnit(unit)).toBe(word);
  expect(describeGroup(unit)).toBe(heading);
});
