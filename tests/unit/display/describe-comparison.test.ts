import { expect, test } from 'vitest';
import { describeComparison } from '../../../src/display/describe-comparison.ts';

test.each([
  [1234, [2026, 2025], 1001, '1,001 个单位2 年共写了 1,234 项，逐项列出指标值、单位和项目'],
  [3, [2026], 1, '1 个单位在2026年写了 3 项，逐项列出指标值、单位和项目'],
])('%i rows of the years %j, by %i bodies', (rows, years, bodies, words) => {
  const publishers = Array.from({ length: bodies }, (_, place) => `示例市第${place}局`);
  expect(describeComparison({ rows: Array.from({ length: rows }), years, publishers })).toBe(words);
});
