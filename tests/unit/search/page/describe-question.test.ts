import { expect, test } from 'vitest';
import {
  describeGroup,
  describeLeftOut,
  describeQuestions,
  mainQuestion,
} from '../../../../src/search/page/describe-question.ts';
import { wordsOf } from '../../../../src/search/page/line-words.ts';
import { GROUPS } from '../../../../src/search/query.ts';
import { readQuestions } from '../../../../src/search/read-questions.ts';

const read = (text: string) => readQuestions(text, [2026]);

test.each([
  ['≥95%', '按“不低于 95%”来找'],
  ['大于95%', '按“高于 95%”来找'],
  ['≤3次', '按“不超过 3次”来找'],
  ['<3次', '按“低于 3次”来找'],
  ['95以上', '按“不低于 95”来找'],
  ['=100%', '按“等于 100%”来找'],
  ['90%-95%', '按“90%到 95%”来找'],
  ['70万', '按金额 700,000 元来找'],
  ['27,700.50', '按金额 27,700.5 元来找'],
  ['10万以上', '按金额不低于 100,000 元来找'],
  ['5万-10万', '按金额 50,000 元到 100,000 元来找'],
  ['2026 满意度≥95%', '按年度 2026、“不低于 95%”来找'],
  ['党建', ''],
])('%s is read aloud as %s', (text, expected) => {
  expect(describeQuestions(read(text))).toBe(expected);
});

test.each([
  ['beyond', '≥95%', '要求更高'],
  ['beyond', '≤3次', '要求更严'],
  ['beyond', '90%-95%', '在范围里'],
  ['beyond', '70万', '符合的'],
  ['same', '≥95%', '意思相同'],
  ['same', '5', '正好'],
  ['same', '≥5', '意思相同'],
  ['same', '90%-95%', '意思相同'],
  ['near', '70万', '很接近'],
  ['near', '≥95%', '很接近'],
] as const)('the group %s of %s is called %s', (id, text, title) => {
  expect(describeGroup(id, { questions: read(text) })[0]).toBe(title);
});

test('notes say what is in a group', () => {
  expect(describeGroup('near', { questions: read('70万') })[1]).toBe(
    '695,000 元到 705,000 元，差得最少的在前。',
  );
  expect(describeGroup('beyond', { questions: read('≥95%') })[1]).toBe('比 95% 高，做到了就也做到“≥95%”。');
  expect(describeLeftOut({ kind: 'opposite', text: '≤95%', count: 2 })).toEqual([
    '“≤95%”一类的',
    '2 项',
    '方向相反',
  ]);
});

test('a page marks the value as it is published there', () => {
  expect(wordsOf({ target: { text: '> 95%', marks: [] }, yuan: null })).toEqual(['>95%']);
  expect(wordsOf({ target: null, yuan: '703644.00' })).toEqual(['703,644.00']);
  expect(wordsOf({ target: null, yuan: null })).toEqual([]);
});

test.each([
  ['党建 2026', undefined],
  ['2026 ≥95% 70万', '≥95%'],
  ['党建 70万', '70万'],
  ['5万-10万', '5万-10万'],
])('the groups of %s answer %s', (text, expected) => {
  expect(mainQuestion({ questions: read(text) })?.text).toBe(expected);
});

test.each([
  ['不到5万', '按金额低于 50,000 元来找'],
  ['大于1亿', '按金额高于 100,000,000 元来找'],
  ['0.005万', '按金额 50 元来找'],
  ['1.239元', '按金额 1.24 元来找'],
])('%s is read aloud with its amount: %s', (text, expected) => {
  expect(describeQuestions(read(text))).toBe(expected);
});

test.each([
  ['beyond', '≥3次', '比 3次 高，做到了就也做到“≥3次”。'],
  ['beyond', '95以上', '比 95 高，做到了就也做到“95以上”。'],
  ['beyond', '≤3次', '比 3次 低，做到了就也做到“≤3次”。'],
  ['beyond', '70万', ''],
  ['near', '≥95%', ''],
  ['near', '党建', ''],
  ['spelled', '≥95%', '指标值就是“≥95%”。'],
  ['same', '≥15%', '写法不同，意思和“≥15%”一样。'],
  ['same', '5', '指标值是 5，什么单位都算。'],
  ['bodies', '党建', ''],
  ['guide', '党建', ''],
] as const)('the note on the group %s of %s is “%s”', (id, text, note) => {
  expect(describeGroup(id, { questions: read(text) })[1]).toBe(note);
});

test('what differs by its equals sign alone is counted, too', () => {
  expect(describeLeftOut({ kind: 'strict', text: '>95%', count: 1_200 })).toEqual([
    ...['“>95%”一类的', '1,200 项', '只差一个等号'],
  ]);
});

test('every group has a title', () => {
  for (const id of GROUPS) expect(describeGroup(id, { questions: read('≥95%') })[0]).toMatch(/./);
});
