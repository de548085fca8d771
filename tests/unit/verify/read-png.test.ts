import { expect, test } from 'vitest';
import { encodePng } from '../../../src/share-image/encode-png.ts';
import { readPng } from '../../../src/verify/read-png.ts';

/** Four rows of four pixels; the second row has two colours. */
const png = encodePng(
  Uint8Array.from({ length: 64 }, (_, at) => (at >= 16 && at < 20 ? 0 : 255)),
  4,
  [
    [255, 255, 255],
    [0, 0, 0],
  ],
  '河道保洁',
);
/** Where the pixels begin. */
const pixels = png.indexOf('IDAT') + 4;

test('a picture has a size, a description, and rows in which something is drawn', () => {
  expect(readPng(png)).toEqual({ width: 4, height: 4, description: '河道保洁', drawnRows: 1 });
});

test.each([
  ['another kind of file', Buffer.from('<svg></svg>'), '不是 PNG 图片'],
  ['nothing', Buffer.alloc(0), '不是 PNG 图片'],
  ['a picture that is cut off', png.subarray(0, pixels + 2), 'out of range'],
  ['a picture with a changed byte', png.with(pixels, 0), 'IDAT 段损坏'],
])('throws for %s', (_, bytes, message) => {
  expect(() => readPng(Buffer.from(bytes))).toThrow(message);
});

test('throws where rows are missing', () => {
  const other = encodePng(new Uint8Array(4 * 4 * 3).fill(255), 4, [[255, 255, 255]], '');
  const rows = (bytes: Buffer) => bytes.subarray(bytes.indexOf('IDAT') - 4, bytes.indexOf('IEND') - 4);
  const mixed = Buffer.from(
    png.toString('latin1').replace(rows(png).toString('latin1'), () => rows(other).toString('latin1')),
    'latin1',
  );
  expect(() => readPng(mixed)).toThrow('像素应有 12 字节，却有 9');
});
