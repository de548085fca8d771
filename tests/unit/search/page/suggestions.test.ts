import { expect, test } from 'vitest';
import { CLOSED, moveTo, showAnswer, showRecent } from '../../../../src/search/page/suggestions.ts';
import type { Answer, Line } from '../../../../src/search/query.ts';
import { readQuestions } from '../../../../src/search/read-questions.ts';
import { toHit } from '../../../../src/search/to-hit.ts';
import { AN_ANSWER } from '../an-answer.ts';
import { aRecord } from '../a-record.ts';

const hit = toHit(aRecord({ name: '清淤', indicators: [['清淤一'], ['清淤二'], ['清淤三']] }), [['清淤']]);
const answer = { ...AN_ANSWER, count: 7, total: 7, hitCount: 7, hits: [hit], words: ['清淤'] };

test('suggests each project with two indicators, then all results', () => {
  const { suggestions, announcement, message, words } = showAnswer(answer, '清淤');
  expect(suggestions.map(({ kind }) => kind)).toEqual(['project', 'indicator', 'indicator', 'all']);
  expect([announcement, message, words]).toEqual(['找到 7 个项目，按上下键选择。', '', ['清淤']]);
});

test('says what was searched for instead, and that only names were searched', () => {
  const readAs = ['一', '二', '三', '四'];
  expect(showAnswer({ ...answer, readAs, isNamesOnly: true }, 'x').message).toBe(
    '按“一”“二”“三”查找。索引没有载入，只在名称里找。',
  );
  expect(showAnswer({ ...answer, count: 0 }, ' x ').message).toMatch(/^没有找到“x”。/);
});

test('suggests lines of groups before projects; none of the guide for a number', () => {
  const line = { url: '/x/', title: { text: '云岭市教育局', marks: [] } } as unknown as Line;
  const groups: Answer['groups'] = [
    { id: 'bodies', count: 3, lines: [line, line, line] },
    { id: 'guide', count: 1, lines: [line] },
  ];
  const kinds = (change: Partial<Answer>) =>
    showAnswer({ ...answer, groups, ...change }, '教育局').suggestions.map(({ kind }) => kind);
  expect(kinds({})).toEqual(['line', 'line', 'line', 'project', 'indicator', 'indicator', 'all']);
  expect(kinds({ questions: readQuestions('70万', []) })).toEqual([
    'line',
    'line',
    'project',
    'indicator',
    'indicator',
    'all',
  ]);
  expect(showAnswer({ ...answer, questions: readQuestions('70万', []) }, 'x').message).toBe(
    '按金额 700,000 元来找。',
  );
  expect(kinds({ count: 0, hits: [] })).toEqual(['line', 'line', 'line', 'all']);
});

test('without recent searches nothing is shown', () => {
  expect(showRecent([])).toBe(CLOSED);
  expect(showRecent(['党建']).announcement).toBe('1 条最近搜索，按上下键选择。');
});

test.each([
  ['ArrowDown', -1, 0],
  ['ArrowDown', 3, -1],
  ['ArrowUp', -1, 3],
  ['ArrowUp', 0, -1],
  ['Home', 2, 0],
  ['End', 0, 3],
  ['Home', -1, undefined],
  ['End', -1, undefined],
  ['a', 1, undefined],
])('%s moves from %i to %s', (key, active, next) => {
  expect(moveTo(key, { ...showAnswer(answer, ''), active })).toBe(next);
  expect(moveTo(key, { ...CLOSED, active })).toBeUndefined();
});
