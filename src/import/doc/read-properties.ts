import type { Bytes } from '../bytes.ts';
import { readSprms, type Sprm } from './sprms.ts';

const PAGE = 512;

/** Properties of the text in a range of the file. */
export interface PropertyRun {
  /** Offset of the first byte. */
  start: number;
  end: number;
  /** The paragraph's style; 0 for characters. */
  style: number;
  sprms: Sprm[];
}

/**
 * The runs of paragraphs' or characters' properties, in their order ([MS-DOC] 2.8.5, 2.8.6).
 *
 * @param index The table of pages: offsets of text, then numbers of pages.
 */
export function readProperties(file: Bytes, index: Bytes, kind: 'paragraph' | 'character'): PropertyRun[] {
  const count = Math.max(0, Math.floor((index.length - 4) / 8));
  const runs: PropertyRun[] = [];
  for (let at = 0; at < count; at += 1) {
    const number = index.readUInt32LE(4 * (count + 1) + 4 * at) & 0x3fffff;
    const page = file.subarray(number * PAGE, (number + 1) * PAGE);
    if (page.length === PAGE) runs.push(...readPage(page, kind));
  }
  return runs.sort((a, b) => a.start - b.start);
}

function readPage(page: Bytes, kind: 'paragraph' | 'character'): PropertyRun[] {
  const count = page.readUInt8(PAGE - 1);
  const width = kind === 'paragraph' ? 13 : 1;
  if (4 * (count + 1) + count * width > PAGE) return [];
  return Array.from({ length: count }, (_, index) => {
    const offset = 2 * page.readUInt8(4 * (count + 1) + index * width);
    const list = offset === 0 ? page.subarray(0, 0) : listAt(page, offset, kind);
    const hasStyle = kind === 'paragraph' && list.length >= 2;
    return {
      start: page.readUInt32LE(4 * index),
      end: page.readUInt32LE(4 * (index + 1)),
      style: hasStyle ? list.readUInt16LE(0) : 0,
      sprms: readSprms(hasStyle ? list.subarray(2) : list),
    };
  });
}

function listAt(page: Bytes, offset: number, kind: 'paragraph' | 'character'): Bytes {
  const size = page.readUInt8(offset);
  if (kind === 'character') return page.subarray(offset + 1, offset + 1 + size);
  // An even size has another byte for itself.
  if (size > 0) return page.subarray(offset + 1, offset + 2 * size);
  const words = page.readUInt8(offset + 1);
  return page.subarray(offset + 2, offset + 2 + 2 * words);
}

/** The run that holds an offset. Undefined: none does. */
export function runAt(runs: readonly PropertyRun[], offset: number): PropertyRun | undefined {
  let [low, high] = [0, runs.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((runs[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const run = runs[low];
  return run && offset >= run.start && offset < run.end ? run : undefined;
}
