import { expect, test } from 'vitest';
import type { Indicator, Project } from '../../../src/record/disclosure-schema.ts';
import { compareProjects } from '../../../src/revisions/compare-projects.ts';
import { aProject } from '../display/a-project.ts';

const ROWS = [
  ['巡查河道', '≥12次'],
  ['水质达标率', '95%'],
  ['居民满意度', '≥90%'],
] as const;
const plain = aProject({ rows: ROWS });
const say = (before: Project, after: Project) =>
  compareProjects(before, after).map(
    ({ field, anchor, indicators, before: from, after: to }) =>
      `${indicators.join('/')} ${anchor ?? ''} ${field}: ${from ?? '-'} > ${to ?? '-'}`,
  );
const withRow = (index: number, changed: Partial<Indicator>): Project => ({
  ...plain,
  indicators: plain.indicators.map((row, place) => (place === index ? { ...row, ...changed } : row)),
});

test('the same project, its rows in another order, does not differ', () => {
  expect(say(plain, structuredClone(plain))).toEqual([]);
  expect(say(plain, { ...plain, indicators: plain.indicators.toReversed() })).toEqual([]);
});

test('each field of the head that says something else is a difference', () => {
  const after: Project = {
    ...plain,
    name: '河道清洁',
    type: null,
    department: '',
    spendingUnit: '示例市水务局',
    period: { start: 2026, end: 2027, openEnded: false },
    budget: { text: '2.77', yuan: '27700.00' },
    goals: { period: '少', annual: plain.goals.annual },
    otherFields: [{ label: '项目代码', value: 'X-1', line: 3 }],
  };
  expect(say(plain, after)).toEqual([
    '  项目名称: 河道保洁 > 河道清洁',
    '  项目类型: 其他运转类（综合类） > -',
    '  主管部门: 示例市水务局 > -',
    '  用款单位: 示例市河道所 > 示例市水务局',
    '  实施周期: 2026年起，长期（未定结束年度） > 2026年至2027年',
    '  预算金额: 27700.00 > 2.77',
    '  实施周期总目标: 保持河道清洁。 > 少',
    '  项目代码: - > X-1',
  ]);
});

test('a sum whose text stays says how much it is where the unit has changed', () => {
  const after = { ...plain, budget: { text: '27700.00', yuan: '277000000.00' } };
  expect(say(plain, after)).toEqual([
    '  预算金额: 27700.00（合 27700.00 元） > 27700.00（合 277000000.00 元）',
  ]);
  expect(say(plain, { ...plain, budget: null })).toEqual(['  预算金额: 27700.00 > -']);
});

test('a cell of a row is a difference with the row’s anchor', () => {
  const after = aProject({ rows: [['巡查河道', '≥15次'], ...ROWS.slice(1)] });
  expect(say(plain, after)).toEqual([
    '巡查河道 xun-cha-he-dao 2026年指标值: ≥12次 > ≥15次',
    '巡查河道 xun-cha-he-dao 实施周期指标值: ≥12次 > ≥15次',
  ]);
  expect(say(plain, withRow(1, { category: '效益指标', subcategory: '', periodTarget: null }))).toEqual([
    '水质达标率 shui-zhi-da-biao-lv 一级指标: 产出指标 > 效益指标',
    '水质达标率 shui-zhi-da-biao-lv 二级指标: 质量指标 > -',
    '水质达标率 shui-zhi-da-biao-lv 实施周期指标值: 95% > -',
  ]);
});

test('a row comes, a row goes', () => {
  const after = aProject({ rows: [...ROWS.slice(1), ['新的一项', '1份']] });
  expect(say(aProject({ rows: ROWS.slice(1) }), aProject({ rows: ROWS.slice(1, 2) }))).toEqual([
    '居民满意度 ju-min-man-yi-du 删去指标: 居民满意度：≥90% > -',
  ]);
  expect(say(plain, after)).toContain('新的一项 xin-de-yi-xiang 增加指标: - > 新的一项：1份');
  const bare = withRow(2, {
    name: '新的一项',
    annualTarget: null,
    periodTarget: null,
    anchor: 'b',
    category: '',
  });
  expect(say(plain, bare)).toContain('新的一项 b 增加指标: - > 新的一项');
});

