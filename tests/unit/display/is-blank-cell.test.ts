import { expect, test } from 'vitest';
import { isBlankCell } from '../../../src/display/is-blank-cell.ts';

test.each([
  ['备注', true],
  ['其他资金：', true],
  ['其他资金（万元）', true],
  ['执行率分值（10分）', false],
  ['一、一般公共服务', false],
  ['完成率100%', false],
  ['主管部门：青溪县水务局', false],
  ['按照要求，完成全年任务', false],
  ['一二三四五六七八九十一二三四五六七八九十一', false],
])('%s has a blank cell: %s', (label, isBlank) => {
  expect(isBlankCell(label)).toBe(isBlank);
});
