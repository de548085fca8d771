import { expect, test } from 'vitest';
import { addCounts, describeForm, measureQuality } from '../../../src/display/quality.ts';
import { INDICATOR_MEASURES, PROJECT_MEASURES } from '../../../src/display/quality-measures.ts';
import type { ParsedProject } from '../../../src/record/disclosure-schema.ts';
import { parseTarget } from '../../../src/record/parse-target.ts';

type Row = readonly [category: string, name: string, target: string | null, weight?: string];

function project(rows: readonly Row[], execution?: string): ParsedProject {
  const asked = { fields: [], columns: ['category', 'annualTarget'] };
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
  expect(describeForm([plain, weighted])).toBe('几种表式');
});
