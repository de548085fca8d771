import { expect, test } from 'vitest';
import { formatReading } from '../../../src/display/format-reading.ts';
import type { Target } from '../../../src/record/disclosure-schema.ts';
import { parseTarget } from '../../../src/record/parse-target.ts';

test.each([
  ['95', '≥', '%', '≥95%'],
  ['1,200', '≤', '公里', '≤1,200公里'],
  ['12.5', null, '万平方米', '12.5万平方米'],
  ['95%', '≥', '%', '≥95%'],
  ['≥95', '≥', '%', '≥95%'],
  ['95以上', '≥', '%', '≥95%'],
  ['2~3', '=', '次', '=2~3次'],
  ['2~3次', '=', '次', '=2~3次'],
  ['95', '≥', null, '≥95'],
  ['95%', null, null, null],
  ['≥95%', '≥', '%', null],
  ['不低于95%', '≥', '%', null],
  ['95', null, null, null],
])('%s, with %s and %s beside it, reads as %s', (text, comparator, unit, reading) => {
  const { value, upper } = parseTarget(text);
  const target: Target = { text, comparator: comparator as Target['comparator'], value, upper, unit };
  expect(formatReading(target)).toBe(reading);
});

test('words have no reading, whatever stands next to them', () => {
  expect(
    formatReading({ text: '明显改善', comparator: null, value: null, upper: null, unit: null }),
  ).toBeNull();
});

test('words have no reading with a comparator and a unit in other columns', () => {
  const words = { text: '明显改善', value: null, upper: null } as const;
  expect(formatReading({ ...words, comparator: '≥', unit: '%' })).toBeNull();
});
