import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyCharacter } from '../../../scripts/fuzz/any-character.ts';
import { parseTarget } from '../../../src/record/parse-target.ts';

test('reading a target never throws, keeps the text, and gives plain decimals', () => {
  const piece = fc.constantFrom(
    '≥',
    '不少于',
    '约',
    '2',
    '95',
    '1,000',
    '.5',
    '%',
    '万元',
    '~',
    '至',
    '以上',
    '人次',
    '/',
    '年',
    ' ',
    '，',
    '满意度',
    '达',
    '-',
    '±',
    '三',
    '百分之',
    '十',
    '两个',
    '2026年',
  );
  const text = fc.oneof(
    fc.string({ unit: anyCharacter }),
    fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
  );
  fc.assert(
    fc.property(text, (written) => {
      const target = parseTarget(written);
      expect(target.text).toBe(written);
      expect(parseTarget(target.text)).toEqual(target);
      for (const figure of [target.value, target.upper])
        if (figure !== null) expect(figure).toMatch(/^-?\d+(?:\.\d+)?$/);
      if (target.value === null)
        expect([target.comparator, target.upper, target.unit]).toEqual([null, null, null]);
    }),
    { numRuns: 2_000 },
  );
});
