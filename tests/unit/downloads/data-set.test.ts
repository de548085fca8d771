import { expect, test } from 'vitest';
import { indicatorRows, projectRows, toDataSets } from '../../../src/downloads/data-set.ts';
import { must } from '../../../src/record/must.ts';
import { school, water } from './a-source.ts';

const makeSets = () => toDataSets('示例市', [water, school]);

test('a site has sets of itself, of each year, and of each body before its projects', () => {
  expect(makeSets().map(({ kind, id, title }) => [kind, id, title])).toEqual([
    ['site', '', '示例市：全部项目的绩效目标'],
    ['year', '2026', '2026年项目绩效目标'],
    ['year', '2025', '2025年项目绩效目标'],
    ['body', '2026/water', '示例市水务局2026年项目绩效目标'],
    ['project', '2026/water/he-dao-bao-jie', '河道保洁绩效目标（示例市水务局，2026年）'],
    ['project', '2026/water/shui-zhi-jian-ce', '水质监测绩效目标（示例市水务局，2026年）'],
    ['body', '2025/school', '示例市第一中学2025年项目绩效目标'],
    ['project', '2025/school/cao-chang-fan-xin', '操场翻新绩效目标（示例市第一中学，2025年）'],
  ]);
});

test('the sets of the site, of a year and of a body have the whole sources', () => {
  expect(
    makeSets()
      .filter(({ kind }) => kind !== 'project')
      .map(({ sources }) => sources),
  ).toEqual([...[[water, school], [water], [school]], ...[[water], [school]]]);
});

test('the set of a project has the source with that project and the notices on its lines', () => {
  const [first, second] = water.projects;
  const ofProjects = makeSets()
    .filter(({ id }) => id.startsWith('2026/water/'))
    .map(({ sources }) => sources);
  expect(ofProjects).toEqual([
    [{ ...water, projects: [first], notices: water.notices.slice(0, 2) }],
    [{ ...water, projects: [second], notices: water.notices.slice(2) }],
  ]);
});

test('projects and indicators are rows in the order of the sources', () => {
  const site = must(makeSets()[0]);
  expect(projectRows(site).map(({ project, source }) => [project.name, source.id])).toEqual([
    ['河道保洁', '2026/water'],
    ['水质监测', '2026/water'],
    ['操场翻新', '2025/school'],
  ]);
  expect(
    indicatorRows(site).map(({ project, source, indicator }) => [source.id, project.name, indicator.name]),
  ).toEqual([
    ['2026/water', '河道保洁', '巡查河道'],
    ['2026/water', '河道保洁', '养护经费'],
    ['2026/water', '河道保洁', '清淤单价'],
    ['2026/water', '河道保洁', '居民满意度'],
    ['2026/water', '水质监测', '监测断面'],
    ['2025/school', '操场翻新', '跑道'],
  ]);
});
