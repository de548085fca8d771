import { describe, expect, test } from 'vitest';
import { findOtherTable } from '../../../src/record/find-other-table.ts';
import { forms } from '../../../src/record/forms/forms.ts';
import { toGrid } from './to-grid.ts';

const [form] = forms;
const HEADER = ['一级指标', '二级指标', '三级指标', '年度指标值'];

function kindOf(title: string | null, ...rows: string[][]): string | undefined {
  if (!form) throw new Error('there is no form');
  return findOtherTable(toGrid(rows, title), form)?.name;
}

const EVALUATION = '绩效自评表或评价表（没有读得出的指标）';
const WHOLE = '部门（单位）整体绩效表';
const PRICES = '价目表';
const BUDGET = '收支预算表';

describe('by its title alone', () => {
  test.each([
    ['2025年项目支出绩效自评表', EVALUATION],
    ['项 目 绩 效 评 价 表', EVALUATION],
    ['评分表', EVALUATION],
    ['部门整体绩效目标表', WHOLE],
    ['单位整体支出绩效目标申报表', WHOLE],
    ['部门整体支出绩效自评表', WHOLE],
  ])('%s is of another kind', (title, name) => {
    expect(kindOf(title, ['项目名称', '河道清淤'], HEADER)).toBe(name);
  });

  test.each(['项目绩效目标表', '绩效评价说明', '价目表', '报价单', '采购清单', '收入预算表', '支出总表'])(
    '%s is not',
    (title) => {
      expect(kindOf(title, ['项目名称', '河道清淤'])).toBeUndefined();
    },
  );
});

describe('by its title and one label', () => {
  test.each([
    ['价目表', PRICES],
    ['报价单', PRICES],
    ['报 价 表', PRICES],
    ['价格表', PRICES],
    ['采购清单', PRICES],
  ])('%s is a list of prices', (title, name) => {
    expect(kindOf(title, ['单价'])).toBe(name);
    expect(kindOf(title, ['项目名称'])).toBeUndefined();
  });

  test.each([
    '收支总表',
    '收入总表',
    '支出总体情况表',
    '收入总体情况表',
    '收支预算表',
    '支出预算总表',
    '收支预算总体情况表',
  ])('%s is a budget', (title) => {
    expect(kindOf(title, ['科目编码'])).toBe(BUDGET);
  });

  test.each(['收支表', '预算表', '报价', '价目', '费用总表'])('%s is not known', (title) => {
    expect(kindOf(title, ['科目编码', '单价'])).toBeUndefined();
  });
});

describe('by its labels', () => {
  test.each([
    [['完成值', '得分'], EVALUATION],
    [['任务名称', '主要内容'], WHOLE],
    [['品名', '数量'], PRICES],
    [['科目编码', '本年收入'], BUDGET],
  ])('%j make a table out', (labels, name) => {
    expect(kindOf(null, labels)).toBe(name);
    expect(kindOf('一张表', ...labels.map((label) => [label, '']))).toBe(name);
    expect(kindOf(null, labels.slice(0, 1))).toBeUndefined();
  });

  test('labels are read without what varies, and empty ones are none', () => {
    expect(kindOf(null, ['', '完 成 值', '得分（50分）'])).toBe(EVALUATION);
    expect(kindOf(null, ['', ''], [''])).toBeUndefined();
  });
});

describe('a table with targets', () => {
  test('is no list of prices and no budget', () => {
    expect(kindOf('价目表', ['品名', '数量'], HEADER)).toBeUndefined();
    expect(kindOf('收支预算表', ['科目编码', '本年收入'], HEADER)).toBeUndefined();
  });

  test('is an evaluation if its labels say so', () => {
    expect(kindOf(null, [...HEADER, '完成值', '得分'])).toBe(EVALUATION);
  });

  test('is told by what stands down to the header, not by its indicators', () => {
    expect(
      kindOf(null, ['项目名称', '甲'], HEADER, ['产出指标', '数量指标', '完成值', '得分']),
    ).toBeUndefined();
    expect(kindOf(null, HEADER, ['品名', '数量'])).toBeUndefined();
  });
});
