import { expect, test } from 'vitest';
import {
  CLOSED,
  FAILED,
  moveTo,
  SEARCHING,
  showAnswer,
  showRecent,
} from '../../../../src/search/page/suggestions.ts';
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

test('messages alone are open and announced, with nothing to choose', () => {
  for (const state of [SEARCHING, FAILED, showAnswer(AN_ANSWER, 'x')]) {
    expect(state).toMatchObject({ isOpen: true, suggestions: [], active: -1, words: [] });
    expect(state.announcement).toBe(state.message);
    expect(state.message).not.toBe('');
    expect(moveTo('ArrowDown', state)).toBeUndefined();
  }
  expect(CLOSED).toEqual({
    ...{ isOpen: false, suggestions: [], active: -1, message: '', announcement: '', words: [] },
  });
});

test('recent searches can be chosen, in their order', () => {
  const state = showRecent(['党建', '民兵']);
  expect(state).toMatchObject({ isOpen: true, active: -1 });
  expect(state.suggestions).toEqual([
    { kind: 'recent', text: '党建' },
    { kind: 'recent', text: '民兵' },
  ]);
  expect(moveTo('ArrowUp', state)).toBe(1);
});

test('each suggestion has the address to which it leads', () => {
  const line = { url: '/2026/x/', title: { text: '水务局', marks: [] } } as unknown as Line;
  const groups: Answer['groups'] = [{ id: 'bodies', count: 1, lines: [line] }];
  expect(showAnswer({ ...answer, groups }, '清淤').suggestions).toEqual([
    { kind: 'line', line, url: '/2026/x/' },
    { kind: 'project', hit, url: '/2026/x/清淤/' },
    { kind: 'indicator', hit: hit.indicators[0], url: '/2026/x/清淤/#清淤一' },
    { kind: 'indicator', hit: hit.indicators[1], url: '/2026/x/清淤/#清淤二' },
    { kind: 'all', count: 7 },
  ]);
});

test.each([
  [0, 8, 0, 6],
  [4, 8, 4, 2],
  [6, 8, 6, 0],
  [9, 8, 6, 0],
  [2, 1, 2, 1],
])('of %i lines and %i projects %i and %i are suggested', (lines, projects, shown, besides) => {
  const line = { url: '/x/' } as unknown as Line;
  const groups: Answer['groups'] = [
    { id: 'exact', count: lines, lines: Array.from({ length: lines }, () => line) },
  ];
  const hits = Array.from({ length: projects }, () => hit);
  const { suggestions } = showAnswer({ ...answer, groups, hits }, '70万');
  const countOf = (kind: string) => suggestions.filter((each) => each.kind === kind).length;
  expect([countOf('line'), countOf('project')]).toEqual([shown, besides]);
});

test('the guide is suggested for words and years, not where a number is asked for too', () => {
  const line = { url: '/guide/' } as unknown as Line;
  const groups: Answer['groups'] = [{ id: 'guide', count: 1, lines: [line] }];
  const isSuggested = (text: string) =>
    showAnswer({ ...answer, groups, questions: readQuestions(text, [2026]) }, text).suggestions.some(
      ({ kind }) => kind === 'line',
    );
  expect(['党建', '2026 党建', '2026', '党建 70万', '≥95%'].map(isSuggested)).toEqual([
    ...[true, true, true],
    ...[false, false],
  ]);
});

test('the keys Home and End move among suggestions where one is active', () => {
  const state = showRecent(['一', '二', '三']);
  const keys = ['Home', 'End', 'ArrowLeft', 'ArrowDown', 'ArrowUp'];
  expect(keys.map((key) => moveTo(key, { ...state, active: 1 }))).toEqual([0, 2, undefined, 2, 0]);
});
