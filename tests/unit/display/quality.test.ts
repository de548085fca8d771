import { expect, test } from 'vitest';
import { addCounts, describeForm, measureQuality } from '../../../src/display/quality.ts';
import { INDICATOR_MEASURES, PROJECT_MEASURES } from '../../../src/display/quality-measures.ts';
import type { ParsedProject } from '../../../src/record/disclosure-schema.ts';
import { parseTarget } from '../../../src/record/parse-target.ts';

type Row = readonly [category: string, name: string, target: string | null, weight?: string];

function project(
  rows: readonly Row[],
  execution?: string,
  columns = ['category', 'annualTarget'],
): ParsedProject {
  const asked = { fields: [], columns };
  return {
    indicators: rows.map(([category, name, target, weight]) => ({
      ...{ category, subcategory: '', name, periodTarget: null },
      annualTarget: target === null ? null : parseTarget(target),
      details: weight === undefined ? [] : [{ label: '权重', value: weight }],
    })),
    otherFields: execution === undefined ? [] : [{ label: '预算执行率分值', value: execution, line: 1 }],
    source: { asked },
  } as unknown as ParsedProject;
}

const measuresOf = (target: string | null) =>
  measureQuality([project([['产出指标', '甲', target]])]).measured[0]?.rows[0]?.measures;

test.each([
  ['≥95%', ['quantified', 'direction', 'unit']],
  ['3次', ['quantified', 'unit']],
  ['约100人', ['quantified', 'unit']],
  ['12', ['quantified']],
  ['6月底前', ['figures']],
  ['６月底前', ['figures']],
  ['有所提高', ['words']],
  [null, ['blank']],
])('%s is %o', (target, measures) => {
  expect(measuresOf(target)).toEqual(measures);
});

test('each indicator is one of: a figure, other figures, words alone, blank', () => {
  const targets = ['≥95%', '3次', '6月底前', '满意', null];
  const { counts, indicators } = measureQuality([
    project(targets.map((target, place): Row => ['产出指标', String(place), target])),
  ]);
  expect(counts.quantified + counts.figures + counts.words + counts.blank).toBe(indicators);
});

test('the same words in another project are repeated, in the same project they are not', () => {
  const row: Row = ['产出指标', '甲', '3次'];
  expect(measureQuality([project([row, row])]).counts.repeated).toBe(0);
  expect(measureQuality([project([row]), project([row, ['产出指标', '甲', '4次']])]).counts.repeated).toBe(2);
});

test('kinds and weights are counted by project', () => {
  const rows = (...weights: string[]) =>
    weights.map((weight, place): Row => ['产出指标', String(place), '1次', weight]);
  const measures = (value: ParsedProject) => measureQuality([value]).measured[0]?.measures;
  expect(
    measures(
      project([
        ['产出指标', '甲', '1次'],
        ['满意度指标', '乙', '满意'],
      ]),
    ),
  ).toEqual(['output', 'satisfaction']);
  expect(measures(project(rows('60', '40分')))).toEqual(['output', 'weighted', 'balanced']);
  expect(measures(project(rows('0.5', '0.5')))).toEqual(['output', 'weighted', 'balanced']);
  expect(measures(project(rows('50%', '40%')))).toEqual(['output', 'weighted']);
  expect(measures(project(rows('50', '40'), '10'))).toEqual(['output', 'weighted', 'balanced']);
  expect(measures(project(rows('高', '低')))).toEqual(['output']);
});

test.each([
  [
    'each kind of category',
    ['产出指标', '效益指标', '满意度指标', '成本指标'],
    ['output', 'benefit', 'satisfaction', 'cost'],
  ],
  ['none where the word is not the first', ['社会效益', '其他成本'], []],
])('%s', (_, categories, expected) => {
  const value = project(categories.map((category): Row => [category, '甲', '满意']));
  expect(measureQuality([value]).measured[0]?.measures).toEqual(expected);
});

