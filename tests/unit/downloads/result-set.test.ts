import { expect, test } from 'vitest';
import {
  filesOfSet,
  hasTargets,
  pageOfResults,
  titleOf,
  toDataSets,
} from '../../../src/downloads/data-set.ts';
import { resultIndicatorRows, resultRows } from '../../../src/downloads/result-set.ts';
import { must } from '../../../src/record/must.ts';
import { toNotice } from '../../../src/record/notices.ts';
import { answers, resultsOf, targets, targetsOf } from './a-result-source.ts';

const targets2026 = targetsOf(2026, { name: '河道保洁' });
const answers2024 = resultsOf(2024, [], { name: '河道清淤' });
const sets = toDataSets('示例市', [targets2026, targets], [answers, answers2024]);
const setAt = (id: string) => must(sets.find((set) => set.id === id));

test('results are in the sets of the site and of their year, and have sets of their own', () => {
  expect(sets.map(({ kind, id, results }) => [kind, id, results?.title ?? null])).toEqual([
    ['site', '', '示例市：全部项目的绩效自评'],
    ['year', '2026', null],
    ['year', '2025', '2025年项目绩效自评'],
    ['year', '2024', '2024年项目绩效自评'],
    ...[
      ['body', '2026/water'],
      ['project', '2026/water/he-dao-bao-jie'],
      ['body', '2025/water'],
      ['project', '2025/water/he-dao-bao-jie'],
    ].map(([kind, id]) => [kind, id, null]),
    ['results', '2025/water/results', '示例市水务局2025年项目绩效自评'],
    ['result', '2025/water/results/he-dao-bao-jie', '河道保洁绩效自评（示例市水务局，2025年）'],
    ['result', '2025/water/results/shui-zhi-jian-ce', '=水质监测绩效自评（示例市水务局，2025年）'],
    ['results', '2024/water/results', '示例市水务局2024年项目绩效自评'],
    ['result', '2024/water/results/he-dao-qing-yu', '河道清淤绩效自评（示例市水务局，2024年）'],
  ]);
});

test('a set of results has its files, and that of a result the notices on its lines', () => {
  expect(setAt('').results?.sources).toEqual([answers, answers2024]);
  expect(setAt('2025').results?.sources).toEqual([answers]);
  expect(setAt('2024').results?.sources).toEqual([answers2024]);
  expect(setAt('2025/water/results').results?.sources).toEqual([answers]);
  const line = must(answers.results[1]).result.source.startLine;
  const notices = [1, line - 2, line].map((at) =>
    toNotice({ path: answers.path, line: at, column: 1 }, 'table/other-kind', '提示'),
  );
  const noticed = toDataSets('', [], [{ ...answers, notices }]).filter(({ kind }) => kind === 'result');
  expect(noticed.map((set) => set.results?.sources)).toEqual([
    [{ ...answers, results: answers.results.slice(0, 1), notices: notices.slice(0, 2) }],
    [{ ...answers, results: answers.results.slice(1), notices: notices.slice(2) }],
  ]);
});

test.each([
  ['', '示例市：全部项目的绩效目标和自评', true, '/'],
  ['2026', '2026年项目绩效目标', true, '/2026/results/'],
  ['2025', '2025年项目绩效目标和自评', true, '/2025/results/'],
  ['2024', '2024年项目绩效自评', false, '/2024/results/'],
  ['2025/water/results', '示例市水务局2025年项目绩效自评', false, '/2025/water/results/'],
])('the set “%s” is called %s', (id, title, ofTargets, page) => {
  const set = setAt(id);
  expect([titleOf(set), hasTargets(set), pageOfResults(set)]).toEqual([title, ofTargets, page]);
});

test('the files of a set are those of its targets, then those of its results', () => {
  const filesAt = (id: string) => filesOfSet(setAt(id)).map((file) => [file.path, file.what]);
  expect(filesAt('')).toEqual([
    ['disclosures/2026/water.md', '项目绩效目标表'],
    ['disclosures/2025/water.md', '项目绩效目标表'],
    ['disclosures/results/2025/water.md', '项目支出绩效自评表'],
    ['disclosures/results/2024/water.md', '项目支出绩效自评表'],
  ]);
  expect(filesAt('2026')).toEqual([['disclosures/2026/water.md', '项目绩效目标表']]);
});

test('results and their indicators are rows in the order of the files; a row that the result lacks is none', () => {
  const set = must(setAt('').results);
  expect(resultRows(set).map(({ result, source }) => [source.id, result.name])).toEqual([
    ['2025/water/results', '河道保洁'],
    ['2025/water/results', '=水质监测'],
    ['2024/water/results', '河道清淤'],
  ]);
  const [first] = answers.results;
  const lacking = {
    ...must(first),
    rows: [...must(first).rows, { indicator: must(targets.projects[0]?.indicators[0]), answer: null }],
  };
  const rows = resultIndicatorRows({ title: '', sources: [{ ...answers, results: [lacking] }] });
  expect(rows.map(({ answer, indicator }) => [answer.name, indicator?.name ?? null])).toEqual([
    ['巡查河道', '巡查河道'],
    ['水质达标率', '水质达标率'],
    ['沿岸环境', '沿岸环境'],
    ['居民满意度', null],
  ]);
});
