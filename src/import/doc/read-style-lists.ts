import type { Bytes } from '../bytes.ts';
import { readSprms, SPRM, valueOf } from './sprms.ts';

/** Steps from a style to the last that it is based on. */
const MOST_STEPS = 20;
const NO_STYLE = 0xfff;

/** The styles whose paragraphs are numbered automatically, by number. @param sheet The stylesheet ([MS-DOC] 2.9.271). */
export function readStyleLists(sheet: Bytes): Set<number> {
  if (sheet.length < 6) return new Set();
  const count = sheet.readUInt16LE(2);
  const baseSize = sheet.readUInt16LE(4);
  const styles: { base: number; list: number | undefined }[] = [];
  let at = 2 + sheet.readUInt16LE(0);
  for (let index = 0; index < count && at + 2 <= sheet.length; index += 1) {
    const size = sheet.readUInt16LE(at);
    styles.push(readStyle(sheet.subarray(at + 2, at + 2 + size), baseSize));
    at += 2 + size + (size % 2);
  }
  const numbered = styles.flatMap((_, index) => {
    let style = styles[index];
    for (let step = 0; step < MOST_STEPS && style; step += 1) {
      if (style.list !== undefined) return style.list > 0 ? [index] : [];
      style = styles[style.base];
    }
    return [];
  });
  return new Set(numbered);
}

function readStyle(style: Bytes, baseSize: number): { base: number; list: number | undefined } {
  const none = { base: NO_STYLE, list: undefined };
  if (style.length < baseSize + 2 || style.length < 4) return none;
  const kind = style.readUInt16LE(2);
  // Only styles of paragraphs have lists.
  if ((kind & 0xf) !== 1) return none;
  const changes = baseSize + 2 * style.readUInt16LE(baseSize) + 4;
  if (changes + 4 > style.length) return { base: kind >> 4, list: undefined };
  const size = style.readUInt16LE(changes);
  const sprms = readSprms(style.subarray(changes + 4, changes + 2 + size));
  return { base: kind >> 4, list: valueOf(sprms, SPRM.PIlfo) };
}
