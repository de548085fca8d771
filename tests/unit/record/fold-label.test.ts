import { expect, test } from 'vitest';
import { foldLabel } from '../../../src/record/fold-label.ts';

test.each([
  ['主管部门及代码', '主管部门'],
  ['主管部门和编码', '主管部门'],
  ['主管部门名称', '主管部门'],
  ['实施单位名称', '实施单位'],
  ['单位名称', '单位名称'],
  ['单位编码', '单位编码'],
  ['当年资金总额', '年度资金总额'],
  ['本年度资金申请总额', '年度资金总额'],
  ['年度预算资金总额', '年度预算金额'],
  ['本年预算数', '年度预算金额'],
  ['年度预算安排', '年度预算金额'],
  ['全年目标', '年度目标'],
  ['项目(政策)名称', '项目名称'],
  ['年度目标', '年度目标'],
  ['', ''],
])('%s is %s', (label, folded) => {
  expect(foldLabel(label)[0]).toBe(folded);
});

test('项目 before a label is left out last', () => {
  expect(foldLabel('项目主管部门')).toEqual(['项目主管部门', '主管部门']);
  expect(foldLabel('项目名称')).toEqual(['项目名称']);
});

test('a long text is no label to fold', () => {
  const text = `${'本'.repeat(20)}年度预算资金总额`;
  expect(foldLabel(text)).toEqual([text]);
});
