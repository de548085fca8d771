import { expect, test } from 'vitest';
import { API_FILES, hasResults, RESULT_API_FILES, toApi } from '../../../src/downloads/api.ts';
import { toDataSets, type DataSource } from '../../../src/downloads/data-set.ts';
import { answers, resultsOf, targets } from './a-result-source.ts';
import { school, water } from './a-source.ts';
import type { PublishedData } from '../../../src/downloads/collect-data.ts';
import type { ResultSource } from '../../../src/downloads/result-set.ts';

function dataOf(
  sources: readonly DataSource[],
  url: string | undefined,
  commit: { id: string; date: string } | null = null,
  results: readonly ResultSource[] = [],
): PublishedData {
  const made = toDataSets('示例市', sources, results);
  const files = () => Promise.resolve([]);
  return {
    context: { url, licence: undefined, commit },
    sets: new Map(made.map((set) => [set.id, { set, files }])),
  };
}
const apiOf = (...of: Parameters<typeof dataOf>) => toApi(dataOf(...of));

const site = 'https://example.gov.cn';
const published = { ...water, publication: { published: '2026-02-03' } };
const makeApi = () =>
  apiOf([published, school], site, { id: 'a'.repeat(40), date: '2026-02-04T00:00:00.000Z' });

/** Addresses of the files of a set. */
const filesAt = (path: string) => ({
  page: `${site}/${path}/`,
  json: `${site}/${path}/disclosure.json`,
  csv: { projects: `${site}/${path}/projects.csv`, indicators: `${site}/${path}/indicators.csv` },
  xlsx: `${site}/${path}/disclosure.xlsx`,
  dataPackage: `${site}/${path}/datapackage.json`,
});
const ofWater = { projectCount: 2, indicatorCount: 5, yuan: '30700.50', withoutBudget: 0 };
const ofSchool = { projectCount: 1, indicatorCount: 1, yuan: null, withoutBudget: 1 };

test('each list is a file', () => {
  const api = makeApi();
  expect(Object.keys(api)).toEqual(API_FILES);
});

test('the index names all lists with their lengths', () => {
  const api = makeApi();
  expect(api.index).toEqual({
    title: '示例市：全部项目的绩效目标',
    contentCommit: 'a'.repeat(40),
    guide: `${site}/guide/`,
    schemas: { project: `${site}/schemas/project.json`, disclosure: `${site}/schemas/disclosure.json` },
    dataPackage: `${site}/datapackage.json`,
    checksums: `${site}/SHA256SUMS`,
    lists: {
      years: { url: `${site}/api/years.json`, count: 2 },
      bodies: { url: `${site}/api/bodies.json`, count: 2 },
      projects: { url: `${site}/api/projects.json`, count: 3 },
      indicators: { url: `${site}/api/indicators.json`, count: 6 },
    },
  });
});

test('years and bodies have totals and downloads of their own', () => {
  const api = makeApi();
  expect(api.years).toEqual([
    { year: 2026, ...ofWater, ...filesAt('2026') },
    { year: 2025, ...ofSchool, ...filesAt('2025') },
  ]);
  expect(api.bodies).toEqual([
    {
      ...{ id: '2026/water', year: 2026, publisher: '示例市水务局', published: '2026-02-03' },
      ...{ ...ofWater, ...filesAt('2026/water') },
      source: {
        text: `${site}/2026/water/source.txt`,
        page: `${site}/2026/water/source/`,
        sha256: water.sha256,
      },
    },
    {
      ...{ id: '2025/school', year: 2025, publisher: '示例市第一中学', published: null },
      ...{ ...ofSchool, ...filesAt('2025/school') },
      source: {
        text: `${site}/2025/school/source.txt`,
        page: `${site}/2025/school/source/`,
        sha256: school.sha256,
      },
    },
  ]);
});

test('projects are listed with their budgets, pages and JSON', () => {
  const api = makeApi();
  expect(api.projects.map(({ name, yuan, indicatorCount }) => [name, yuan, indicatorCount])).toEqual([
    ['河道保洁', '27700.00', 4],
    ['水质监测', '3000.50', 1],
    ['操场翻新', null, 1],
  ]);
  expect(api.projects[0]).toEqual({
    ...{ id: '2026/water/he-dao-bao-jie', year: 2026, publisher: '示例市水务局' },
    ...{ name: '河道保洁', yuan: '27700.00', indicatorCount: 4 },
    page: `${site}/2026/water/he-dao-bao-jie/`,
    json: `${site}/2026/water/he-dao-bao-jie/project.json`,
  });
});

