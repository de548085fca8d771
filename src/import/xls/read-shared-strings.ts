import { PlainBytes, type Bytes } from '../bytes.ts';

/** A run of a string: its first character, and its font. */
interface StringRun {
  start: number;
  font: number;
}

export interface SharedString {
  text: string;
  runs: StringRun[];
}

const WIDE = 0x01;
const HAS_MORE = 0x04;
const HAS_RUNS = 0x08;

/** The shared strings ([MS-XLS] 2.4.265). @param parts The record and what it continues with. */
export function readSharedStrings(parts: readonly Bytes[]): SharedString[] {
  const reader = new PartReader(parts);
  const strings: SharedString[] = [];
  reader.bytes(4);
  const count = reader.number(4);
  for (let index = 0; index < count && !reader.isAtEnd(); index += 1) {
    const length = reader.number(2);
    const flags = reader.number(1);
    const runCount = flags & HAS_RUNS ? reader.number(2) : 0;
    const more = flags & HAS_MORE ? reader.number(4) : 0;
    const text = reader.text(length, (flags & WIDE) !== 0);
    const runs: StringRun[] = [];
    for (let run = 0; run < runCount && !reader.isAtEnd(); run += 1)
      runs.push({ start: reader.number(2), font: reader.number(2) });
    reader.bytes(more);
    strings.push({ text, runs });
  }
  return strings;
}

/** Reads over the borders of parts. Behind the last it reads zeros. */
class PartReader {
  readonly #parts: readonly Bytes[];
  #part = 0;
  #at = 0;

  constructor(parts: readonly Bytes[]) {
    this.#parts = parts;
  }

  isAtEnd(): boolean {
    this.#skipEnds();
    return this.#part >= this.#parts.length;
  }

  number(size: 1 | 2 | 4): number {
    return this.bytes(size).readUIntLE(0, size);
  }

  bytes(size: number): Bytes {
    const pieces: Bytes[] = [];
    let missing = size;
    while (missing > 0 && !this.isAtEnd()) {
      const piece = this.#current.subarray(this.#at, this.#at + missing);
      pieces.push(piece);
      this.#at += piece.length;
      missing -= piece.length;
    }
    const found = PlainBytes.concat(pieces);
    return size <= 4 && missing > 0 ? PlainBytes.concat([found, new PlainBytes(missing)]) : found;
  }

  /** A string that goes on in the next part begins there with a byte that says how wide its characters are. */
  text(length: number, isWide: boolean): string {
    let text = '';
    let wide = isWide;
    while (text.length < length && this.#part < this.#parts.length) {
      if (this.#at >= this.#current.length) {
        this.#part += 1;
        this.#at = 0;
        if (this.#part >= this.#parts.length) break;
        wide = (this.number(1) & WIDE) !== 0;
      }
      const width = wide ? 2 : 1;
      const size = Math.min((length - text.length) * width, this.#current.length - this.#at);
      const bytes = this.#current.subarray(this.#at, this.#at + size - (size % width));
      text += bytes.toString(wide ? 'utf16le' : 'latin1');
      this.#at += Math.max(size, 1);
    }
    return text;
  }

  get #current(): Bytes {
    return this.#parts[this.#part] ?? new PlainBytes(0);
  }

  #skipEnds(): void {
    while (this.#part < this.#parts.length && this.#at >= this.#current.length) {
      this.#part += 1;
      this.#at = 0;
    }
  }
}
