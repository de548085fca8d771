import { describe, expect, test } from 'vitest';
import { isCaption, isPageCaption, isTitle, toLineCells } from '../../../src/table/caption.ts';

describe('a line above a table', () => {
  test.each([
    '项目绩效目标表',
    '2026年项目支出绩效目标申报表',
    '项 目 绩 效 目 标 表',
    '部门整体绩效目标表（2026年度）',
    '部门整体绩效目标表 (2026年度) ',
    '绩效自评册',
    `${'项目'.repeat(20)}绩效评价${'情况'.repeat(10)}表`,
    `${'　'.repeat(74)}绩效目标表`,
    `301007_青溪分局_${'项目'.repeat(30)}绩效目标表`,
  ])('%s is its title', (text) => {
    expect(isTitle(text)).toBe(true);
  });

  test.each([
    ['more than forty characters before the words', `${'项目'.repeat(20)}甲绩效评价表`],
    ['more than sixty behind a code', `301_分局_${'项目'.repeat(30)}甲绩效目标表`],
    ['more than twenty behind them', `绩效评价${'情况'.repeat(10)}甲表`],
    ['more than eighty in all', `${'　'.repeat(76)}绩效目标表`],
    ['a sentence before', '如下。绩效目标表'],
    ['a clause before', '如下；绩效目标表'],
    ['a sentence within', '绩效目标如下。见表'],
    ['a clause within', '绩效目标；见表'],
    ['a word behind', '绩效目标表说明'],
    ['something behind the brackets', '绩效目标表（一）续'],
    ['a bracket that never ends', '绩效目标表（一'],
    ['no such words', '绩效情况表'],
  ])('with %s it is no title', (_name, text) => {
    expect(isTitle(text)).toBe(false);
  });

  test.each([
    '2026年',
    '1999年度',
    '（2026年度）',
    '( 2026 年 度 )',
    '单位：万元',
    '单位:元',
    '单位万元',
    '（金额单位：人民币万元）',
    '金额 单位 ： 人民币 元',
    '单位：青溪县水务局',
    '填报单位：青溪县水务局',
    '编制部门:青溪县水务局',
    '申报日期：2026年1月',
    '项目年度：2026',
    '预算单位名称：青溪县水务局',
    '主管部门（公章）：青溪县水务局',
    '填报时间 ( 年 月 )：一',
    `填报单位：${'局'.repeat(40)}`,
    '附件',
    '附件2：',
    '附表十二:',
    ' 附 件 一 ',
    `${'　'.repeat(78)}附表`,
  ])('%s belongs to it', (text) => {
    expect(isCaption(text)).toBe(true);
  });

  test.each([
    ['no year', '（年度）'],
    ['a year of another century', '2126年'],
    ['a year with a word before', '自2026年'],
    ['a year with a word behind', '2026年度预算'],
    ['a unit with a word before', '本表单位：万元'],
    ['a unit with a word behind', '单位万元整'],
    ['a unit that is another currency', '（单位：美元）'],
    ['nothing behind the colon', '填报单位：'],
    ['too much behind the colon', `填报单位：${'局'.repeat(41)}`],
    ['no colon', '填报单位青溪县水务局'],
    ['a word before the label', '本填报单位：青溪县水务局'],
    ['two brackets behind the label', '填报单位（公章）（签名）：青溪县水务局'],
    ['an attachment with a title', '附件2：说明'],
    ['a word before the attachment', '见附件'],
    ['more than eighty characters', `${'　'.repeat(79)}附表`],
  ])('with %s it does not', (_name, text) => {
    expect(isCaption(text)).toBe(false);
  });

  test.each(['河道清淤', '本表公开绩效目标。', ''])('%s is neither', (text) => {
    expect([isTitle(text), isCaption(text)]).toEqual([false, false]);
  });
});

test.each([
  '项目绩效目标表',
  '（2026年度）',
  '2026年　单位：万元',
  '附件：2026年',
  '附件2（2026年度）单位：元',
])('%s may stand above the part of a table on the next page', (text) => {
  expect(isPageCaption(text)).toBe(true);
});

test.each([
  '填报单位：青溪县水务局',
  '2026年 单位：青溪县水务局',
  '建成图书角二十个。',
  '',
  '　'.repeat(79) + '附表',
])('%s is no such line', (text) => {
  expect(isPageCaption(text)).toBe(false);
});

test('lines of a text have their places; blank ones are left out', () => {
  expect(toLineCells('  甲\n\n 乙', { line: 4, column: 3 })).toEqual([
    { text: '甲', line: 4, column: 5 },
    { text: '乙', line: 6, column: 2 },
  ]);
});
