import { expect, test } from 'vitest';
import { listJumps, titleOfHits } from '../../../../src/search/page/list-jumps.ts';
import type { GroupId } from '../../../../src/search/query.ts';
import { readQuestions } from '../../../../src/search/read-questions.ts';

const jumpsOf = (text: string, ids: readonly GroupId[], hitCount: number) =>
  listJumps({
    ...{ groups: ids.map((id) => ({ id, count: 2, lines: [] })), hitCount },
    questions: readQuestions(text, []),
  });

test.each<[GroupId[], number]>([
  [[], 0],
  [[], 9],
  [['same'], 0],
  [['guide'], 9],
  [['guide', 'bodies'], 0],
])('there is nothing to jump to with the groups %j and %i projects', (ids, hitCount) => {
  expect(jumpsOf('党建', ids, hitCount)).toEqual([]);
});

test('the jumps are the groups, then the projects; the guide is none of them', () => {
  expect(jumpsOf('党建', ['bodies', 'guide'], 1)).toEqual([
    { id: 'bodies', title: '单位', count: 2 },
    { id: 'hits', title: '项目', count: 1 },
  ]);
  expect(jumpsOf('≥95%', ['same', 'beyond'], 0)).toEqual([
    { id: 'same', title: '意思相同', count: 2 },
    { id: 'beyond', title: '要求更高', count: 2 },
  ]);
});

test('projects that are in no group of a number only mention it', () => {
  expect(jumpsOf('≥95%', ['same'], 7).at(-1)).toEqual({ id: 'hits', title: '别处写着', count: 7 });
  expect(
    ['党建', '2026', '≥95%', '70万'].map((text) => titleOfHits({ questions: readQuestions(text, [2026]) })),
  ).toEqual([...['项目', '项目', '别处写着', '别处写着']]);
});
