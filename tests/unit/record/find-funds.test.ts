import { expect, test } from 'vitest';
import { findFunds } from '../../../src/record/find-funds.ts';
import { forms } from '../../../src/record/forms/forms.ts';
import { LabelledCell } from '../../../src/record/labelled-grid.ts';
import { must } from '../../../src/record/must.ts';
import { readFields } from '../../../src/record/read-fields.ts';
import { noGoals } from '../../../src/record/read-goals.ts';
import { toGrid } from './to-grid.ts';

const form = must(forms[0]);
const rowsOf = (...rows: string[][]) => toGrid(rows).rows;
const cell = (text: string) => new LabelledCell(text, { line: 1, column: 1 });

/** What speaks of money among the parts of a table. */
function found(parts: {
  rows?: string[][];
  goal?: string[];
  header?: string[];
  indicators?: string[][];
  lines?: string[];
}) {
  const { rows = [], goal = [], header, indicators = [], lines = [] } = parts;
  const goals = noGoals();
  goals.goals.annual.push(...goal.map(cell));
  const fields = rowsOf(...rows).flatMap((row) => readFields(row, form));
  const headerRow = header ? must(rowsOf(header)[0]) : null;
  return findFunds(
    { fields, goals, header: headerRow, rows: rowsOf(...indicators), lines: lines.map(cell) },
    form,
  )?.text;
}

test.each([
  [
    'a name, a department or a code',
    [
      ['项目名称', '防汛经费', '项目编码', '20260007'],
      ['预算部门', '预算局'],
    ],
  ],
  [
    'a label that ends as no sum does',
    [
      ['预算科目编码', '213'],
      ['专项资金管理制度', '有'],
      ['受益人数', '500'],
    ],
  ],
  [
    'a remark in words',
    [
      ['备注', '资金到位后实施'],
      ['项目内容', '购置设备'],
    ],
  ],
])('%s is no money', (_, rows) => {
  expect(found({ rows })).toBeUndefined();
});

test.each([
  ['a word of money in a label that no form has', ['核定经费', '见附件'], '核定经费'],
  ['such a label without a value', ['经费安排', ''], '经费安排'],
  ['a label with a unit', ['批复（万元）', ''], '批复（万元）'],
  ['a source of money', ['上年结转', '-'], '上年结转'],
  ['a figure beside a label that no form has', ['街镇', '5.00'], '街镇'],
  ['a figure without a label', ['项目编码', '批复情况', '5.00'], '5.00'],
  ['a sum with its unit', ['备注', '5万元'], '5万元'],
  ['a sum in a sentence', ['备注', '资金 50 万元，另行安排'], '资金 50 万元，另行安排'],
  ['a value that names a unit', ['备注', '批复（万元）'], '批复（万元）'],
])('%s is found', (_, row, text) => {
  expect(found({ rows: [['项目名称', '甲'], row] })).toBe(text);
});

test('a row behind the text of a goal is found, and no sentence of it', () => {
  expect(found({ goal: ['加强经费管理', '管好资金，用好资金。', '完成任务'] })).toBeUndefined();
  expect(found({ goal: ['完成任务。', '核定经费', '见附件'] })).toBe('核定经费');
  expect(found({ goal: ['完成任务。', '核定', '5.00'] })).toBe('5.00');
});

test('a column beside the indicators is found, and a unit above the table', () => {
  expect(found({ header: ['一级指标', '三级指标', '指标值（万元）', '权重'] })).toBeUndefined();
  expect(found({ header: ['一级指标', '三级指标', '指标值', '安排资金'] })).toBe('安排资金');
  expect(found({ lines: ['2026年部门预算绩效目标表', '编制单位：元江县水务局'] })).toBeUndefined();
  expect(found({ lines: ['金额单位：万元'] })).toBe('金额单位：万元');
  expect(found({ lines: ['共安排 5 万元'] })).toBe('共安排 5 万元');
  expect(found({ lines: ['预算总额：500'] })).toBe('预算总额：500');
  expect(found({ lines: ['预算绩效目标表（2026年度）'] })).toBeUndefined();
});

test('a total of money among the indicators is found, and no target or sum of weights', () => {
  const indicators = [
    ['成本指标', '总费用', '50万元'],
    ['', '合计人数', '5万元'],
    ['合计', '', '100'],
  ];
  expect(found({ indicators })).toBeUndefined();
  expect(found({ indicators: [...indicators, ['合计', '', '50万元']] })).toBe('50万元');
});
