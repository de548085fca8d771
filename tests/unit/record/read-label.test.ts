import { expect, test } from 'vitest';
import { readLabel } from '../../../src/record/read-label.ts';

/** text → key, year, unit, note. */
test.each([
  ['2026年预算金额（元）', '预算金额', 2026, '元', '元'],
  ['预 算 金 额：', '预算金额', null, null, null],
  ['总体\n目标', '总体目标', null, null, null],
  ['2026年度目标', '年度目标', 2026, null, null],
  ['2026年', '2026年', null, null, null],
  ['其中：财政拨款', '财政拨款', null, null, null],
  ['（一）项目资金（单位：万元）', '项目资金', null, '万元', '单位:万元'],
  ['项目资金【金额单位:人民币元】', '项目资金', null, '元', '金额单位:人民币元'],
  ['二、主管部门', '主管部门', null, null, null],
  ['3.联系人', '联系人', null, null, null],
  ['12、备注', '备注', null, null, null],
  ['3.5万元', '3.5万元', null, null, null],
  ['*项目名称*', '项目名称', null, null, null],
  ['产出指标(50分)', '产出指标', null, null, '50分'],
  ['实施周期总目标〔2024年--2026年〕', '实施周期总目标', null, null, '2024年--2026年'],
  ['项目资金（万元）：', '项目资金', null, '万元', '万元'],
  ['项目名称：（全称）', '项目名称', null, null, '全称'],
  ['其中财政拨款', '财政拨款', null, null, null],
  ['项目资金其中：上级补助', '项目资金其中:上级补助', null, null, null],
  ['补助(上级)项目资金(万元)', '补助(上级)项目资金', null, '万元', '万元'],
  ['年度资金总额：（2026年）（万元）', '年度资金总额', null, '万元', '2026年'],
  ['项目\u{200b}名称', '项目名称', null, null, null],
  ['项目资金(万元)合计', '项目资金(万元)合计', null, null, null],
  ['主管部门：水务局', '主管部门:水务局', null, null, null],
  ['截至2026年预算金额', '截至2026年预算金额', null, null, null],
  ['项目资金(单位万元)', '项目资金', null, '万元', '单位万元'],
  ['合同金额(美元)', '合同金额', null, null, '美元'],
  ['补助标准(元/人)', '补助标准', null, null, '元/人'],
  ['一、', '', null, null, null],
  ['', '', null, null, null],
])('reads %j', (text, key, year, unit, note) => {
  expect(readLabel(text)).toEqual({ key, year, unit, note });
});

test('takes no text of more than 48 characters for a label', () => {
  expect(readLabel('项'.repeat(48)).key).toBe('项'.repeat(48));
  expect(readLabel('项'.repeat(49))).toEqual({ key: '', year: null, unit: null, note: null });
});

test('reads more labels than it remembers', () => {
  for (let number = 0; number < 6000; number += 1)
    expect(readLabel(`其中：第${number}项支出（万元）`)).toMatchObject({
      key: `第${number}项支出`,
      unit: '万元',
    });
  expect(readLabel('其中：第5999项支出（元）')).toMatchObject({ key: '第5999项支出', unit: '元' });
});
