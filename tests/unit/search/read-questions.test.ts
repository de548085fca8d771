import { expect, test } from 'vitest';
import type { Range } from '../../../src/search/range.ts';
import { readQuestions, type Question } from '../../../src/search/read-questions.ts';

/** `target [95 ∞) %`, `word 满意度`. */
function describe(question: Question): string {
  if (question.kind === 'word') return `word ${question.text}`;
  if (question.kind === 'year') return `year ${question.year}`;
  if (question.kind === 'amount') return `amount ${question.yuan} ${describeRange(question.range)}`;
  const unit = question.kind === 'target' ? ` ${question.unit}` : '';
  return `${question.kind} ${describeRange(question.range)}${unit}`;
}

function describeRange({ from, to, hasFrom, hasTo }: Range): string {
  const shown = [from, to].map((end) => String(end).replace('Infinity', '∞'));
  return `${hasFrom ? '[' : '('}${shown.join(' ')}${hasTo ? ']' : ')'}`;
}

const read = (text: string) => readQuestions(text, [2025, 2026]).map(describe);

test.each([
  ['70万', 'amount 700000 [695000 705000]'],
  ['70 万', 'amount 700000 [695000 705000]'],
  ['27700', 'amount 27700 [27699.5 27700.5]'],
  ['2.77万元', 'amount 27700 [27650 27750]'],
  ['约70万', 'amount 700000 [695000 705000]'],
  ['70万左右', 'amount 700000 [695000 705000]'],
  ['等于8万', 'amount 80000 [75000 85000]'],
  ['三十万元', 'amount 300000 [295000 305000]'],
  ['2028', 'amount 2028 [2027.5 2028.5]'],
])('%s asks for an amount', (text, expected) => {
  expect(read(text)).toEqual([expected]);
});

test.each([
  ['>100万', 'amounts (1000000 ∞)'],
  ['＞ 100 万', 'amounts (1000000 ∞)'],
  ['10万以上', 'amounts [100000 ∞)'],
  ['十万以上', 'amounts [100000 ∞)'],
  ['大于1亿', 'amounts (100000000 ∞)'],
  ['不超过10万元', 'amounts (-∞ 100000]'],
  ['控制在10万元以内', 'amounts (-∞ 100000]'],
  ['不到5万', 'amounts (-∞ 50000)'],
  ['>=200000', 'amounts [200000 ∞)'],
  ['5万-10万', 'amounts [50000 100000]'],
  ['5-10万元', 'amounts [50000 100000]'],
  ['10万到5万', 'amounts [50000 100000]'],
  ['≥5万 ≤10万', 'amounts [50000 100000]'],
  ['10万以下 大于5万', 'amounts (50000 100000]'],
  ['大于5万 5万以上', 'amounts (50000 ∞)'],
  ['5万以下 不到5万', 'amounts (-∞ 50000)'],
])('%s asks for a range of amounts', (text, expected) => {
  expect(read(text)).toEqual([expected]);
});

test.each([
  ['≥95%', 'target [95 ∞) %'],
  ['>=95%', 'target [95 ∞) %'],
  ['95%以上', 'target [95 ∞) %'],
  ['95 % 以上', 'target [95 ∞) %'],
  ['不低于95％', 'target [95 ∞) %'],
  ['不低于百分之九十五', 'target [95 ∞) %'],
  ['大于95%', 'target (95 ∞) %'],
  ['> 95%', 'target (95 ∞) %'],
  ['95以上', 'target [95 ∞) null'],
  ['=100%', 'target [100 100] %'],
  ['≤3次', 'target (-∞ 3] 次'],
  ['3个月内', 'target (-∞ 3] 个月'],
  ['≥2000', 'target [2000 ∞) null'],
  ['90%~95%', 'target [90 95] %'],
  ['90-95%', 'target [90 95] %'],
  ['5', 'target [5 5] null'],
])('%s asks for a target', (text, expected) => {
  expect(read(text)).toEqual([expected]);
});

