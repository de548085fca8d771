import { readFileSync, readdirSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { readDisclosure } from '../../../src/content/read-disclosure.ts';
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

test('no result of any fixture is joined to the project of another body, year or name', () => {
  const folder = 'tests/unit/record/results/fixtures';
  const parsed = readdirSync(folder).flatMap((name) => {
    const value = readFileSync(joinPath(folder, name, 'source.md'));
    const path = `disclosures/2025/${name}.md`;
    return readDisclosure(new VFile({ path, value })).results;
  });
  const near = parsed.flatMap((result, place) => {
    const { year, name, spendingUnit, department } = result;
    const own = { year, name, spendingUnit, department };
    return [
      project(`${year}/right-${place}/a`, own),
      project(`${year}/body-${place}/a`, { ...own, spendingUnit: '另一个单位', department: '另一个部门' }),
      project(`${year - 1}/year-${place}/a`, { ...own, year: year - 1 }),
      project(`${year}/name-${place}/a`, { ...own, name: `${name}二期` }),
    ];
  });
  const matches = matchResults(near, parsed);
  const joined = matches.flatMap(({ result, project: found }) => (found ? [[result, found] as const] : []));
  expect(joined.length).toBeGreaterThan(20);
  for (const [{ year, name, spendingUnit, department }, found] of joined)
    expect(found).toMatchObject({ year, name, spendingUnit, department });
});
