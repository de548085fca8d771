import { expect, test } from 'vitest';
import { readRecords } from '../../../../src/import/xls/read-records.ts';

/** A record: its type, the length of its content, and the content. */
const record = (type: number, ...content: number[]) =>
  Buffer.from([type & 0xff, type >> 8, content.length, 0, ...content]);
const read = (...records: Buffer[]) =>
  readRecords(Buffer.concat(records)).map(({ type, offset, parts }) => [
    ...[type, offset],
    parts.map((part) => [...part]),
  ]);

test('each record has its type, its place and its content', () => {
  expect(read(record(0x0809, 1, 2), record(0x0a), record(0x85, 3))).toEqual([
    [0x0809, 0, [[1, 2]]],
    [0x0a, 6, [[]]],
    [0x85, 10, [[3]]],
  ]);
});

test('what a record continues with is a part for itself', () => {
  expect(read(record(0xfc, 1), record(0x3c, 2), record(0x3c, 3), record(0x0a))).toEqual([
    [0xfc, 0, [[1], [2], [3]]],
    [0x0a, 15, [[]]],
  ]);
});

test('a continuation of nothing is a record', () => {
  expect(read(record(0x3c, 2))).toEqual([[0x3c, 0, [[2]]]]);
});

test('a record that is cut is the last, and a head that is cut is none', () => {
  const whole = record(0xfc, 1, 2, 3);
  expect(read(record(0x0a), whole.subarray(0, 5))).toEqual([
    [0x0a, 0, [[]]],
    [0xfc, 4, [[1]]],
  ]);
  expect(read(record(0x0a), whole.subarray(0, 3))).toEqual([[0x0a, 0, [[]]]]);
  expect(read(record(0x0a), Buffer.from([0xfc, 0, 0, 0]))).toHaveLength(2);
});
