/**
 * In: the files of the search index.
 * Out: the texts by which it finds each project.
 *
 * Each pair of neighbouring characters is a word of seven letters, each character one of four. A digit that is a whole number is
 * one of seven, too, as a pair with the character 0. Where a pair follows a pair, both are of one text. `src/search/index-format.ts`
 * describes the files.
 */
import { gunzipSync } from 'node:zlib';

/** What the index knows of a project. */
export interface IndexedTexts {
  /** Of two characters and more, in the order of their places. */
  cells: string[];
  /** Each character. */
  units: ReadonlySet<string>;
  /** Each digit that is a whole number. */
  digits: ReadonlySet<string>;
  /** Pairs that no text can hold: the second character is not the first of the next pair. */
  broken: number;
}

const MARK = 'pagefind_dcd';
const LENGTH_BYTES = 4;
const FIRST_LETTER = 97;
const LETTERS = 26;
const UNIT = 0x1_00_00;
const PAIRS = UNIT * UNIT;
/** Letters of a word that is one character. */
const ONE = 4;

/** Projects by number, of a bundle. @param bundles How many parts each file has. */
export function readBundle(
  files: readonly Buffer[],
  bundle: number,
  bundles: number,
  size: number,
): IndexedTexts[] {
  /** Position and pair of each word, as one number. */
  const pairs = Array.from({ length: size }, (): number[] => []);
  const units = Array.from({ length: size }, () => new Set<string>());
  const digits = Array.from({ length: size }, () => new Set<string>());
  for (const file of files) {
    const reader = openReader(partOf(file, bundle, bundles));
    reader.array();
    for (let entries = reader.array(); entries > 0; entries -= 1) {
      reader.array();
      const letters = reader.text();
      const word = letters.reduce((sum, letter) => sum * LETTERS + letter - FIRST_LETTER, 0);
      let number = 0;
      for (let records = reader.array(); records > 0; records -= 1) {
        reader.array();
        number += reader.number();
        const places = reader.array() - 1;
        reader.number();
        let position = 0;
        for (let place = 0; place < places; place += 1) {
          position += reader.number();
          if (letters.length === ONE) units[number]?.add(String.fromCharCode(word));
          else if (word % UNIT === 0) digits[number]?.add(String.fromCharCode(word / UNIT));
          else pairs[number]?.push(position * PAIRS + word);
        }
      }
    }
  }
  return pairs.map((list, number) => ({
    ...joinPairs(list),
    units: units[number] ?? new Set(),
    digits: digits[number] ?? new Set(),
  }));
}

/** Files as they are once decompressed, as readers of hosts that do so get them. */
export function openFile(bytes: Buffer): Buffer {
  return bytes.subarray(0, MARK.length).toString() === MARK ? bytes : gunzipSync(bytes);
}

function joinPairs(pairs: readonly number[]): { cells: string[]; broken: number } {
  const cells: string[] = [];
  let broken = 0;
  let cell = '';
  let last = -2;
  let end = -1;
  for (const placed of Float64Array.from(pairs).sort()) {
    const [position, pair] = [Math.floor(placed / PAIRS), placed % PAIRS];
    const [first, second] = [Math.floor(pair / UNIT), pair % UNIT];
    if (position === last + 1 && end === first) cell += String.fromCharCode(second);
    else {
      if (position <= last + 1) broken += 1;
      if (cell !== '') cells.push(cell);
      cell = String.fromCharCode(first, second);
    }
    last = position;
    end = second;
  }
  return { cells: cell === '' ? cells : [...cells, cell], broken };
}

function partOf(file: Buffer, bundle: number, bundles: number): Buffer {
  const lengths = Array.from({ length: bundles }, (_, index) =>
    file.readUInt32LE(MARK.length + index * LENGTH_BYTES),
  );
  const start = lengths
    .slice(0, bundle)
    .reduce((sum, length) => sum + length, MARK.length + bundles * LENGTH_BYTES);
  return file.subarray(start + MARK.length, start + (lengths[bundle] ?? 0));
}

/** Reads CBOR, as far as the index uses it: integers, texts, arrays. */
function openReader(bytes: Buffer) {
  let at = 0;
  const head = (type: number): number => {
    const first = bytes[at] ?? 0;
    at += 1;
    if (first >> 5 !== type) throw new Error(`CBOR ${first} at ${at}, not of type ${type}`);
    const small = first & 31;
    if (small < 24) return small;
    const length = 2 ** (small - 24);
    at += length;
    return bytes.readUIntBE(at - length, length);
  };
  return {
    array: () => head(4),
    text: () => {
      const length = head(3);
      at += length;
      return bytes.subarray(at - length, at);
    },
    number: () => ((bytes[at] ?? 0) >> 5 === 1 ? -1 - head(1) : head(0)),
  };
}
