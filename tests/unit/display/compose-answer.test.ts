import { expect, test } from 'vitest';
import { composeAnswer } from '../../../src/display/compose-answer.ts';
import { aProject } from './a-project.ts';

const project = aProject();
const PROMISES = '承诺 4 项指标：巡查河道 ≥12次，水质达标率 95%，居民满意度 ≥90%。';

test.each([
  ['the unit that spends the money', project, `示例市河道所2026年安排 27,700.00 元，${PROMISES}`],
  [
    'else the department',
    { ...project, spendingUnit: null },
    `示例市水务局2026年安排 27,700.00 元，${PROMISES}`,
  ],
  [
    'else nobody',
    { ...project, spendingUnit: null, department: null },
    `2026年安排 27,700.00 元，${PROMISES}`,
  ],
  ['and no sum where the form has none', { ...project, budget: null }, `示例市河道所2026年${PROMISES}`],
])('the sentence names %s', (_, of, sentence) => {
  expect(composeAnswer(of)).toBe(sentence);
});

test('a target says how it reads with its other columns', () => {
  const [first] = project.indicators.map((indicator) => ({
    ...indicator,
    annualTarget: { text: '95', comparator: '≥' as const, value: '95', upper: null, unit: '%' },
  }));
  expect(composeAnswer({ ...project, indicators: first ? [first] : [] })).toContain(
    '承诺 1 项指标：巡查河道 95（即 ≥95%）。',
  );
});
