import { describe, expect, test } from 'vitest';
import { readTable } from './read-table.ts';

const BLANK = {
  head: ['项目名称|', '主管部门|……'],
  funds: ['项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分', '|年度资金总额||||||'],
  goals: ['年度总体目标|预期目标|||实际完成情况', '|……|||'],
  rows: ['|产出指标|数量指标|……||||', '|效益指标|社会效益指标|||||'],
  foot: ['总分||||||100|'],
};

test('a blank form is no result and no error, and what is printed in it is named', () => {
  expect(readTable(BLANK)).toEqual({
    result: undefined,
    said: [
      '1:4 table/blank-form 这张自评表只有栏目，没有填写内容，没有公开',
      '12:9 text/outside-table “100”不属于任何一个项目，项目页的表中没有它',
    ],
  });
});

describe('a form is not blank', () => {
  test.each([
    ['with a name', { head: ['项目名称|河道清淤'] }],
    ['with a department', { head: ['项目名称|', '主管部门|水务局'] }],
    ['with a goal', { goals: ['年度总体目标|清淤。'] }],
    ['with an indicator', { rows: ['|产出指标|数量指标|清淤长度||||'] }],
  ])('%s', (_what, part) => {
    expect(readTable({ ...BLANK, ...part }).said[0]).not.toMatch(/table\/blank-form/);
  });
});

test('a table whose rows can’t be read is named, and is an error where its file has nothing else', () => {
  expect(readTable({ rows: ['|产出指标|数量指标||||'], foot: [] })).toEqual({
    result: undefined,
    said: [
      expect.stringMatching(/^1:1 table\/no-targets /),
      '1:4 result/no-indicators 这张自评表没有读出一项指标，没有公开',
      expect.stringMatching(/^10:2 indicator\/blank-row /),
    ],
  });
});
