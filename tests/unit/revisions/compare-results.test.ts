import { expect, test } from 'vitest';
import { parseTarget } from '../../../src/record/parse-target.ts';
import type { FundRow, ParsedResult } from '../../../src/record/result-schema.ts';
import { compareResults } from '../../../src/revisions/compare-results.ts';
import { resultRow, settledResult } from '../../helpers/make-result.ts';

/** Differences in one line each. */
function differences(before: Partial<ParsedResult>, after: Partial<ParsedResult>): string[] {
  return compareResults(settledResult(before), settledResult(after)).map(
    ({ field, indicators, before: old, after: current }) =>
      `${indicators.map((name) => `${name}：`).join('')}${field} ${old ?? '-'} > ${current ?? '-'}`,
  );
}

const figure = (text: string) => ({ text, value: text });
const money = (text: string) => ({ text, yuan: null });
const funds = (label: string, spent: string, rate: string): FundRow => ({
  ...{ label, initial: money('10'), revised: money('9'), spent: money(spent) },
  ...{ weight: figure('10'), rate: figure(rate), score: figure('9'), details: [], line: 5 },
});

test('the same result has no differences', () => {
  const result = { funds: { total: funds('年度资金总额', '8', '89%'), sources: [] } };
  expect(differences(result, result)).toEqual([]);
});

test('each text of the head', () => {
  const before = { code: 'X-1', department: '甲局', goals: { expected: '清淤。', actual: null } };
  const after = {
    ...{ name: '河道整治', code: 'X-2', department: null, spendingUnit: '乙站' },
    goals: { expected: '清淤。', actual: '已清淤。' },
    total: { weight: figure('100'), score: figure('95'), line: 30 },
    otherFields: [{ label: '评价结论', value: '良', line: 31 }],
  };
  expect(differences(before, after)).toEqual([
    '项目名称 河道清淤 > 河道整治',
    '项目编码 X-1 > X-2',
    '主管部门 甲局 > -',
    '实施单位 云岭市水务局 > 乙站',
    '实际完成情况 - > 已清淤。',
    '总分的分值 - > 100',
    '总分 - > 95',
    '评价结论 - > 良',
  ]);
});

test('funds by their rows, without a colon in the field', () => {
  const before = {
    funds: {
      total: funds('年度资金总额', '8', '89%'),
      sources: [funds('其中：财政拨款', '8', '89%'), funds('其他资金', '0', '0')],
    },
  };
  const after = {
    funds: {
      total: funds('年度资金总额', '7.5', '83%'),
      sources: [funds('其中：财政拨款', '7.5', '89%')],
    },
  };
  expect(differences(before, after)).toEqual([
    '年度资金总额的全年执行数 8 > 7.5',
    '年度资金总额的执行率 89% > 83%',
    '财政拨款的全年执行数 8 > 7.5',
    '其他资金的年初预算数 10 > -',
    '其他资金的全年预算数 9 > -',
    '其他资金的全年执行数 0 > -',
    '其他资金的分值 10 > -',
    '其他资金的执行率 0 > -',
    '其他资金的得分 9 > -',
  ]);
});

test('rows that changed, were renamed, came and went', () => {
  const [first, second, third] = ['清淤次数', '巡查次数', '满意度'].map((name) => resultRow({ name }));
  const before = { indicators: [first, second, third].flatMap((row) => row ?? []) };
  const after = {
    indicators: [
      resultRow({
        ...{ name: '清淤次数', actual: parseTarget('9次'), score: figure('8'), weight: figure('20') },
        ...{ target: parseTarget('≥8次'), reason: '汛期停工。', subcategory: '质量指标' },
      }),
      resultRow({ name: '植树棵数', actual: null }),
      resultRow({ name: '清运方量', target: null, actual: null, category: '效益指标' }),
      resultRow({ name: '满意度', details: [{ label: '备注', value: '抽查' }] }),
    ],
  };
  expect(differences(before, after)).toEqual([
    '清淤次数：二级指标 数量指标 > 质量指标',
    '清淤次数：年度指标值 ≥10次 > ≥8次',
    '清淤次数：实际完成值 12次 > 9次',
    '清淤次数：分值 10 > 20',
    '清淤次数：得分 10 > 8',
    '清淤次数：偏差原因 - > 汛期停工。',
    '植树棵数：增加指标 - > 植树棵数：≥10次',
    '清运方量：增加指标 - > 清运方量',
    '满意度：备注 - > 抽查',
    '巡查次数：删去指标 巡查次数：≥10次，12次 > -',
  ]);
});

test('a row that has another name and says the same is the same row', () => {
  const before = { indicators: [resultRow({ name: '清淤次数', target: parseTarget('≥3次') })] };
  const after = { indicators: [resultRow({ name: '河道清淤次数', target: parseTarget('≥3次') })] };
  expect(differences(before, after)).toEqual(['河道清淤次数：清淤次数：三级指标 清淤次数 > 河道清淤次数']);
});
