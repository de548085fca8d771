import { describe, expect, test } from 'vitest';
import { readTable } from './read-table.ts';

const read = (...goals: string[]) => {
  const { result, said } = readTable({ goals });
  return { goals: result?.goals, others: result?.otherFields, lines: result?.source.lines, said };
};

describe('goals are read', () => {
  const both = { expected: '清淤三公里。', actual: '清淤两公里。' };

  test.each([
    ['under their labels', ['年度总体目标|预期目标||实际完成情况', '|清淤三公里。||清淤两公里。']],
    ['right of them', ['年度总体目标|清淤三公里。', '年度总体目标完成情况|清淤两公里。']],
    ['right of them in one row', ['预期目标|清淤三公里。||实际完成情况|清淤两公里。']],
    ['right of them, below each other', ['年度总体目标|预期目标|清淤三公里。', '|实际完成情况|清淤两公里。']],
    ['under a label of goals in general', ['总体目标|全年实际完成情况', '清淤三公里。|清淤两公里。']],
    [
      'beside their columns, in their order',
      ['年度总体目标|预期目标|||实际完成情况', '||清淤三公里。|清淤两公里。'],
    ],
    [
      'under two labels of what came of them',
      ['项目基本情况|1.项目年度目标完成情况|项目年度目标|年度目标完成情况', '||清淤三公里。|清淤两公里。'],
    ],
  ])('%s', (_where, rows) => {
    expect(read(...rows)).toMatchObject({ goals: both, others: [], said: [] });
  });

  test('in several rows, a line each', () => {
    expect(
      read('年度总体目标|预期目标|实际完成情况', '|目标1：清淤。|已清淤。', '|目标2：修堤。|已修堤。').goals,
    ).toEqual({ expected: '目标1：清淤。\n目标2：修堤。', actual: '已清淤。\n已修堤。' });
    expect(read('年度总体目标|清淤。', '|修堤。', '实际完成情况|已清淤。', '|已修堤。').goals).toEqual({
      expected: '清淤。\n修堤。',
      actual: '已清淤。\n已修堤。',
    });
  });

  test('with the line of the first of each', () => {
    expect(read('年度总体目标|预期目标|实际完成情况', '|清淤。|', '|修堤。|已修堤。').lines).toMatchObject({
      expectedGoal: 8,
      actualGoal: 9,
    });
    expect(read('年度总体目标|预期目标|实际完成情况').lines).toMatchObject({
      expectedGoal: null,
      actualGoal: null,
    });
  });
});

test('a blank goal next to one that is written', () => {
  expect(read('预期目标|||实际完成情况|清淤两公里。').goals).toEqual({
    expected: null,
    actual: '清淤两公里。',
  });
  expect(read('年度总体目标|||实际完成情况|').goals).toEqual({ expected: null, actual: null });
});

test('a column of reasons is kept under its label', () => {
  expect(
    read('年度总体目标|预期目标|实际完成情况|未完成原因', '|清淤三公里。|清淤两公里。|汛期停工'),
  ).toMatchObject({
    goals: { expected: '清淤三公里。', actual: '清淤两公里。' },
    others: [{ label: '未完成原因', value: '汛期停工', line: 8 }],
    said: [],
  });
});

test('a text next to the columns that could be of either is named', () => {
  expect(read('年度总体目标|预期目标|||实际完成情况', '||清淤三公里。')).toMatchObject({
    goals: { expected: null, actual: null },
    said: ['8:3 result/unread-cells 没读懂这一行的这些格，自评结果里没有它们：“清淤三公里。”'],
  });
});

test('a word among the labels that no form has is named', () => {
  expect(read('年度总体目标|甲|预期目标|实际完成情况', '||清淤。|已清淤。')).toMatchObject({
    goals: { expected: '清淤。', actual: '已清淤。' },
    said: ['7:8 result/unread-cells 没读懂这一行的这些格，自评结果里没有它们：“甲”'],
  });
});

describe('the goals end', () => {
  test.each([
    ['at a field', '备注|无', { label: '备注', value: '无' }],
    ['at a field in one cell', '备注：无|', { label: '备注', value: '无' }],
    ['at a short word at the left edge', '河长意见|同意', { label: '河长意见', value: '同意' }],
  ])('%s', (_where, row, field) => {
    expect(read('年度总体目标|清淤。', row)).toMatchObject({
      goals: { expected: '清淤。' },
      others: [field],
    });
  });

  test.each([
    ['a sentence', '汛期前，完成三公里|'],
    ['a numbered goal', '目标二|修堤'],
    ['a word right of the edge', '|河长意见|同意'],
    ['a word alone', '河长意见|'],
  ])('not at %s', (_where, row) => {
    const text = row.replaceAll('|', '\n').trim();
    expect(read('年度总体目标|清淤。', row).goals?.expected).toBe(`清淤。\n${text}`);
  });

  test('not before they have a text', () => {
    expect(read('年度总体目标|', '河长意见|同意').goals?.expected).toBe('河长意见\n同意');
  });
});

test('goals below the indicators', () => {
  const foot = ['总分||||||100|99', '预期目标|清淤三公里。', '实际完成情况|清淤两公里。'];
  expect(readTable({ goals: [], foot })).toMatchObject({
    result: {
      goals: { expected: '清淤三公里。', actual: '清淤两公里。' },
      total: { score: { value: '99' } },
    },
    said: [],
  });
});
