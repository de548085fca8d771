import { assert, bigInt, property, nat } from 'fast-check';
import { expect, test } from 'vitest';
import { formatBytes } from '../../../src/display/format-bytes.ts';
import { formatShare } from '../../../src/display/format-share.ts';
import { growthOf, isLength, shareOf, sizeInWords } from '../../../src/verify/shares.ts';

test.each([
  [null, 100n, '—'],
  [0n, 0n, '—'],
  [0n, 100n, '0%'],
  [1n, 100_000n, '<0.1%'],
  [99_999n, 100_000n, '>99.9%'],
  [100n, 100n, '100%'],
  [1n, 3n, '33.3%'],
  [1n, 2000n, '0.1%'],
])('%s of %s is %s', (part, whole, share) => {
  expect(shareOf(part, whole)).toBe(share);
});

test('pages say the same shares and sizes', () => {
  const fen = bigInt({ min: 0n, max: 10n ** 14n });
  const yuan = (value: bigint) => `${value / 100n}.${String(value % 100n).padStart(2, '0')}`;
  assert(
    property(fen, fen, nat(10 ** 8), (part, more, bytes) => {
      expect(shareOf(part, part + more)).toBe(formatShare(yuan(part), yuan(part + more)));
      expect(sizeInWords(bytes)).toBe(formatBytes(bytes));
    }),
    { numRuns: 2000 },
  );
});

test('a length is that of a share, to a hundredth of a percent', () => {
  expect(['33.33%', '33.35%', undefined].map((text) => isLength(text, 1 / 3))).toEqual([true, false, false]);
});

test.each([
  [799985n, 17000050n, '4.7%'],
  [500n, 500n, '100%'],
  [136701385n, 25000050n, '546.8%'],
  [99999900n, 300n, '33,333,300.0%'],
])('a change by %d from %d is %s', (change, before, growth) => {
  expect(growthOf(change, before)).toBe(growth);
});
