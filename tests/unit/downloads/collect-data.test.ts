import { expect, test } from 'vitest';
import { collectData } from '../../../src/downloads/collect-data.ts';
import type { DataSource } from '../../../src/downloads/data-set.ts';
import type { ResultSource } from '../../../src/downloads/result-set.ts';
import { must } from '../../../src/record/must.ts';
import { toNotice } from '../../../src/record/notices.ts';
import { isWithin } from '../../../src/record/is-within.ts';
import type { Results } from '../../../src/site/results.ts';
import type { BodyYear } from '../../../src/site/site.ts';
import { anOpenedSite } from '../astro-internals/an-opened-site.ts';
import { answers, targets } from './a-result-source.ts';
import { school, water } from './a-source.ts';

const commit = { id: 'a'.repeat(40), date: '2026-02-01T00:00:00.000Z' };
const ofWater = { id: 'b'.repeat(40), date: '2026-01-01T00:00:00.000Z' };
const ofResults = { id: 'c'.repeat(40), date: '2026-01-02T00:00:00.000Z' };
const none = { years: [], all: [], byFile: new Map() };

/** As the site has it: projects by their budgets, which is not the order of the source. */
function toBody({ id, projects, ...entry }: DataSource): BodyYear {
  const projectIds = projects.map((project) => project.id);
  return { id, projects: projects.toReversed(), entry: { ...entry, projectIds } } as unknown as BodyYear;
}

function toResults(...sources: readonly ResultSource[]): Results {
  const years = sources.map(({ year, id, results, ...entry }) => {
    const resultIds = results.map(({ result }) => result.id);
    return { year, files: [{ id, entry: { year, ...entry, resultIds } }] };
  });
  return {
    years,
    all: sources.flatMap(({ results }) => results),
    byFile: new Map(sources.map(({ id, results }) => [id, results])),
  } as unknown as Results;
}

function collect(bodies: readonly DataSource[], results: Results | typeof none = none, isDev = false) {
  const resources = new AsyncDisposableStack();
  const ended: (() => unknown)[] = [];
  resources.defer = (end) => void ended.push(end);
  const site = {
    ...{ ...anOpenedSite(), root: process.cwd(), resources },
    identity: { name: '示例市', url: 'https://example.gov.cn/', licence: 'CC BY 4.0' },
    history: {
      ...{ commit, modified: new Set<string>() },
      byPath: new Map([
        [water.path, ofWater],
        [answers.path, ofResults],
      ]),
    },
  };
  return { ...collectData(site, bodies.map(toBody), results, isDev), threads: ended.length };
}

test('all sets describe the site', () => {
  const { context, sets } = collect([water, school]);
  expect(context).toEqual({ url: 'https://example.gov.cn', licence: 'CC BY 4.0', commit });
  expect(must(sets.get('')).set.title).toBe('示例市：全部项目的绩效目标');
});

test('a site without an address has none', () => {
  expect(collectData(anOpenedSite(), [], none, false).context).toEqual({
    ...{ url: undefined, licence: undefined, commit: null },
  });
});

test('a source has its projects in its order, and its last commit', () => {
  const { sets } = collect([water, school]);
  expect([...sets.keys()]).toEqual([
    ...['', '2026', '2025', '2026/water'],
    ...['2026/water/he-dao-bao-jie', '2026/water/shui-zhi-jian-ce'],
    ...['2025/school', '2025/school/cao-chang-fan-xin'],
  ]);
  expect(must(sets.get('')).set.sources).toEqual([{ ...water, commit: ofWater }, school]);
});

test('projects of one name have what tells them apart', () => {
  const twins = water.projects.map((project, index) => ({
    ...{ ...project, name: '河道保洁', spendingUnit: ['东站', '西站'][index] ?? null },
  }));
  const { sets } = collect([{ ...water, projects: twins }]);
  const [source] = must(sets.get('2026/water')).set.sources;
  expect(twins.map(({ id }) => source?.apart.get(id))).toEqual(['东站', '西站']);
});

test('a file of results has its results with their targets, and its last commit', () => {
  const { sets } = collect([targets], toResults(answers));
  const [source] = must(sets.get('2025/water/results')).set.results?.sources ?? [];
  expect(source).toEqual({ ...answers, commit: ofResults });
});

test('where a file has targets and results of several years, each has its notices, and all those of the file', () => {
  const { path } = targets;
  const [first, second] = answers.results.map(({ result }) => result);
  const lineOf = (table: { source: { startLine: number } } | undefined) => must(table).source.startLine;
  const project = must(targets.projects[0]);
  // Behind the results, whose lines are those of another file.
  const moved = {
    ...{ ...project, source: { ...project.source, path, startLine: 1_000, endLine: 1_020 } },
  };
  const lines = [lineOf(first), lineOf(second), 900, 1_010];
  const notices = lines.map((line) => toNotice({ path, line, column: 1 }, 'table/other-kind', '提示'));
  const files = answers.results.map((answered, index): ResultSource => {
    const result = { ...answered.result, source: { ...answered.result.source, path } };
    const id = `${2025 - index}/water/results`;
    return { ...answers, id, year: 2025 - index, path, notices, results: [{ ...answered, result }] };
  });
  expect(lines.map((line) => isWithin(moved, line))).toEqual([false, false, false, true]);
  const { sets } = collect([{ ...targets, projects: [moved] }], toResults(...files));
  const linesOf = (id: string) => must(sets.get(id)).set.results?.sources[0]?.notices.map(({ line }) => line);
  expect(linesOf('2025/water/results')).toEqual([lines[0], 900]);
  expect(linesOf('2024/water/results')).toEqual([lines[1], 900]);
});

test('the files of a set are those of its kind', async () => {
  const { sets } = collect([targets], toResults(answers));
  const namesOf = async (id: string) => (await must(sets.get(id)).files()).map(({ name }) => name);
  const project = ['project.json', 'projects.csv', 'indicators.csv'];
  const results = ['results.xlsx', 'results.csv', 'result-indicators.csv', 'results.json'];
  const set = ['disclosure.xlsx', 'projects.csv', 'indicators.csv', 'disclosure.json'];
  expect(await namesOf('2025/water/he-dao-bao-jie')).toEqual(project);
  expect((await namesOf('2025/water')).toSorted()).toEqual([...set, 'datapackage.json'].toSorted());
  for (const id of ['', '2025'])
    expect((await namesOf(id)).toSorted()).toEqual([...set, ...results, 'datapackage.json'].toSorted());
  expect((await namesOf('2025/water/results')).toSorted()).toEqual(
    [...results, 'datapackage.json'].toSorted(),
  );
  expect(await namesOf('2025/water/results/he-dao-bao-jie')).toContain('result.json');
});

test('threads make the files of 300 projects and results, but not in `astro dev`', () => {
  const project = must(water.projects[0]);
  const many = (count: number): DataSource => ({
    ...{ ...water, id: '2026/many' },
    projects: Array.from({ length: count }, (_, index) => ({ ...project, id: `2026/many/${index}` })),
  });
  expect(collect([many(299)]).threads).toBe(0);
  expect(collect([many(300)]).threads).toBe(3);
  expect(collect([many(300)], none, true).threads).toBe(0);
  expect(answers.results).toHaveLength(2);
  expect(collect([many(297)], toResults(answers)).threads).toBe(0);
  expect(collect([many(298)], toResults(answers)).threads).toBe(3);
});
