import { expect, test } from 'vitest';
import {
  toJumps,
  toLeftOutSection,
  toLiteralSection,
  toWaySections,
} from '../../../../src/search/page/result-groups.ts';
import { readAddress } from '../../../../src/search/page/search-address.ts';
import type { Answer, GroupId } from '../../../../src/search/query.ts';
import { readQuestions } from '../../../../src/search/read-questions.ts';
import { AN_ANSWER } from '../an-answer.ts';

const answerOf = (text: string, change: Partial<Answer> = {}): Answer => ({
  ...{ ...AN_ANSWER, questions: readQuestions(text, [2026]) },
  ...change,
});
const groupsOf = (...ids: GroupId[]) => ids.map((id) => ({ id, count: 2, lines: [] }));

test.each<[Partial<Answer>]>([
  [{}],
  [{ hitCount: 9 }],
  [{ groups: groupsOf('same') }],
  [{ groups: groupsOf('guide'), hitCount: 9 }],
  [{ groups: groupsOf('guide', 'bodies') }],
])('there are no jumps to a single group: %j', (change) => {
  expect(toJumps(answerOf('党建', change))).toEqual([]);
});

test('nothing is shown of what is not left out, or is left out of a search for words', () => {
  expect(toLeftOutSection(answerOf('≥95%'))).toBeNull();
});

test.each([
  ['党建', ''],
  ['党建 培训', ''],
  ['≥95%', '&as=text'],
  ['2026', '&as=text'],
])('the search for %s with the address %s is literal already', (text, rest) => {
  expect(toLiteralSection(readAddress(`?q=x${rest}`), answerOf(text))).toBeNull();
});

test('without other searches there are no sections of them', () => {
  expect(toWaySections([])).toEqual([]);
  expect(toWaySections([{ text: '党建', count: 1, kind: 'filter' }])).toEqual([]);
});
