import { expect, test } from 'vitest';
import { encodePng, type Colour } from '../../../src/share-image/encode-png.ts';
import { readPng } from '../../../src/verify/read-png.ts';
import { readPixels } from './read-pixels.ts';

const PALETTE: readonly Colour[] = [
  [255, 255, 255],
  [128, 128, 128],
  [0, 0, 0],
  [12, 90, 72],
];
const encode = (colours: readonly Colour[], width: number, description = '') =>
  encodePng(new Uint8Array(colours.flatMap((colour) => [...colour, 255])), width, PALETTE, description);

test('each pixel has the nearest colour of the palette', () => {
  const pixels: Colour[] = [
    [0, 0, 0],
    [250, 255, 251],
    [120, 130, 140],
    [10, 100, 70],
    [1, 2, 3],
    [255, 255, 255],
  ];
  const { palette, rows } = readPixels(encode(pixels, 3));
  expect(palette).toEqual(PALETTE);
  expect(rows.map((row) => [...row])).toEqual([
    [2, 0, 1],
    [3, 2, 0],
  ]);
});

test('a file is a whole PNG with its size and its description', () => {
  const png = encode(
    Array.from({ length: 12 }, (): Colour => [255, 255, 255]),
    4,
    '河道保洁，12,500.00 元',
  );
  expect(readPng(png)).toEqual({
    ...{ width: 4, height: 3 },
    ...{ description: '河道保洁，12,500.00 元', drawnRows: 0 },
  });
});
