import { expect, test } from 'vitest';
import { describeAnswer, titleWith } from '../../../../src/search/page/describe-answer.ts';
import type { Answer } from '../../../../src/search/query.ts';
import { AN_ANSWER } from '../an-answer.ts';

const hit = {} as Answer['hits'][number];
const answer: Answer = { ...AN_ANSWER, count: 1, total: 1, hitCount: 1, hits: [hit] };

test.each<[Partial<Answer>, string]>([
  [{}, '找到 1 个项目。'],
  [{ count: 12, total: 12, hitCount: 12 }, '找到 12 个项目，列出前 1 个。'],
  [{ total: 3 }, '找到 3 个项目，符合筛选的 1 个。'],
  [{ readAs: ['党建', '当建'] }, '按“党建”“当建”查找。找到 1 个项目。'],
  [{ readAs: ['一', '二', '三', '四', '五'] }, '按“一”“二”“三”“四”等查找。找到 1 个项目。'],
  [{ isNamesOnly: true }, '索引没有载入，只在项目和指标的名称里找，指标值和目标没有找。找到 1 个项目。'],
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
