import { describe, expect, test } from 'vitest';
import { Context } from '../../../src/record/context.ts';
import { forms } from '../../../src/record/forms/forms.ts';
import { Notices } from '../../../src/record/notices.ts';
import { joinGoal, readGoals } from '../../../src/record/read-goals.ts';
import { toGrid } from './to-grid.ts';

/** The goals of rows, what is under other labels, and which cells were used. */
function read(...rows: string[][]) {
  const [form] = forms;
  if (!form) throw new Error('no form');
  const grid = toGrid(rows);
  const context = new Context(form, new Notices('a.md'));
  const { goals, others } = readGoals(grid.rows, context);
  const filled = grid.rows.flatMap(({ cells }) => cells).filter(({ text }) => text !== '');
  return {
    period: joinGoal(goals.period),
    annual: joinGoal(goals.annual),
    others: others.map(({ label, value }) => [label.text, value?.text ?? null]),
    unused: filled.filter((cell) => !context.uses.has(cell)).map(({ text }) => text),
  };
}

describe('the text of a goal', () => {
  test.each<[string, string[][], string | null, string | null]>([
    [
      'is below its label',
      [
        ['中期目标', '年度目标'],
        ['甲', '乙'],
      ],
      '甲',
      '乙',
    ],
    [
      'is right of its label',
      [
        ['年度目标', '乙'],
        ['中期目标', '甲'],
      ],
      '甲',
      '乙',
    ],
    ['is the year’s under the section alone', [['总体目标', '乙']], null, '乙'],
    [
      'goes on in the rows below',
      [
        ['年度目标', '乙'],
        ['', '丙'],
      ],
      null,
      '乙\n丙',
    ],
    [
      'has its number in a cell of its own',
      [
        ['年度目标', '目标1：', '乙'],
        ['', '目标2：', '丙'],
      ],
      null,
      '目标1：乙\n目标2：丙',
    ],
    [
      'has its number in its own cell',
      [['年度目标', '目标1：乙', '目标2：丙']],
      null,
      '目标1：乙\n目标2：丙',
    ],
    ['is a line for each cell of a row', [['年度目标', '乙', '丙']], null, '乙\n丙'],
    [
      'is no label, though it ends like one',
      [['年度目标', '为防汛决策提供依据']],
      null,
      '为防汛决策提供依据',
    ],
    ['is no label below that of a goal', [['年度目标'], ['编制说明']], null, '编制说明'],
  ])('%s', (_name, rows, period, annual) => {
    expect(read(...rows)).toEqual({ period, annual, others: [], unused: [] });
  });
});

describe('another label among the goals', () => {
  test.each(['年度总体目标完成情况', '实际完成情况', '目标设定依据', '未完成原因说明', '偏差', '完成值'])(
    'has the texts below it: %s',
    (label) => {
      expect(
        read(['总体目标', '年度目标', label], ['', '清淤三公里。', '已清淤。'], ['', '', '已验收。']),
      ).toEqual({
        period: null,
        annual: '清淤三公里。',
        others: [
          [label, '已清淤。'],
          [label, '已验收。'],
        ],
        unused: [],
      });
    },
  );

  test('is kept, though nothing is below it', () => {
    expect(read(['年度目标', '完成情况'], ['清淤三公里。', ''])).toEqual({
      period: null,
      annual: '清淤三公里。',
      others: [['完成情况', null]],
      unused: [],
    });
  });
});
