import jsQR from 'jsqr';
import { parse } from 'node-html-parser';
import { expect, test } from 'vitest';
import { qrCode } from '../../../src/display/qr-code.ts';

/** Pixels of a module. */
const SCALE = 4;

/** Draws the paths of a code, and reads it as a camera does. */
function scan(svg: string): string | undefined {
  const drawing = parse(svg);
  const size = Number(drawing.querySelector('svg')?.getAttribute('viewBox')?.split(' ')[2]);
  const side = size * SCALE;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  const dark = drawing.querySelectorAll('path')[1]?.getAttribute('d') ?? '';
  for (const [, x, y, length] of dark.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
    for (let row = 0; row < SCALE; row += 1) {
      const start = ((Number(y) * SCALE + row) * side + Number(x) * SCALE) * 4;
      for (let pixel = 0; pixel < Number(length) * SCALE; pixel += 1)
        pixels.fill(0, start + pixel * 4, start + pixel * 4 + 3);
    }
  return jsQR(pixels, side, side)?.data;
}

test.each([
  'https://example.gov.cn/2026/a/b/',
  `https://example.gov.cn/jixiao/2026/qing-xi-xian-shui-wu-ju/${'he-dao-'.repeat(25)}zheng-zhi/`,
])('a camera reads %s', (address) => {
  expect(scan(qrCode(address))).toBe(address);
});

test('four empty modules are around a code', () => {
  const svg = qrCode('https://example.gov.cn/');
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]);
  const modules = [...svg.matchAll(/M(\d+) (\d+)h(\d+)/g)]
    .map(([, ...numbers]) => numbers.map(Number))
    .slice(1);
  expect(Math.min(...modules.map(([x = 0]) => x))).toBe(4);
  expect(Math.min(...modules.map(([, y = 0]) => y))).toBe(4);
  expect(Math.max(...modules.map(([x = 0, , length = 0]) => x + length))).toBe(size - 4);
});
