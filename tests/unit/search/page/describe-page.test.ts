import { expect, test } from 'vitest';
import {
  describeMore,
  describePage,
  isFilteredOut,
  shownGroups,
  titleOf,
} from '../../../../src/search/page/describe-page.ts';
import type { Answer, Group } from '../../../../src/search/query.ts';
import { readQuestions } from '../../../../src/search/read-questions.ts';
import type { Hit } from '../../../../src/search/to-hit.ts';
import { AN_ANSWER } from '../an-answer.ts';

const line = {} as Group['lines'][number];
const group = (id: Group['id'], count = 1, shown = 1): Group => ({
  ...{ id, count },
  lines: Array.from({ length: shown }, () => line),
});
const hits = (length: number) => Array.from({ length }, () => ({}) as Hit);

test('a search for nothing but filters is called so', () => {
  expect([' \u3000', '党建', ' 党建'].map((text) => titleOf({ text }))).toEqual([
    ...['筛选项目', '搜索“党建”', '搜索“ 党建”'],
  ]);
});

test('an answer with projects is described by its counts', () => {
  const answer = { ...AN_ANSWER, count: 1, total: 1, hitCount: 1, hits: hits(1), words: ['党建'] };
  expect(describePage({ text: '党建' }, answer)).toEqual({
    ...{ title: '搜索“党建”', message: '找到 1 个项目。', answer },
  });
});

test.each<[string, Partial<Answer>, string, string]>([
  ['nothing at all', {}, '没有找到“x”', '单位、项目、指标、指标值和指南里都没有。'],
  ['a body', { groups: [group('bodies')] }, '搜索“x”', '项目里没有这几个字，下面这里有。'],
  [
    'what explains a number',
    { groups: [group('guide')], questions: readQuestions('70万', []) },
    '没有找到“x”',
    '按金额 700,000 元来找。单位、项目、指标、指标值和指南里都没有。',
  ],
  [
    'nothing in names alone',
    { readAs: ['党建'], isNamesOnly: true },
    '没有找到“x”',
    '按“党建”查找。索引没有载入，只在项目和指标的名称里找，指标值和目标没有找。单位、项目、指标、指标值和指南里都没有。',
  ],
])('an answer without projects, with %s, says so', (_name, change, title, message) => {
  const answer = { ...AN_ANSWER, ...change };
  expect(describePage({ text: 'x' }, answer)).toEqual({ title, message, answer });
});

test('one group alone is shown where it is asked for', () => {
  const groups = [group('same'), group('beyond')];
  expect(shownGroups({ part: null }, { groups })).toEqual(groups);
  expect(shownGroups({ part: 'beyond' }, { groups })).toEqual([groups[1]]);
});

test.each([
  [0, 0, false],
  [0, 1, true],
  [1, 1, false],
])('%i of %i projects pass the filters: they are the reason for nothing: %s', (count, total, expected) => {
  expect(isFilteredOut({ count, total })).toBe(expected);
});

test.each<[string, Partial<Answer> | null, Group['id'] | null, string | null]>([
  ['no answer', null, null, null],
  ['all projects listed', { hits: hits(10), hitCount: 10 }, null, null],
  ['one project more', { hits: hits(10), hitCount: 11 }, null, '再列 1 个项目'],
  ['many projects more', { hits: hits(10), hitCount: 99 }, null, '再列 10 个项目'],
  ['projects besides the only group', { hits: hits(2), hitCount: 9 }, 'same', null],
  ['more of the only group', { groups: [group('same', 9, 5)], hitCount: 99 }, 'same', '再列 4 项'],
  ['all of the only group', { groups: [group('same', 5, 5)], hitCount: 99 }, 'same', null],
  ['more of a group among others', { groups: [group('same', 9, 5)] }, null, null],
])('the button for more fits %s', (_name, change, part, expected) => {
  expect(describeMore({ part }, change && { ...AN_ANSWER, ...change }, 10)).toBe(expected);
});
