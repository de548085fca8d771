import { expect, test } from 'vitest';
import { matchResults } from '../../../src/identity/match-results.ts';
import type { Project } from '../../../src/record/disclosure-schema.ts';
import type { ParsedResult } from '../../../src/record/result-schema.ts';
import { settledResult } from '../../helpers/make-result.ts';

const UNIT = '云岭市水务局';

function project(id: string, own: Partial<Project> & { code?: string } = {}): Project {
  const { code, ...fields } = own;
  const otherFields = code === undefined ? [] : [{ label: '项目编码', value: code, line: 5 }];
  const bodyId = id.split('/').slice(0, 2).join('/');
  return {
    ...{ id, bodyId, year: Number(id.slice(0, 4)), name: '河道清淤' },
    ...{ spendingUnit: UNIT, department: null, otherFields, ...fields },
  } as Project;
}

const join = (projects: Project[], ...results: [own?: Partial<ParsedResult>, slug?: string][]) =>
  matchResults(
    projects,
    results.map(([own, slug]) => settledResult(own, slug)),
  ).map(({ project: found, unclear }) => found?.id ?? unclear.map(({ id }) => id));

test('a result answers the project of its body, year and name', () => {
  const projects = [
    project('2025/water/a'),
    project('2026/water/a'),
    project('2025/roads/a', { spendingUnit: '云岭市公路局' }),
  ];
  expect(join(projects, [])).toEqual(['2025/water/a']);
  expect(join(projects, [{ name: '河道 清淤' }])).toEqual(['2025/water/a']);
  expect(join(projects, [{ name: '河道清淤二期' }])).toEqual([[]]);
  expect(join(projects, [{ spendingUnit: '云岭市财政局' }])).toEqual([[]]);
});

test('where no body is written, only the file says whose it is', () => {
  const projects = [
    project('2025/water/a', { spendingUnit: null }),
    project('2025/roads/a', { spendingUnit: null }),
  ];
  expect(join(projects, [{ spendingUnit: null }, 'water'])).toEqual(['2025/water/a']);
  expect(join(projects, [{ spendingUnit: null }, 'other'])).toEqual([[]]);
  expect(join([project('2025/w/a', { spendingUnit: null, department: UNIT })], [])).toEqual(['2025/w/a']);
});

test('the code leads to a project that was renamed, and keeps apart what has one name', () => {
  const projects = [
    project('2025/water/a', { code: '001', name: '清淤工程' }),
    project('2025/water/b', { code: '002' }),
  ];
  expect(join(projects, [{ code: '001', name: '清淤' }])).toEqual(['2025/water/a']);
  expect(join(projects, [{ code: '002' }])).toEqual(['2025/water/b']);
  expect(join(projects, [{ code: '003' }])).toEqual([[]]);
  // A project without a code may have any.
  expect(join([project('2025/water/c')], [{ code: '003' }])).toEqual(['2025/water/c']);
});

test('nothing is joined where two projects may be meant', () => {
  expect(join([project('2025/water/a'), project('2025/rivers/b')], [])).toEqual([
    ['2025/water/a', '2025/rivers/b'],
  ]);
  const byCode = project('2025/water/a', { code: '001', name: '清淤工程' });
  expect(join([byCode, project('2025/water/b')], [{ code: '001' }])).toEqual([
    ['2025/water/a', '2025/water/b'],
  ]);
});

test('nothing is joined where two results answer one project', () => {
  expect(join([project('2025/water/a')], [], [{}, 'second'])).toEqual([['2025/water/a'], ['2025/water/a']]);
});
