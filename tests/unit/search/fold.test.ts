import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyCharacter } from '../../../scripts/fuzz/any-character.ts';
import { fold, toSearchable, toWords } from '../../../src/search/fold.ts';

test.each([
  ['９５％', '95%'],
  ['≧95％', '≥95%'],
  ['＞９５％', '>95%'],
  ['（二期）', '(二期)'],
  ['〈规划〉', '《规划》'],
  ['“先锋杯”', '"先锋杯"'],
  ['ＡＰＰ', 'app'],
  ['2025—2027', '2025-2027'],
  ['１，０００', '1,000'],
])('%s is %s', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test('keeps each unit in its place, and folding twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter, maxLength: 60 }), (text) => {
      const folded = fold(text);
      expect(folded).toHaveLength(text.length);
      expect(fold(folded)).toBe(folded);
    }),
    { numRuns: 2_000 },
  );
  for (let code = 0; code <= 0xffff; code += 1) {
    const unit = String.fromCharCode(code);
    if (fold(fold(unit)) !== fold(unit) || fold(unit).length !== 1) throw new Error(`U+${code.toString(16)}`);
  }
});

test('what contains a text contains it folded, spaces aside', () => {
  const part = fc.string({
    unit: fc.constantFrom('满', '意', '9', '５', '％', '≧', ' ', '\u3000', 'Ａ', '“'),
    maxLength: 6,
  });
  fc.assert(
    fc.property(part, part, part, (before, inner, after) => {
      expect(toSearchable(before + inner + after).text).toContain(toSearchable(inner).text);
    }),
  );
});

test('a searchable text knows the offsets of its units', () => {
  const original = '> 95 ％';
  const { text, offsets } = toSearchable(original);
  expect(text).toBe('>95%');
  expect(offsets.map((place) => original.charAt(place)).join('')).toBe('>95％');
});

test('a query is cut at spaces of any kind, each word once', () => {
  expect(toWords('  民兵\u3000满意度 民兵\u00a0９５％ ')).toEqual(['民兵', '满意度', '95%']);
  expect(toWords(' \u200b ')).toEqual([]);
});

test.each([
  ['≥', '≧⩾'],
  ['≤', '≦⩽'],
  ['《', '〈'],
  ['》', '〉'],
  ['"', '“”„「」＂'],
  ["'", '‘’＇'],
  ['-', '–—−‐－'],
  ['~', '～〜'],
  ['·', '•'],
  [',', '、，'],
  ['.', '。．'],
  [' ', '\u3000\u00a0\t\n\u200b\u200d\u2060\ufeff'],
])('for “%s” each of %j is the same', (sign, others) => {
  expect(fold(others)).toBe(sign.repeat(others.length));
});

test.each(['½', '㎡', 'İ', '…', 'ﬁ', '㈱'])('%s has no form of one unit, and stays one', (unit) => {
  expect(fold(unit)).toHaveLength(1);
  expect(fold(unit)).not.toBe(' ');
});

test('spaces are dropped, wherever they are', () => {
  expect(toSearchable(' 甲\u3000乙\u200b ')).toEqual({ text: '甲乙', offsets: [1, 3] });
  expect(toSearchable(' ')).toEqual({ text: '', offsets: [] });
});
