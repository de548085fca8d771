import { assert, constantFrom, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { findStarts } from '../../../src/search/find-marks.ts';
import { toSearchable } from '../../../src/search/fold.ts';
import { isDigit } from '../../../src/search/whole-number.ts';
import { latinWords, searchForm, wholeDigits } from '../../../src/verify/search-form.ts';

test.each([
  ['≧ 95％', '≥95%'],
  ['“十四五”规划、建设', '十四五规划建设'],
  ['Ｗｉ－Ｆｉ', 'wifi'],
  ['1,200.50 元', '120050元'],
])('%s is %s', (text, form) => {
  expect(searchForm(text)).toBe(form);
});

test('words in Latin letters are those of search', () => {
  expect(latinWords('Ｗｉ－Ｆｉ 和 e-mail，A/B 测试，CO₂ K')).toEqual([
    'wi',
    'fi',
    'e',
    'mail',
    'a',
    'b',
    'co',
    'k',
  ]);
  assert(
    property(string({ unit: 'binary', maxLength: 30 }), (text) => {
      expect(latinWords(text)).toEqual(toSearchable(text).text.match(/[a-z]+/g) ?? []);
    }),
    { numRuns: 1_000 },
  );
});

test('digits that are whole numbers are those of search', () => {
  expect(wholeDigits('第２次，共12.5万元，1,200人，3、4月，①项 0.5')).toEqual(['2', '3', '4', '1']);
  const unit = constantFrom(...'0159.,、。 甲％①２'.split(''));
  assert(
    property(string({ unit, maxLength: 12 }), (original) => {
      const { text } = toSearchable(original);
      const starts = text
        .split('')
        .filter(isDigit)
        .flatMap((digit) => findStarts(text, digit, false));
      const expected = [...new Set(starts)].sort((a, b) => a - b).map((at) => text.charAt(at));
      expect(wholeDigits(original)).toEqual(expected);
    }),
    { numRuns: 2_000 },
  );
});

test('a text that search has folded keeps its form', () => {
  assert(
    property(string({ unit: 'binary', maxLength: 30 }), (text) => {
      expect(searchForm(toSearchable(text).text)).toBe(searchForm(text));
    }),
    { numRuns: 300 },
  );
});