test.each([
  ['满意度≥95%', ['word 满意度', 'target [95 ∞) %']],
  ['满意度95%以上', ['word 满意度', 'target [95 ∞) %']],
  ['满意度 95以上', ['word 满意度', 'target [95 ∞) null']],
  ['成本不超过10万元', ['word 成本', 'amounts (-∞ 100000]']],
  ['培训5万-10万', ['word 培训', 'amounts [50000 100000]']],
  ['合格率90-95%', ['word 合格率', 'target [90 95] %']],
  ['费用约70万', ['word 费用', 'amount 700000 [695000 705000]']],
  ['费用=70万', ['word 费用', 'amount 700000 [695000 705000]']],
  ['2026年 培训', ['year 2026', 'word 培训']],
  ['2025年度', ['year 2025']],
])('%s asks for several things', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test.each([
  '党建',
  '36个月',
  '约100人',
  '100%',
  '500',
  '2~3万人次',
  '2025-2027年',
  '2~3个月',
  '90个-95%',
  '10万-50万的培训',
  '10:30',
  '四级二档',
  '万元',
  '≥',
  '不超过3次以上',
  '≥2026年',
  '≥1月以上',
])('%s is a word', (text) => {
  expect(read(text)).toEqual([`word ${text.toLowerCase()}`]);
});

test.each([
  ['[95 ∞)', ['≥=95%', '=>95%', '不低过95%', '起码95%']],
  ['(-∞ 95]', ['=<95%', '最多95%', '不到等于95%']],
  ['(95 ∞)', ['多过95%', '高过95%']],
  ['(-∞ 95)', ['不到95%', '不足95%', '少过95%']],
  ['[95 ∞)', ['95%或以上', '95%或更多', '95%或更高', '95%起']],
  ['(-∞ 95]', ['95%或以下', '95%及以内', '95%封顶']],
])('what people say for %s is read: %j', (range, texts) => {
  expect(texts.flatMap(read)).toEqual(texts.map(() => `target ${range} %`));
});

test.each([
  ['3天内', '(-∞ 3] 天'],
  ['3个月内', '(-∞ 3] 个月'],
  ['3周内', '(-∞ 3] 周'],
  ['3小时内', '(-∞ 3] 小时'],
  ['30分钟内', '(-∞ 30] 分钟'],
  ['5个工作日内', '(-∞ 5] 个工作日'],
  ['3天内部', null],
  ['≥ 95', '[95 ∞) null'],
  ['≥   = 95%', '[95 ∞) %'],
  ['95 以上', '[95 ∞) null'],
  ['95 以下', '(-∞ 95] null'],
  ['95% 以内', '(-∞ 95] %'],
])('%s asks for the target %s', (text, expected) => {
  const targets = read(text).filter((question) => question.startsWith('target'));
  expect(targets).toEqual(expected === null ? [] : [`target ${expected}`]);
});

test.each([
  ['999', ['word 999']],
  ['1000', ['amount 1000 [999.5 1000.5]']],
  ['≥9999', ['target [9999 ∞) null']],
  ['≥10000', ['amounts [10000 ∞)']],
  ['≥10,000', ['amounts [10000 ∞)']],
  ['≥9999次', ['target [9999 ∞) 次']],
  ['≥20000次', ['target [20000 ∞) 次']],
  ['0', ['target [0 0] null']],
  ['约10000', ['amount 10000 [9999.5 10000.5]']],
  ['5元-10元', ['amounts [5 10]']],
  ['5-10', ['word 5-10']],
  ['5%-10', ['word 5%-10']],
  ['5至10元', ['amounts [5 10]']],
  ['95%~90%', ['target [90 95] %']],
])('%s is read as %j', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test.each([
  ['≥5万 ≤10万', '≥5万 ≤10万', '[50000 100000]'],
  ['5万以上 10万以上', '5万以上 10万以上', '[100000 ∞)'],
  ['10万以上 5万以上', '10万以上 5万以上', '[100000 ∞)'],
  ['10万以下 5万以下', '10万以下 5万以下', '(-∞ 50000]'],
  ['5万以下 10万以下', '5万以下 10万以下', '(-∞ 50000]'],
  ['5万以上 大于5万', '5万以上 大于5万', '(50000 ∞)'],
  ['不到5万 5万以下', '不到5万 5万以下', '(-∞ 50000)'],
  ['5万-10万 6万以上 8万以下', '5万-10万 6万以上 8万以下', '[60000 80000]'],
])('the bounds of %s are one range, with what was typed', (text, typed, range) => {
  const [question, ...others] = readQuestions(text, []);
  expect([question && describe(question), question?.text, others]).toEqual([`amounts ${range}`, typed, []]);
});

test('what is between two bounds stays a word, and each question keeps what was typed', () => {
  const questions = readQuestions('≥5万 培训 成本≤10万 2026年 70万', [2026]);
  expect(questions.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
    ...['amounts ≥5万 ≤10万', 'word 培训', 'word 成本', 'year 2026年'],
    'amount 70万',
  ]);
});

test.each([
  ['2026', 'year 2026'],
  ['2026年', 'year 2026'],
  ['2026年度', 'year 2026'],
  ['2024年', 'word 2024年'],
  ['2026年底', 'word 2026年底'],
  ['12026', 'amount 12026 [12025.5 12026.5]'],
  ['3026', 'amount 3026 [3025.5 3026.5]'],
])('%s is read as the %s', (text, expected) => {
  expect(read(text)).toEqual([expected]);
});

test.each(['3年内', '5日内', '3月内'])('%s, which is no target, is searched as it was typed', (text) => {
  expect(readQuestions(text, [2026])).toEqual([{ kind: 'word', text }]);
});