test('a row with another name and the same cells was renamed, by its anchor or its cells', () => {
  const after = withRow(0, { name: '巡河', anchor: 'xun-he' });
  expect(say(plain, after)).toEqual(['巡河/巡查河道 xun-he 三级指标: 巡查河道 > 巡河']);
  const moved = withRow(0, {
    name: '巡河',
    anchor: 'xun-he',
    formerAnchors: ['xun-cha-he-dao'],
    annualTarget: null,
  });
  expect(say(plain, moved)).toEqual([
    '巡河/巡查河道 xun-he 三级指标: 巡查河道 > 巡河',
    '巡河/巡查河道 xun-he 2026年指标值: ≥12次 > -',
  ]);
});

test('rows that no sign tells apart came and went', () => {
  const two = (name: string, cells: Partial<Indicator>) => withRow(0, { name, anchor: name, ...cells });
  const twice: Project = { ...plain, indicators: [plain.indicators[0], plain.indicators[0]] as Indicator[] };
  const renamed: Project = {
    ...plain,
    indicators: [two('甲', {}).indicators[0], two('乙', {}).indicators[0]] as Indicator[],
  };
  expect(say(twice, renamed)).toEqual([
    '甲 甲 增加指标: - > 甲：≥12次',
    '乙 乙 增加指标: - > 乙：≥12次',
    '巡查河道 xun-cha-he-dao 删去指标: 巡查河道：≥12次 > -',
    '巡查河道 xun-cha-he-dao 删去指标: 巡查河道：≥12次 > -',
  ]);
});

test('a row of two that are called alike is the one of its categories', () => {
  const alike = (category: string, anchor: string, value: string): Indicator => ({
    ...(plain.indicators[0] as Indicator),
    ...{ category, anchor },
    details: [{ label: '权重', value }],
  });
  const before = { ...plain, indicators: [alike('产出指标', 'a', '10'), alike('效益指标', 'b', '20')] };
  const after = { ...plain, indicators: [alike('效益指标', 'c', '25'), alike('产出指标', 'd', '10')] };
  expect(say(before, after)).toEqual(['巡查河道 c 权重: 20 > 25']);
});

test('columns that are only called otherwise are no difference; cells of one label are compared in their order', () => {
  const of = (...details: [label: string, value: string][]) =>
    withRow(0, { details: details.map(([label, value]) => ({ label, value })) });
  expect(say(of(['权重', '10'], ['备注', '无']), of(['分值', '10'], ['说明', '无']))).toEqual([]);
  expect(say(of(['备注', '甲'], ['备注', '乙']), of(['备注', '甲'], ['备注', '丙'], ['备注', '丁']))).toEqual(
    ['巡查河道 xun-cha-he-dao 备注: 乙 > 丙', '巡查河道 xun-cha-he-dao 备注: - > 丁'],
  );
});

test('a target whose sign or unit has another column reads otherwise with the same cell', () => {
  const read = (comparator: '≥' | '≤', unit: string | null) =>
    withRow(0, { annualTarget: { text: '95', comparator, value: '95', upper: null, unit } });
  expect(say(read('≥', '%'), read('≤', '%'))).toEqual([
    '巡查河道 xun-cha-he-dao 2026年指标值: 95（即 ≥95%） > 95（即 ≤95%）',
  ]);
});

test('a row that comes with two targets shows both', () => {
  const [row] = plain.indicators as [Indicator];
  const target = { text: '36次', comparator: null, value: '36', upper: null, unit: '次' };
  const after = {
    ...plain,
    indicators: [
      ...plain.indicators,
      { ...row, name: '丙', anchor: 'b', category: '', periodTarget: target },
    ],
  };
  expect(say(plain, after)).toEqual(['丙 b 增加指标: - > 丙：≥12次，实施周期 36次']);
});
