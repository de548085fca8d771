import { expect, test } from 'vitest';
import { parseTarget } from '../../../../src/record/parse-target.ts';
import { toResultRecord, withResult } from '../../../../src/search/index/to-result-cells.ts';
import { resultRow, settledResult } from '../../../helpers/make-result.ts';
import { aRecord } from '../a-record.ts';

const money = (text: string) => ({ text, yuan: null });
const total = {
  ...{ label: '年度资金总额', weight: null, rate: null, score: null, details: [], line: 5 },
  ...{ initial: money('5万'), revised: money('4万'), spent: money('3.9万') },
};
const OWN = { name: '河道清淤', spendingUnit: '云岭市水务局' };
const URL = '/2025/water-results/results/he-dao-qing-yu/';

test('a project has the cells of its result that say more than the targets, each with its row', () => {
  const result = settledResult({
    ...OWN,
    goals: { expected: '疏浚 三条河', actual: '疏浚两条河' },
    funds: { total, sources: [] },
    otherFields: [
      { label: '评价结论', value: '良', line: 20 },
      { label: '存在问题', value: '', line: 21 },
    ],
    indicators: [
      resultRow({ name: '清淤次数', reason: '汛期停工', details: [{ label: '备注', value: '见附件' }] }),
      resultRow({ name: '居民意见', subcategory: '满意度', target: null, actual: null }),
    ],
  });
  const project = aRecord({ name: '河道清淤', indicators: [['清淤次数', '≥10 次']], goal: '疏浚三条河' });
  const others = [...project.others, { label: '用款单位', text: '云岭市水务局' }];
  const indicators = project.indicators.map((row) => ({ ...row, subcategory: '数量指标' }));
  const record = withResult({ ...project, others, indicators }, result);
  expect(record).toMatchObject({ name: '河道清淤', url: project.url });
  expect(record.result).toEqual({
    url: URL,
    cells: [
      { label: '目标完成情况', text: '疏浚两条河' },
      { label: '年初预算数', text: '5万' },
      { label: '全年预算数', text: '4万' },
      { label: '全年执行数', text: '3.9万' },
      { label: '评价结论', text: '良' },
      { label: '存在问题', text: '存在问题' },
      { label: '实际完成值', of: '清淤次数', anchor: 'qing-yu-ci-shu', text: '12次' },
      { label: '偏差原因', of: '清淤次数', anchor: 'qing-yu-ci-shu', text: '汛期停工' },
      { label: '备注', of: '清淤次数', anchor: 'qing-yu-ci-shu', text: '见附件' },
      { label: '二级指标', of: '居民意见', anchor: 'ju-min-yi-jian', text: '满意度' },
      { label: '三级指标', of: '居民意见', anchor: 'ju-min-yi-jian', text: '居民意见' },
    ],
  });
});

test('what the two tables write differently is found in both', () => {
  const result = settledResult({
    ...{ name: '河道清淤工程', code: 'X-1', department: '云岭市水利局', spendingUnit: '云岭市河道所' },
    goals: { expected: '疏浚四条河', actual: null },
    indicators: [resultRow({ name: '清淤次数', target: parseTarget('≥8次'), actual: null })],
  });
  const record = withResult(aRecord({ name: '河道清淤', indicators: [['清淤次数', '≥10次']] }), result);
  const texts = record.result?.cells.map(({ label, text }) => `${label} ${text}`);
  expect(texts).toEqual([
    ...['项目名称 河道清淤工程', '项目编码 X-1', '主管部门 云岭市水利局', '实施单位 云岭市河道所'],
    ...['预期目标 疏浚四条河', '二级指标 数量指标', '年度指标值 ≥8次'],
  ]);
});

test('a result without a target is a record of its own', () => {
  const result = settledResult({ ...OWN, code: 'X-1', goals: { expected: '疏浚三条河', actual: null } });
  expect(toResultRecord(result, '水务局')).toEqual({
    ...{
      url: URL,
      year: 2025,
      publisher: '水务局',
      name: '河道清淤',
      type: null,
      asksType: false,
      yuan: null,
    },
    indicators: [
      {
        ...{ anchor: 'qing-yu-ci-shu', category: '产出指标', subcategory: '数量指标', name: '清淤次数' },
        ...{ annual: '≥10次', period: '', details: [] },
      },
    ],
    others: [
      { label: '2025年度目标', text: '疏浚三条河' },
      { label: '用款单位', text: '云岭市水务局' },
      { label: '项目编码', text: 'X-1' },
    ],
    result: {
      url: URL,
      cells: [{ label: '实际完成值', of: '清淤次数', anchor: 'qing-yu-ci-shu', text: '12次' }],
    },
  });
});

test('a result that repeats no target has no column of targets', () => {
  const row = resultRow({ name: '清淤次数', target: null });
  expect(toResultRecord(settledResult({ indicators: [row] }), '水务局')).toMatchObject({
    asksAnnual: false,
    indicators: [{ annual: '' }],
  });
});
