import { expect, test } from 'vitest';
import { forms } from '../../../src/record/forms/forms.ts';
import { splitSections } from '../../../src/record/split-sections.ts';
import { toGrid } from './to-grid.ts';

const HEADER = ['', '一级指标', '二级指标', '三级指标', '年度指标值'];

function split(...rows: string[][]) {
  const [form] = forms;
  if (!form) throw new Error('there is no form');
  const { fields, goals, header, indicators } = splitSections(toGrid(rows).rows, form);
  const lines = (of: typeof fields) => of.map(({ line }) => line);
  return {
    fields: lines(fields),
    goals: lines(goals),
    header: header?.line ?? null,
    indicators: lines(indicators),
  };
}

test('fields, goals and indicators are told apart by the labels that begin them', () => {
  expect(
    split(['项目名称', '河道清淤'], ['', ''], ['总体绩效目标', '年度目标'], ['', '河道畅通'], HEADER, [
      '',
      '产出指标',
      '数量指标',
      '清淤长度',
      '1公里',
    ]),
  ).toEqual({ fields: [1], goals: [3, 4], header: 5, indicators: [6] });
});

test('a row without a label is a field before the goals, and one of them behind', () => {
  expect(split(['河道畅通'], ['年度目标', '甲'], ['乙'])).toMatchObject({ fields: [1], goals: [2, 3] });
});

test('goals end at the next label of a field', () => {
  expect(split(['年度目标', '甲'], ['主管部门', '水务局'], ['乙', '丙'])).toMatchObject({
    fields: [2, 3],
    goals: [1],
  });
});

test('绩效指标 alone above the header is in no part', () => {
  const rows = [HEADER, ['', '产出指标', '数量指标', '清淤长度', '1公里']];
  expect(split(['年度目标', '甲'], ['绩效指标', '', ''], ...rows)).toEqual({
    fields: [],
    goals: [1],
    header: 3,
    indicators: [4],
  });
});

test('goals are what is below their section, also where a field is between', () => {
  expect(split(['年度目标', '甲'], ['主管部门', '水务局'], ['中期目标', '乙'])).toMatchObject({
    fields: [2],
    goals: [1, 3],
  });
});

test('what stands under the header is an indicator, though it looks like a goal or another header', () => {
  expect(split(HEADER, ['', '年度目标', '', '甲', '1'], HEADER)).toEqual({
    fields: [],
    goals: [],
    header: 1,
    indicators: [2, 3],
  });
});

test.each([
  ['a label of the form', ['备注', '无', '', '', '另有说明'], true],
  ['a label of the form in any column', ['', '', '', '备注', '无'], true],
  ['a field that an indicator can measure', ['', '', '', '完成时间', '12月底前'], false],
  ['a sum that an indicator can measure', ['', '', '', '预算金额', '≤5万元'], false],
  ['a label of the office at the left edge', ['街镇', '青溪'], true],
  ['a label of the office alone', ['街镇'], true],
  ['a label of the office with two values', ['街镇', '青溪', '白石'], false],
  ['two cells from the column of categories on', ['', '甲', '乙'], false],
  ['a note', ['', '', '', '注：指标值含上年结转。'], true],
  ['a note in a row of other cells', ['', '产出指标', '数量指标', '备注：甲', '1'], false],
  ['a row of signatures', ['财政部门审核意见', '同意', '', '', '（盖章）'], true],
  ['a signature in the column of categories', ['', '单位负责人（签字）', '甲', '乙', '丙'], true],
  ['an indicator of signatures', ['', '', '', '合同签字', '100%'], false],
  ['the title of the next page', ['项目绩效目标表', '', '', '', ''], false],
  ['a category that has slipped left', ['产出指标', '甲'], false],
  ['an indicator', ['', '产出指标', '数量指标', '甲', '1'], false],
])('under the indicators, %s (%j) is a field: %s', (_name, row, isField) => {
  const { fields, indicators } = split(HEADER, row);
  expect([fields, indicators]).toEqual(isField ? [[2], []] : [[], [2]]);
});

test('成本指标 is a category and no field, though a form may name a field so', () => {
  expect(split(HEADER, ['成本指标', '费用'])).toMatchObject({ fields: [], indicators: [2] });
});
