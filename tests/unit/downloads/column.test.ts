import { expect, test } from 'vitest';
import { sheetColumns, textColumn, toJsonCell, withNotAsked } from '../../../src/downloads/column.ts';
import type { ProjectRow } from '../../../src/downloads/data-set.ts';
import { must } from '../../../src/record/must.ts';
import { school, water } from './a-source.ts';

const english = { title: 'Kind', description: 'As published.' };
const column = (name: string) => textColumn<ProjectRow>(name, name, '', english, 9, () => name);
const columns = ['a', 'b', 'c', 'd', 'e'].map(column);

test.each([
  [[], [], 'abcde'],
  [['d', 'b'], [], 'dbace'],
  [[], ['c', 'a'], 'bdeca'],
  [['e'], ['a'], 'ebcda'],
  [['no such column', 'c'], ['nor this'], 'cabde'],
])('with %j first and %j last a sheet has the columns %s', (first, last, expected) => {
  const sheet = { first, last, frozen: 0 };
  expect(
    sheetColumns({ columns, sheet })
      .map(({ name }) => name)
      .join(''),
  ).toBe(expected);
});

test('a cell of several values is JSON, and one of none is empty', () => {
  expect(toJsonCell([{ label: '备注', value: '塑胶' }, 1])).toBe('[{"label":"备注","value":"塑胶"},1]');
  expect(toJsonCell([])).toBeNull();
});

test('a column of text has what it is given, and says what of a form it holds only where the form is given', () => {
  const value = () => '甲';
  const plain = {
    name: 'type',
    title: '类型',
    description: '原文',
    english,
    width: 8,
    value,
    type: 'string',
  };
  expect(textColumn('type', '类型', '原文', english, 8, value)).toEqual(plain);
  expect(textColumn('type', '类型', '原文', english, 8, value)).not.toHaveProperty('asks');
  expect(textColumn('type', '类型', '原文', english, 8, value, 'type')).toEqual({ ...plain, asks: 'type' });
});

test('the last column names those that the form of the project does not have, in their order', () => {
  const asking = withNotAsked<ProjectRow>([
    column('id'),
    textColumn('goal', '目标', '', english, 9, () => null, 'annualGoal'),
    textColumn('unit', '单位', '', english, 9, () => null, 'spendingUnit'),
    textColumn('kind', '类型', '', english, 9, () => null, 'type'),
  ]);
  expect(asking.map(({ name, type }) => [name, type])).toEqual([
    ['id', 'string'],
    ['goal', 'string'],
    ['unit', 'string'],
    ['kind', 'string'],
    ['not_asked', 'array'],
  ]);
  const { value } = must(asking.at(-1));
  expect(value({ project: must(school.projects[0]), source: school })).toBe('["goal","kind"]');
  expect(value({ project: must(water.projects[0]), source: water })).toBeNull();
});
