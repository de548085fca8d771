import { expect, test } from 'vitest';
import { compareYears } from '../../../src/display/compare-years.ts';
import { aProject } from './a-project.ts';

test.each([
  ['27700.00', '30000.50', '增加 2,300.50 元'],
  ['30000.50', '27700.00', '减少 2,300.50 元'],
  ['27700.00', '27700.00', '没有变化'],
  ['0.00', '27700.00', '增加 27,700.00 元'],
  ['27700.00', null, '无法比较'],
  [null, '27700.00', '无法比较'],
  [null, null, '无法比较'],
])('from a budget of %s to one of %s: %s', (before, after, difference) => {
  const { budget } = compareYears(aProject({ yuan: before }), aProject({ yuan: after }));
  expect(budget.difference).toBe(difference);
});

test('budgets have their unit', () => {
  const { budget } = compareYears(aProject({ yuan: '27700.00' }), aProject({ yuan: null }));
  expect(budget).toMatchObject({ before: '27,700.00 元', after: '表上没有金额' });
});

test('only targets that differ are listed, then indicators that are gone', () => {
  const before = aProject({
    rows: [
      ['巡查河道', '≥12次'],
      ['水质达标率', '95%'],
      ['沿岸环境', '有所改善'],
    ],
  });
  const after = aProject({
    rows: [
      ['巡查河道', '≥14次'],
      ['水质达标率', '95%'],
      ['护岸绿化', '明显改善'],
    ],
  });
  expect(compareYears(before, after).targets).toEqual([
    { label: '巡查河道', before: '≥12次', after: '≥14次' },
    { label: '护岸绿化', before: undefined, after: '明显改善' },
    { label: '沿岸环境', before: '有所改善', after: undefined },
  ]);
});

test('a target that is no longer written is null, not left out', () => {
  const project = aProject({ rows: [['巡查河道', '≥12次']] });
  const unwritten = project.indicators.map((each) => ({ ...each, annualTarget: null, periodTarget: null }));
  expect(compareYears(project, { ...project, indicators: unwritten }).targets).toEqual([
    { label: '巡查河道', before: '≥12次', after: null },
  ]);
});
