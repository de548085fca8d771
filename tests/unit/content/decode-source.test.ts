import { expect, test } from 'vitest';
import { decodeSource } from '../../../src/content/decode-source.ts';

test.each([
  ['甲\n乙', '甲\n乙'],
  ['\ufeff甲', '甲'],
  ['', ''],
])('%j is read', (text, expected) => {
  expect(decodeSource(Buffer.from(text))).toBe(expected);
});

test.each([
  ['GBK', Buffer.concat([Buffer.from('a\n甲b'), Buffer.from('bcd7', 'hex')]), 'file/not-utf-8', 2, 3, 'GBK'],
  ['the first byte', Buffer.from('ff', 'hex'), 'file/not-utf-8', 1, 1, '不是 UTF-8'],
  ['a cut character', Buffer.from('ab甲').subarray(0, 4), 'file/not-utf-8', 1, 3, '不是 UTF-8'],
  ['UTF-16', Buffer.from('\ufeff甲', 'utf16le'), 'file/not-utf-8', 1, 1, '看起来是 UTF-16'],
  ['UTF-16 the other way', Buffer.from('feff7532', 'hex'), 'file/not-utf-8', 1, 1, '看起来是 UTF-16'],
  ['a control character', Buffer.from('a\nb\u0007'), 'file/control-character', 2, 2, 'U+0007'],
])('%s is refused at its place', (_name, bytes, rule, line, column, words) => {
  expect(decodeSource(bytes)).toEqual({
    ...{ rule, line, column },
    message: expect.stringContaining(words) as string,
  });
});

test.each([
  ['80ff', false],
  ['ff80', false],
  ['fe80', true],
])('bytes %s that are no UTF-16 may be GBK: %s', (hex, isGuessed) => {
  const failure = decodeSource(Buffer.from(hex, 'hex'));
  const { message } = typeof failure === 'string' ? { message: '' } : failure;
  expect([message.includes('UTF-16'), message.includes('GBK')]).toEqual([false, isGuessed]);
});

test('a file of more than 2 MB is refused', () => {
  const MEGABYTE = 1024 * 1024;
  expect(typeof decodeSource(Buffer.alloc(2 * MEGABYTE, 'a'))).toBe('string');
  expect(decodeSource(Buffer.alloc(2 * MEGABYTE + 1, 'a'))).toEqual({
    ...{ rule: 'file/too-large', line: 1, column: 1 },
    message: expect.stringContaining('文件有 3 MB') as string,
  });
});
