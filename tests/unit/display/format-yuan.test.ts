/** What pages and search say of a project whose form has no funds. */
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { readDisclosure } from '../../../src/content/read-disclosure.ts';
import { compareYears } from '../../../src/display/compare-years.ts';
import { composeAnswer } from '../../../src/display/compose-answer.ts';
import { projectFacets, projectFilters } from '../../../src/display/project-facets.ts';
import { tellApart } from '../../../src/display/tell-apart.ts';
import { must } from '../../../src/record/must.ts';
import { toSearchRecord } from '../../../src/search/index/to-search-record.ts';
import { fixtureSource } from '../../helpers/write-files.ts';

const value = fixtureSource('form-without-funds');
const { projects } = readDisclosure(new VFile({ path: 'disclosures/2026/a.md', value }));
const [without, funded] = [must(projects[0]), must(projects[1])];

test('its sentence names no sum', () => {
  expect(composeAnswer(without)).toMatch(/^云州市文物局2026年承诺 5 项指标：/);
  expect(composeAnswer(funded)).toMatch(/^云州市文物局2026年安排 125,000\.00 元，承诺 4 项指标：/);
});

test('a list can be filtered by it, and adds up no sum of it', () => {
  const facets = projectFacets(without, undefined);
  expect(facets).toMatchObject({ 'data-budget': '表上没有金额', 'data-sum': undefined });
  const budgets = must(projectFilters(projects, () => undefined, '预算金额')[2]);
  expect(budgets.values).toEqual(['10万至50万元', '表上没有金额']);
});

test('it is not told apart by a sum', () => {
  const twins = [without, { ...without, id: 'b', budget: funded.budget, department: '乙局' }];
  expect([...tellApart(twins).values()]).toEqual(['云州市文物局', '125,000.00 元']);
});

test('its years are not compared by their sums', () => {
  expect(compareYears(without, funded).budget).toEqual({
    before: '表上没有金额',
    after: '125,000.00 元',
    difference: '无法比较',
  });
  expect(compareYears(funded, funded).budget.difference).toBe('没有变化');
});

test('search has no sum of it', () => {
  const { yuan, others } = toSearchRecord(without, '云州市文物局');
  expect(yuan).toBeNull();
  expect(others.map(({ label }) => label)).toEqual(['2026年度目标', '主管部门', '项目编码']);
});
