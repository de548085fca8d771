import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PlainBytes } from '../../../src/import/bytes.ts';

const READS = ['readUInt8', 'readUInt16LE', 'readInt16LE', 'readUInt32LE'] as const;
const bytes = fc.uint8Array({ maxLength: 12 });

test('numbers and texts are those that Buffer reads, also in a part', () => {
  fc.assert(
    fc.property(bytes, fc.nat(12), fc.nat(12), (source, start, end) => {
      const [ours, theirs] = [new PlainBytes(source), Buffer.from(source)].map((all) =>
        all.subarray(start, end),
      );
      for (let at = 0; at + 4 <= (ours?.length ?? 0); at += 1)
        for (const read of READS) expect(ours?.[read](at)).toBe(theirs?.[read](at));
      for (let size = 1; size <= Math.min(6, ours?.length ?? 0); size += 1)
        expect(ours?.readUIntLE(0, size)).toBe(theirs?.readUIntLE(0, size));
      for (const encoding of ['latin1', 'utf16le'] as const) {
        expect(ours?.toString(encoding)).toBe(theirs?.toString(encoding));
        expect(ours?.toString(encoding, 1, 5)).toBe(theirs?.toString(encoding, 1, 5));
      }
    }),
  );
});

test('a text is one byte a character where nothing else is said', () => {
  expect(new PlainBytes([0x41, 0x80, 0xff]).toString()).toBe('A\x80\xff');
});

test.each(READS)('%s beyond the end is a RangeError', (read) => {
  expect(() => new PlainBytes(4).subarray(0, 3)[read](3)).toThrow(RangeError);
});

test('pieces are joined, and empty ones are nothing', () => {
  expect([...PlainBytes.concat([new PlainBytes([1, 2]), new PlainBytes(0), new Uint8Array([3])])]).toEqual([
    1, 2, 3,
  ]);
  expect(PlainBytes.concat([])).toHaveLength(0);
});
