import { readFileSync } from 'node:fs';

/** Radicals that NFKC leaves as they are, or not as they are written here, each before its ideograph: ⺠民. */
const PAIRS = JSON.parse(
  readFileSync(new URL('../import/pdf/radicals.json', import.meta.url), 'utf8'),
) as string[];
const IDEOGRAPHS = new Map(
  Array.from(PAIRS.join('').matchAll(/(.)(.)/g), ([, from = '', to = '']) => [from, to]),
);

/** A text without spaces and characters without width, each of its characters in one form. */
export function foldText(text: string): string {
  return text
    .replaceAll(/[\u2e80-\u2fd5]/g, (radical) => IDEOGRAPHS.get(radical) ?? radical)
    .normalize('NFKC')
    .replaceAll(/[\s\u{200b}-\u{200f}\u{2060}\u{feff}\u{ad}]/gu, '');
}
