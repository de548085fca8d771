import type { Bytes } from '../bytes.ts';

/** A record of an Excel 97 workbook ([MS-XLS] 2.1.4). */
export interface BiffRecord {
  type: number;
  /** Offset of the record in the stream. */
  offset: number;
  /** Its content: what a long record continues with is a part for itself. */
  parts: Bytes[];
}

const CONTINUE = 0x3c;

/** The records of a stream. A record that is cut is the last. */
export function readRecords(stream: Bytes): BiffRecord[] {
  const records: BiffRecord[] = [];
  let at = 0;
  while (at + 4 <= stream.length) {
    const type = stream.readUInt16LE(at);
    const size = stream.readUInt16LE(at + 2);
    const content = stream.subarray(at + 4, at + 4 + size);
    if (type === CONTINUE && records.length > 0) records.at(-1)?.parts.push(content);
    else records.push({ type, offset: at, parts: [content] });
    at += 4 + size;
  }
  return records;
}
