import { expect, test } from 'vitest';
import { joinBytes } from '../../../src/downloads/join-bytes.ts';

test.each([
  [[], ''],
  [['', ''], ''],
  [['甲', '', 'b𠮷'], '甲b𠮷'],
])('%j is joined to %j', (texts, joined) => {
  expect(Buffer.from(joinBytes(texts)).toString()).toBe(joined);
});

test('texts that are encoded in several parts are joined without a gap', () => {
  const texts = ['甲'.repeat(600_000), 'b'.repeat(600_000), '', '丙'.repeat(1_000_000), 'd'];
  expect(Buffer.from(joinBytes(texts)).equals(Buffer.from(texts.join('')))).toBe(true);
});

test('texts are taken one by one', () => {
  const taken = Iterator.from(['a', 'b', 'c']);
  expect(Buffer.from(joinBytes(taken)).toString()).toBe('abc');
  expect(taken.next().done).toBe(true);
});