test.each([
  [['33.25', '66.75'], undefined, true],
  [['60 ', ' 40 分'], undefined, true],
  [['60％', '40%'], undefined, true],
  [['0.6', '0.3'], '0.1', true],
  [['100'], '10', true],
  [['90'], '20', false],
  [['90'], '十', false],
  [['60', '40分值'], undefined, false],
  [['60', '约40'], undefined, false],
  [['60', '4.0.'], undefined, false],
  [['60.', '40'], undefined, false],
])('weights %j, with %s for the execution, add up to the whole: %s', (weights, execution, isBalanced) => {
  const rows = weights.map((weight): Row => ['产出指标', '甲', '1次', weight]);
  const { counts } = measureQuality([project(rows, execution)]);
  expect([counts.weighted, counts.balanced]).toEqual([1, isBalanced ? 1 : 0]);
});

test.each([
  ['预算执行率权重', 1],
  ['执行率（分值）', 1],
  ['权重', 0],
  ['预算执行率', 0],
  ['分值（执行率）', 0],
])('points in a cell that is called %s are those of the execution: %i', (label, balanced) => {
  const value = project([['产出指标', '甲', '1次', '90']]);
  const otherFields = [{ label, value: '10', line: 1 }];
  expect(measureQuality([{ ...value, otherFields }]).counts.balanced).toBe(balanced);
});

test('points of the execution alone are no weights', () => {
  expect(measureQuality([project([['产出指标', '甲', '1次']], '100')]).measured[0]?.measures).toEqual([
    'output',
  ]);
});

test('each row has its project and its indicator', () => {
  const value = project([['产出指标', '甲', '1次']]);
  expect(measureQuality([value]).measured).toMatchObject([
    { project: value, rows: [{ project: value, indicator: value.indicators[0] }] },
  ]);
});

test('weights may be called points; other columns are none', () => {
  const labelled = (label: string) => {
    const value = project([['产出指标', '甲', '1次', '100']]);
    const indicators = value.indicators.map((each) => ({ ...each, details: [{ label, value: '100' }] }));
    return measureQuality([{ ...value, indicators }]).counts.weighted;
  };
  expect(['指标分值', '权重（%）', '备注'].map(labelled)).toEqual([1, 1, 0]);
});

test('indicators are repeated where all their words are the same', () => {
  const row: Row = ['产出指标', '甲', '3次'];
  const others: Row[] = [
    ['效益指标', '甲', '3次'],
    ['产出指标', '乙', '3次'],
    ['产出指标', '甲', null],
    ['产出指', '标甲', '3次'],
  ];
  for (const other of others)
    expect(measureQuality([project([row]), project([other])]).counts.repeated).toBe(0);
  const blank: Row = ['产出指标', '甲', null];
  expect(measureQuality([project([blank]), project([blank])]).counts.repeated).toBe(2);
});

test('counts add up, and every one has a definition', () => {
  const one = measureQuality([project([['产出指标', '甲', '1次', '100']])]);
  const sum = addCounts([one, one]);
  expect(sum).toMatchObject({
    projects: 2,
    indicators: 2,
    counts: { quantified: 2, weighted: 2, direction: 0 },
  });
  const defined = [...INDICATOR_MEASURES, ...PROJECT_MEASURES].map(({ id }) => id).sort();
  expect(defined).toEqual(Object.keys(sum.counts).sort());
});

test('a form is called by its columns', () => {
  const [plain, weighted] = [project([['产出指标', '甲', '1次']]), project([['产出指标', '甲', '1次', '5']])];
  expect(describeForm([plain])).toBe('一级、三级指标，一列年度指标值');
  expect(describeForm([weighted])).toBe('一级、三级指标，一列年度指标值，有权重');
  const some = project([
    ['产出指标', '甲', '1次'],
    ['产出指标', '乙', '1次', '5'],
  ]);
  expect(describeForm([some])).toBe('一级、三级指标，一列年度指标值，有权重');
  expect(describeForm([plain, weighted])).toBe('几种表式');
});

test.each([
  [['category', 'subcategory', 'annualTarget'], '一级、二级、三级指标，一列年度指标值'],
  [['subcategory', 'periodTarget'], '二级、三级指标，一列实施周期指标值'],
  [['annualTarget', 'periodTarget'], '三级指标，年度、周期两列指标值'],
])('a form with the columns %j is called %s', (columns, words) => {
  const value = project([['', '甲', '1次']], undefined, columns);
  expect(describeForm([value, value])).toBe(words);
});

test('no project has no form', () => {
  expect(describeForm([])).toBe('');
});