test('an indicator is at its row of the page, and at its place in the JSON of the project', () => {
  const api = makeApi();
  expect(api.indicators[1]).toEqual({
    id: '2026/water/he-dao-bao-jie#yang-hu-jing-fei',
    ...{ year: 2026, publisher: '示例市水务局', project: '河道保洁' },
    ...{ category: '产出指标', subcategory: '质量指标', name: '养护经费' },
    ...{ annualTarget: '2~3万元', periodTarget: '2~3万元' },
    page: `${site}/2026/water/he-dao-bao-jie/#yang-hu-jing-fei`,
    json: `${site}/2026/water/he-dao-bao-jie/project.json#/indicators/1`,
  });
  const [project] = school.projects.map((each) => ({
    ...each,
    indicators: each.indicators.map((indicator) => ({ ...indicator, annualTarget: null })),
  }));
  expect(api.indicators.at(-1)).toMatchObject({ annualTarget: '400米', periodTarget: null });
  const blank = apiOf([{ ...school, projects: project ? [project] : [] }], site);
  expect(blank.indicators[0]).toMatchObject({ annualTarget: null, periodTarget: null });
});

test('a site without an address or a history has paths, and no commit', () => {
  const { index, years, indicators } = apiOf([school], undefined);
  expect([index.contentCommit, index.guide, years[0]?.page, indicators[0]?.page]).toEqual([
    null,
    '/guide/',
    '/2025/',
    '/2025/school/cao-chang-fan-xin/#pao-dao',
  ]);
});

test('a site without projects has empty lists', () => {
  const { index, ...lists } = apiOf([], site);
  expect(lists).toEqual({ years: [], bodies: [], projects: [], indicators: [] });
  expect(Object.values(index.lists).map(({ count }) => count)).toEqual([0, 0, 0, 0]);
});

test('a site with results has a list of them, each with what it answers, its spending and its points', () => {
  const data = dataOf([targets], site, null, [answers]);
  const { index, results } = toApi(data);
  expect([hasResults(data), hasResults(dataOf([targets], site))]).toEqual([true, false]);
  expect(Object.keys(toApi(data))).toEqual([...API_FILES, ...RESULT_API_FILES]);
  expect(index.lists.results).toEqual({ url: `${site}/api/results.json`, count: 2 });
  expect(index.schemas.result).toBe(`${site}/schemas/result.json`);
  const id = '2025/water/results/he-dao-bao-jie';
  expect(results?.[0]).toEqual({
    ...{ id, year: 2025, publisher: '示例市水务局', name: '河道保洁' },
    ...{ projectId: '2025/water/he-dao-bao-jie', spent: '93100.00', score: '97.8' },
    ...{ page: `${site}/${id}/`, json: `${site}/${id}/result.json` },
  });
  expect(results?.[1]).toMatchObject({ name: '=水质监测', projectId: null });
});

test('a year that has results alone is in the list of these, and not among the years', () => {
  const { years, results } = apiOf([targets], site, null, [resultsOf(2024, [], { name: '河道清淤' })]);
  expect(years.map(({ year }) => year)).toEqual([2025]);
  expect(results?.map(({ year }) => year)).toEqual([2024]);
});

test('what a result does not say is null, and all else of the API is as without results', () => {
  const [first] = answers.results.map((answered) => ({
    ...answered,
    result: { ...answered.result, funds: { total: null, sources: [] }, total: null },
  }));
  const { index, results, ...others } = apiOf([targets], site, null, [
    { ...answers, results: first ? [first] : [] },
  ]);
  expect(results?.map(({ spent, score }) => [spent, score])).toEqual([[null, null]]);
  const { index: plain, ...same } = apiOf([targets], site);
  expect(others).toEqual(same);
  const { results: list, ...lists } = index.lists;
  expect(list?.count).toBe(1);
  expect(lists).toEqual(plain.lists);
});
