import { expect, test } from 'vitest';
import { decodeText } from '../../../src/import/decode-text.ts';

const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const bigEndian = (text: string) => utf16(text).swap16();

test.each([
  ['utf-8', Buffer.from('甲ab'), '甲ab'],
  ['utf-8', Buffer.from('\ufeff甲'), '甲'],
  ['gb18030', Buffer.from('bcd7', 'hex'), '甲'],
  ['utf-16le', utf16('\ufeff甲'), '甲'],
  ['utf-16be', bigEndian('\ufeff甲'), '甲'],
  ['utf-16le', utf16('abcd甲'), 'abcd甲'],
  ['utf-16be', bigEndian('abcd甲'), 'abcd甲'],
  // Three zeros may be anything.
  ['utf-8', utf16('abc'), 'a\0b\0c\0'],
  ['utf-8', bigEndian('abc'), '\0a\0b\0c'],
  ['utf-8', Buffer.from('ab\0\0\0\0\0\0\0\0\0\0'), 'ab\0\0\0\0\0\0\0\0\0\0'],
  // Zeros behind the beginning say nothing.
  ['utf-8', Buffer.concat([Buffer.alloc(512, 'a'), utf16('abcd')]), `${'a'.repeat(512)}a\0b\0c\0d\0`],
  ['utf-16le', utf16('a'.repeat(252) + '甲'.repeat(400)), 'a'.repeat(252) + '甲'.repeat(400)],
  // A mark of UTF-16 that something else follows.
  ['gb18030', Buffer.from('fefe41', 'hex'), new TextDecoder('gb18030').decode(Buffer.from('fefe41', 'hex'))],
])('text in %s is read: %s', (encoding, bytes, text) => {
  expect(decodeText(bytes)).toEqual({ encoding, text });
});

test('bytes in no encoding are refused', () => {
  expect(() => decodeText(Buffer.from('80ff00ff', 'hex'))).toThrow('不是文字文件');
});
