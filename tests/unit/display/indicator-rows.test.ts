import { expect, test } from 'vitest';
import { readText } from '../../../src/content/read-text.ts';
import { NO_FRONT_MATTER } from '../../../src/content/front-matter.ts';
import { describeDetails, indicatorRows } from '../../../src/display/indicator-rows.ts';
import { must } from '../../../src/record/must.ts';
import { forms } from '../../../src/record/forms/forms.ts';
import { EXAMPLE } from '../../../src/check/example.ts';

const file = { path: '', sha256: '', year: null };
const projectOf = (text: string) =>
  must(readText(text, file, { forms, readFrontMatter: () => NO_FRONT_MATTER }).projects[0]);
const rowsOf = (text: string) => {
  const project = projectOf(text);
  return indicatorRows(project, project.indicators);
};

test('columns are those of the form, the year’s target first', () => {
  expect(rowsOf(EXAMPLE).columns).toEqual(['二级指标', '三级指标', '2026年指标值', '实施周期指标值']);
});

test('rows are by category, each with what its targets have in common', () => {
  const { categories, hasShares, hasReadings } = rowsOf(EXAMPLE);
  expect(categories.map(([category, rows]) => [category, rows.length])).toEqual([
    ['产出指标', 3],
    ['效益指标', 1],
    ['满意度指标', 1],
    ['成本指标', 1],
  ]);
  const [books, quality] = categories[0]?.[1] ?? [];
  expect(books).toMatchObject({ same: false, joined: false, isFirst: true, pair: { text: '33.3%' } });
  expect(quality).toMatchObject({ same: true, joined: false, pair: null, hasReading: false });
  expect([hasShares, hasReadings]).toEqual([true, false]);
});

test('long equal targets are shown once, and a subcategory is explained once', () => {
  const long = '让每个村的村民走路十分钟都能有书看';
  const { categories } = rowsOf(
    EXAMPLE.replace('≥9000人次\t≥3000人次', `${long}\t${long}`).replace('质量指标', '数量指标'),
  );
  const rows = categories.flatMap(([, some]) => some);
  expect(rows.filter(({ joined }) => joined)).toHaveLength(1);
  expect(rows.map(({ isFirst }) => isFirst)).toEqual([true, false, true, true, true, true]);
});

test('other columns are listed with their labels', () => {
  const details = [{ label: '权重', value: '10' }];
  expect(describeDetails({ ...must(projectOf(EXAMPLE).indicators[0]), details })).toEqual(['权重：10']);
});
