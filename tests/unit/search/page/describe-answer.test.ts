import { expect, test } from 'vitest';
import {
  describeAnswer,
  describeFailure,
  describeReading,
  titleWith,
} from '../../../../src/search/page/describe-answer.ts';
import type { Answer } from '../../../../src/search/query.ts';
import { readQuestions } from '../../../../src/search/read-questions.ts';
import { AN_ANSWER } from '../an-answer.ts';

const hit = {} as Answer['hits'][number];
const words = { questions: readQuestions('党建', []) };
const answer: Answer = { ...AN_ANSWER, ...words, count: 1, total: 1, hitCount: 1, hits: [hit] };

test.each<[Partial<Answer>, string]>([
  [{}, '找到 1 个项目。'],
  [{ count: 12, total: 12, hitCount: 12 }, '找到 12 个项目，列出前 1 个。'],
  [{ total: 3000 }, '找到 3,000 个项目，符合筛选的 1 个。'],
  [{ questions: [], total: 3000 }, '符合筛选的有 1 个项目。'],
  [{ questions: [] }, '共 1 个项目。'],
  [{ readAs: ['党建', '当建'] }, '按“党建”“当建”查找。找到 1 个项目。'],
  [{ readAs: ['一', '二', '三', '四', '五'] }, '按“一”“二”“三”“四”等查找。找到 1 个项目。'],
  [{ isNamesOnly: true }, '索引没有载入，只在项目和指标的名称里找，指标值和目标没有找。找到 1 个项目。'],
  [{ isTextOnly: true }, '金额和指标值的清单没有载入，只找写法相同的。找到 1 个项目。'],
  [{ inside: ['8万'] }, '没有单独写着“8万”的，只在更长的数里有这几个字。找到 1 个项目。'],
  [
    { bodiesMeant: [['卫健委', ['云岭市卫生健康局']]] },
    '“卫健委”也按“云岭市卫生健康局”查找。找到 1 个项目。',
  ],
  [{ groups: [{ id: 'bodies', count: 2, lines: [] }] }, '找到 2 个单位。找到 1 个项目。'],
  [
    { questions: readQuestions('≥95%', []), groups: [{ id: 'same', count: 3, lines: [] }] },
    '按“不低于 95%”来找。找到 1 个项目，3 项指标。',
  ],
  [
    { questions: readQuestions('70万', []), groups: [{ id: 'exact', count: 3, lines: [] }] },
    '按金额 700,000 元来找。找到 1 个项目，3 项金额。',
  ],
  [
    { questions: readQuestions('70万', []), groups: [{ id: 'nearest', count: 3, lines: [] }] },
    '按金额 700,000 元来找。没有这个金额，下面是最接近的。',
  ],
])('%j reads %s', (change, message) => {
  expect(describeAnswer({ ...answer, ...change })).toBe(message);
});

test.each([
  ['党建', '搜索 · 公示', '党建 · 搜索 · 公示'],
  ['党建', '民兵 · 搜索 · 公示', '党建 · 搜索 · 公示'],
  ['', '民兵 · 搜索 · 公示', '搜索 · 公示'],
  // Patterns of String.replace.
  ['$&', '搜索 · 公示', '$& · 搜索 · 公示'],
  ["$' $` $1", '$& · 搜索 · 公示', "$' $` $1 · 搜索 · 公示"],
  ['甲', '搜索 · 乙 · 搜索 · 公示', '甲 · 搜索 · 公示'],
])('a search for %s turns the title %s into %s', (text, title, expected) => {
  expect(titleWith(text, title)).toBe(expected);
});

test.each<[Partial<Answer>, string]>([
  [{ readAs: ['一', '二', '三', '四'] }, '按“一”“二”“三”“四”查找。找到 1 个项目。'],
  [{ hitCount: 2 }, '找到 1 个项目，列出前 1 个。'],
  [{ total: 2, hitCount: 2 }, '找到 2 个项目，符合筛选的 1 个，列出前 1 个。'],
  [{ questions: [], words: ['甲'] }, '找到 1 个项目。'],
  [{ groups: [{ id: 'bodies', count: 0, lines: [] }] }, '找到 1 个项目。'],
  [{ groups: [{ id: 'guide', count: 3, lines: [] }], hitCount: 2 }, '找到 1 个项目，列出前 1 个。'],
  [
    {
      ...{ questions: readQuestions('≥95%', []), hitCount: 9 },
      groups: [
        { id: 'same', count: 3, lines: [] },
        { id: 'beyond', count: 1_000, lines: [] },
      ],
    },
    '按“不低于 95%”来找。找到 1 个项目，1,003 项指标。',
  ],
  [
    { inside: ['8万'], isTextOnly: true },
    '金额和指标值的清单没有载入，只找写法相同的。没有单独写着“8万”的，只在更长的数里有这几个字。找到 1 个项目。',
  ],
])('%j reads %s, too', (change, message) => {
  expect(describeAnswer({ ...answer, ...change })).toBe(message);
});

test('what could not be loaded is said once for each', () => {
  const [names, text] = [{ isNamesOnly: true }, { isTextOnly: true }].map((change) =>
    describeFailure({ ...answer, ...change }),
  );
  expect(describeFailure(answer)).toBe('');
  expect(describeFailure({ ...answer, isNamesOnly: true, isTextOnly: true })).toBe(`${names}${text}`);
});

test('each short name is said with the bodies that it was read as', () => {
  const bodiesMeant: Answer['bodiesMeant'] = [
    ['卫健委', ['甲局', '乙局']],
    ['妇联', ['丙会']],
  ];
  expect(describeReading({ ...AN_ANSWER, bodiesMeant })).toBe(
    '“卫健委”也按“甲局”“乙局”查找。“妇联”也按“丙会”查找。',
  );
  expect(describeReading(AN_ANSWER)).toBe('');
});
