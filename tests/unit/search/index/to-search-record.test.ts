import { expect, test } from 'vitest';
import { VFile } from 'vfile';
import { readDisclosure } from '../../../../src/content/read-disclosure.ts';
import { must } from '../../../../src/record/must.ts';
import { parseTarget } from '../../../../src/record/parse-target.ts';
import { toSearchRecord } from '../../../../src/search/index/to-search-record.ts';
import { writeProject } from '../../../helpers/write-project.ts';

const value = writeProject({
  ...{ name: '河道保洁', year: 2026, unit: '示例市河道所', department: '示例市水务局' },
  ...{ yuan: '27700.00', code: 'X-1', rows: [['巡查河道', '≥12次']] },
});
const { projects } = readDisclosure(new VFile({ path: 'disclosures/2026/water.md', value }));
const project = must(projects[0]);
const labelsOf = ({ others }: ReturnType<typeof toSearchRecord>) => others.map(({ label }) => label);

test('a record has all cells of the table, each with its label', () => {
  expect(toSearchRecord(project, '水务局')).toEqual({
    url: '/2026/water/he-dao-bao-jie/',
    ...{ year: 2026, publisher: '水务局', name: '河道保洁', type: '其他运转类（综合类）', yuan: '27700.00' },
    indicators: [
      {
        ...{ anchor: 'xun-cha-he-dao', category: '产出指标', subcategory: '数量指标', name: '巡查河道' },
        ...{ annual: '≥12次', period: '≥12次', details: [] },
      },
    ],
    others: [
      { label: '预算金额', text: '27700.00' },
      { label: '实施周期总目标', text: '保持河道清洁。' },
      { label: '2026年度目标', text: '保持河道清洁。' },
      { label: '项目类型', text: '其他运转类（综合类）' },
      { label: '项目等级', text: '二级项目' },
      { label: '主管部门', text: '示例市水务局' },
      { label: '用款单位', text: '示例市河道所' },
      { label: '起始年度', text: '2026' },
      { label: '到期年度', text: '2099' },
      { label: '项目代码', text: 'X-1' },
    ],
  });
});

test('blank cells are left out; a cell with a label alone is shown by it', () => {
  const bare = {
    ...project,
    ...{ type: null, level: '', department: null, spendingUnit: null, period: null, budget: null },
    goals: { period: null, annual: '' },
    otherFields: [{ label: '备注', value: '', line: 4 }],
  };
  const record = toSearchRecord(bare, '水务局');
  expect([record.type, record.yuan]).toEqual([null, null]);
  expect(record.others).toEqual([{ label: '备注', text: '备注' }]);
});

test('the record says what the form does not have, and what is added to the name of the project', () => {
  const asked = { fields: ['budget' as const], columns: ['periodTarget' as const] };
  const bare = { ...project, source: { ...project.source, asked } };
  expect(toSearchRecord(bare, '水务局', '二所')).toMatchObject({
    ...{ asksType: false, asksAnnual: false, apart: '二所' },
  });
  for (const name of ['asksType', 'asksAnnual', 'apart'])
    expect(toSearchRecord(project, '水务局')).not.toHaveProperty(name);
  expect(labelsOf(toSearchRecord(project, '水务局', '二所'))).not.toContain('二所');
});

test('an indicator has what the columns next to its targets say, and the cells of other columns', () => {
  const target = { ...parseTarget('95'), comparator: '≥' as const, unit: '%' };
  const [indicator] = project.indicators;
  const recordOf = (targets: object) =>
    toSearchRecord({ ...project, indicators: [{ ...must(indicator), ...targets }] }, '水务局').indicators[0];
  const details = [
    { label: '权重', value: '10' },
    { label: '备注', value: '每月' },
  ];
  expect(recordOf({ annualTarget: target, periodTarget: null, details })).toMatchObject({
    ...{ annual: '95', annualReading: '≥95%', period: '', details: ['10', '每月'] },
  });
  expect(recordOf({ annualTarget: null, periodTarget: target })).toMatchObject({
    ...{ annual: '', period: '95', periodReading: '≥95%' },
  });
  expect(recordOf({ periodTarget: target })).not.toHaveProperty('annualReading');
  expect(recordOf({ annualTarget: target })).not.toHaveProperty('periodReading');
});
