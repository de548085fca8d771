import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyCharacter } from '../../../scripts/fuzz/any-character.ts';
import { guardFormula, unguardFormula } from '../../../src/downloads/guard-formula.ts';

/** The four signs, their full-width, small and superscript forms, and the minus sign proper. */
const SIGNS = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫', '−'];
/** What may stand before them. */
const BEFORE = ['', ' ', '\u00a0', '\u3000', '\n', '\r\n', ' \n ', '\u2028', '\ufeff', '\u200b', '\u0000'];

describe.each(SIGNS)('a text that begins with %s', (sign) => {
  test.each(BEFORE)('after %j is inert', (before) => {
    expect(guardFormula(`${before}${sign}cmd|'/c calc'!A1`)).toMatch(/^'/);
  });
});

test.each(['\t1', '\r1', ' \t甲', '\n\r甲'])(
  'a text that begins with a tab or a return is inert: %j',
  (text) => {
    expect(guardFormula(text)).toBe(`'${text}`);
  },
);

test.each(['-5', '-12500.00', '0', '≤9次', '约300人次', '', ' 甲', '3-5次', 'a=b', '甲@乙', '\n甲'])(
  '%j stays as it is',
  (text) => {
    expect(guardFormula(text)).toBe(text);
  },
);

test('a formula that ends like a number is no number', () => {
  expect(guardFormula('=1-5')).toBe("'=1-5");
});

test('a sign before a mark that joins it is a sign', () => {
  expect(guardFormula('=\u0338cmd')).toBe("'=\u0338cmd");
});

test('a number is whole, or it is no number', () => {
  expect(guardFormula('-5+cmd|x')).toBe("'-5+cmd|x");
  expect(guardFormula('-5%')).toBe("'-5%");
  expect(guardFormula('+5')).toBe("'+5");
});

test('taking the apostrophe away gives back any text', () => {
  const risky = fc
    .tuple(
      fc.constantFrom(...BEFORE, "'", '\t', '\r'),
      fc.constantFrom(...SIGNS, ''),
      fc.string({ unit: 'grapheme' }),
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(risky, fc.string({ unit: anyCharacter })), (text) => {
      expect(unguardFormula(guardFormula(text))).toBe(text);
    }),
  );
});
