import { expect, test } from 'vitest';
import { kindOf } from '../../../src/import/kind-of.ts';
import { readOriginal } from '../../../src/import/read-original.ts';

test.each([
  ['504b0304', 'zip'],
  ['d0cf11e0a1b11ae1', 'container'],
  ['4d5a9000', 'program'],
  ['255044462d', 'pdf'],
  ['89504e470d0a', 'image'],
  ['ffd8ffe0', 'image'],
  ['52494646000000005745425056503820', 'image'],
  ['424d36000c0000000000', 'image'],
  ['526172211a07', 'rar'],
  ['377abcaf271c', 'rar'],
  ['7b5c72746631', 'rtf'],
  ['3c7461626c653e', 'text'],
  // BMxx in Chinese text of GB18030 is text.
  ['424de9a1b9e79baee5908d', 'text'],
])('bytes %s are %s', (hex, kind) => {
  expect(kindOf(Buffer.from(hex, 'hex'))).toBe(kind);
});

test('a page of tables in tables by the thousand is refused', async () => {
  const page = Buffer.from('<table><tr><td>'.repeat(20_000));
  await expect(readOriginal('a.html', page)).rejects.toThrow('太复杂');
});
