import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

/** Kilobytes: pages of the guide stay light. */
const HEAVIEST = 150;

/**
 * A picture that the guide or the README shows has the size of the one that was just taken, and is light. With `UPDATE_PICTURES=1` it
 * is replaced by it.
 *
 * @param file Of the picture, a PNG.
 */
export function keepPicture(file: string, picture: Buffer): void {
  if (process.env['UPDATE_PICTURES']) writeFileSync(file, picture);
  const shown = readFileSync(file);
  // Bytes 16 to 24 of a PNG are its width and height.
  expect(shown.subarray(16, 24).equals(picture.subarray(16, 24))).toBe(true);
  expect(shown.length).toBeLessThan(HEAVIEST * 1024);
}
