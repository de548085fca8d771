import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { readDisclosure } from '../../../src/content/read-disclosure.ts';
import { tellApart } from '../../../src/display/tell-apart.ts';
import type { Project } from '../../../src/record/disclosure-schema.ts';
import { must } from '../../../src/record/must.ts';
import { fixtureSource } from '../../helpers/write-files.ts';

const value = fixtureSource('a-plain-table');
const project = must(readDisclosure(new VFile({ path: 'disclosures/2026/a.md', value })).projects[0]);

/** Projects with one name, each with what it has of its own; `1`, `2`, … are their ids. */
function apart(...projects: Partial<Project>[]): Record<string, string> {
  const twins = projects.map((own, index) => ({ ...project, id: String(index + 1), ...own }));
  return Object.fromEntries(tellApart(twins));
}
const budget = (yuan: string) => ({ text: yuan, yuan });

test('projects of one name are told apart by their spending units', () => {
  expect(apart({ spendingUnit: '一所' }, { spendingUnit: '二所' })).toEqual({ 1: '一所', 2: '二所' });
});

test('by their budgets where a unit is that of both, or not there', () => {
  expect(apart({ budget: budget('27700.00') }, { budget: budget('5.00') })).toEqual({
    1: '27,700.00 元',
    2: '5.00 元',
  });
  expect(
    apart(
      { spendingUnit: null, budget: budget('1.00'), department: '甲局' },
      { spendingUnit: null, budget: budget('2.00') },
      { spendingUnit: '二所', budget: budget('1.00') },
    ),
  ).toEqual({ 1: '甲局', 2: '2.00 元', 3: '二所' });
});

test('by both where neither tells them apart alone, else by the department, the place, the id', () => {
  const units = ['一所', '一所', '二所', '二所'];
  const sums = ['1.00', '2.00', '1.00', '2.00'];
  expect(
    apart(...units.map((spendingUnit, index) => ({ spendingUnit, budget: budget(must(sums[index])) }))),
  ).toEqual({
    1: '一所，1.00 元',
    2: '一所，2.00 元',
    3: '二所，1.00 元',
    4: '二所，2.00 元',
  });
  expect(apart({ department: '甲局' }, { department: '乙局' })).toEqual({ 1: '甲局', 2: '乙局' });
  const later = { ...project.source, startLine: 90 };
  expect(apart({}, { source: later })).toEqual({ 1: '原文第 1 行起', 2: '原文第 90 行起' });
  expect(apart({}, {})).toEqual({ 1: '1', 2: '2' });
});

test('a project alone with its name in its body and year needs nothing', () => {
  expect(apart({})).toEqual({});
  expect(apart({}, { name: '堤岸修补' })).toEqual({});
  expect(apart({}, { bodyId: '2026/b' })).toEqual({});
});
