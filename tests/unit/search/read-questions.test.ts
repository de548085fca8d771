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
