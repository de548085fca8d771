import { expect, test } from 'vitest';
import { matchProjects, previousBodies } from '../../../src/identity/match-years.ts';
import type { Project } from '../../../src/record/disclosure-schema.ts';

interface Own {
  name?: string;
  code?: string;
  unit?: string;
}

function project(id: string, { name = id.split('/')[2] ?? '', code, unit }: Own = {}): Project {
  const otherFields = code === undefined ? [] : [{ label: '项目代码', value: code, line: 1 }];
  return {
    id,
    name,
    year: Number(id.slice(0, 4)),
    otherFields,
    spendingUnit: unit ?? null,
  } as unknown as Project;
}

const match = (before: Project[], after: Project[], moves: readonly [string, string][] = []) =>
  matchProjects(before, after, new Map(moves)).map(({ before: old, after: now, by }) => [old.id, now.id, by]);

test('a recorded move comes before the code, and the code before the name', () => {
  const before = [
    project('2025/w/a', { code: '1' }),
    project('2025/w/b', { code: '2' }),
    project('2025/w/c'),
  ];
  const after = [project('2026/w/x', { code: '2' }), project('2026/w/y', { code: '1' }), project('2026/w/c')];
  expect(match(before, after)).toEqual([
    ['2025/w/b', '2026/w/x', 'code'],
    ['2025/w/a', '2026/w/y', 'code'],
    ['2025/w/c', '2026/w/c', 'name'],
  ]);
  expect(match(before, after, [['/2026/w/a/', '/2026/w/x/']])).toEqual([
    ['2025/w/a', '2026/w/x', 'moved'],
    ['2025/w/c', '2026/w/c', 'name'],
  ]);
});

test('a move within the earlier year counts too, and one of the whole body', () => {
  const before = [project('2025/w/a', { name: '旧' })];
  const after = [project('2026/w/b', { name: '新' })];
  expect(match(before, after, [['/2025/w/b/', '/2025/w/a/']])).toEqual([['2025/w/a', '2026/w/b', 'moved']]);
  const moves = new Map([['/2026/w/', '/2026/v/']]);
  expect(previousBodies(['2026/v', '2025/w', '2024/v', '2026/u'], moves)).toEqual(
    new Map([['2026/v', '2025/w']]),
  );
  expect(previousBodies(['2026/v', '2024/v', '2022/v'], new Map())).toEqual(
    new Map([
      ['2026/v', '2024/v'],
      ['2024/v', '2022/v'],
    ]),
  );
});

test('nothing is guessed: a code or name that two projects have matches none of them', () => {
  const twins = (year: number) =>
    ['a', 'b'].map((part) => project(`${year}/w/${part}${year}`, { name: '同名', code: '7' }));
  expect(match(twins(2025), twins(2026))).toEqual([]);
  expect(match(twins(2025), [project('2026/w/c', { name: '同名' })])).toEqual([]);
  expect(match([project('2025/w/a', { name: '甲' })], [project('2026/w/b', { name: '乙' })])).toEqual([]);
});

test('projects of one name are told apart by their address, then by their unit', () => {
  const before = [
    project('2025/w/a', { name: '同名', unit: '一所' }),
    project('2025/w/b', { name: '同名', unit: '二所' }),
  ];
  const after = [
    project('2026/w/b', { name: '同名', unit: '三所' }),
    project('2026/w/c', { name: '同名', unit: '一所' }),
  ];
  expect(match(before, after)).toEqual([
    ['2025/w/b', '2026/w/b', 'name'],
    ['2025/w/a', '2026/w/c', 'name'],
  ]);
});
