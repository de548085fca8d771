import { expect, test } from 'vitest';
import { findNearestLabel, placesIn } from '../../../src/record/find-nearest-label.ts';
import { forms } from '../../../src/record/forms/forms.ts';
import { must } from '../../../src/record/must.ts';

const form = must(forms[0]);

test.each([
  ['项目全称', '项目名称', 'fields.name'],
  ['主管部们', '主管部门', 'fields.department'],
  ['三级指标名', '三级指标', 'columns.name'],
  ['起讫年度', '起始年度', 'period.start'],
  ['财政款', '财政拨款', 'funding'],
  ['年度绩效目标值', '年度绩效目标', 'goals.annual'],
])('%s is spelled like %s', (key, label, place) => {
  expect(findNearestLabel(key, form)).toEqual({ label, place });
});

test.each(['核定数', '课题', '承诺值', '责任处', ''])('%j is spelled like no label', (key) => {
  expect(findNearestLabel(key, form)).toBeNull();
});

test('a label is in each list of the form that has it', () => {
  expect(placesIn(form, '绩效目标')).toEqual(['goals.section']);
  expect(placesIn(form, '绩效指标')).toEqual(['indicators']);
  expect(placesIn(form, '预算金额')).toEqual(['budget']);
  expect(placesIn(form, '指标值')).toEqual(['columns.target']);
  expect(placesIn(form, '街镇')).toEqual([]);
});
