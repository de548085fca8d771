/**
 * In: the files of the search index.
 * Out: the texts by which it finds each project.
 *
 * Each pair of neighbouring characters is a word of seven letters, each character one of four. Where a pair follows a pair, both are
 * of one text. Where a number begins or ends, another word of seven letters says so; codes from 65,536² on are such words.
 * `src/search/index-format.ts` describes the files.
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
  /** Words that say where numbers begin and end, and are missing or too many. */
  unmarked: number;
}

const MARK = 'pagefind_dcd';
const LENGTH_BYTES = 4;
const FIRST_LETTER = 97;
const LETTERS = 26;
const UNIT = 0x1_00_00;
const PAIRS = UNIT * UNIT;
/** Marks of numbers, in blocks of 65,536: ten each for those that begin, end, and do both with a pair; one of single digits. */
const [ENDING, BOTH, SINGLE, MARKS] = [10, 20, 30, 32];
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
  const marks = Array.from({ length: size }, () => new Set<number>());
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
          else if (word < PAIRS) pairs[number]?.push(position * PAIRS + word);
          else if (word - PAIRS >= SINGLE * UNIT) digits[number]?.add(String(word % UNIT));
          else marks[number]?.add(position * MARKS * UNIT + word - PAIRS);
        }
      }
    }
  }
  return pairs.map((list, number) => {
    const { cells, broken } = joinPairs(list);
    return {
      cells: cells.map(({ text }) => text),
      broken,
      units: units[number] ?? new Set(),
      digits: digits[number] ?? new Set(),
      unmarked: new Set(cells.flatMap(marksOf)).symmetricDifference(marks[number] ?? new Set()).size,
    };
  });
}

/** Files as they are once decompressed, as readers of hosts that do so get them. */
export function openFile(bytes: Buffer): Buffer {
  return bytes.subarray(0, MARK.length).toString() === MARK ? bytes : gunzipSync(bytes);
}

/** A text, and the position of its first pair. */
interface PlacedText {
  text: string;
  start: number;
}

/** What the index should say of the numbers of a text. */
function marksOf({ text, start }: PlacedText): number[] {
  const digits = [...text.matchAll(/\d/g)].map(({ index }) => index);
  const begun = new Set(digits.filter((at) => !isBegunBefore(text, at)));
  const ended = new Set(digits.filter((at) => !goesOn(text, at)));
  return [...new Set(digits.flatMap((at) => [at - 1, at]))].flatMap((at) => {
    if (at < 0 || at + 1 >= text.length) return [];
    const place = (start + at) * MARKS * UNIT;
    const [begins, ends] = [begun.has(at), ended.has(at + 1)];
    const second = text.charCodeAt(at + 1);
    return [
      ...(begins ? [place + Number(text[at]) * UNIT + second] : []),
      ...(ends ? [place + (ENDING + Number(text[at + 1])) * UNIT + text.charCodeAt(at)] : []),
      ...(begins && ends ? [place + (BOTH + Number(text[at])) * UNIT + second] : []),
    ];
  });
}

/** Whether a digit belongs to the digits before it, the point or the comma. */
function isBegunBefore(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 2), at);
  return /\d\.?$/.test(before) || (/\d,$/.test(before) && /^\d{3}(?!\d)/.test(text.slice(at, at + 4)));
}

/** Whether digits behind this one are of its number. */
function goesOn(text: string, at: number): boolean {
  const [own, rest] = [text.slice(Math.max(0, at - 3), at + 1), text.slice(at + 1, at + 13)];
  return /^\d|^\.0*[1-9]/.test(rest) || (/^,\d{3}/.test(rest) && !/\d{4}$/.test(own));
}

function joinPairs(pairs: readonly number[]): { cells: PlacedText[]; broken: number } {
  const cells: PlacedText[] = [];
  let broken = 0;
  let cell = { text: '', start: 0 };
  let last = -2;
  let end = -1;
  for (const placed of Float64Array.from(pairs).sort()) {
    const [position, pair] = [Math.floor(placed / PAIRS), placed % PAIRS];
    const [first, second] = [Math.floor(pair / UNIT), pair % UNIT];
    if (position === last + 1 && end === first) cell.text += String.fromCharCode(second);
    else {
      if (position <= last + 1) broken += 1;
      if (cell.text !== '') cells.push(cell);
      cell = { text: String.fromCharCode(first, second), start: position };
    }
    last = position;
    end = second;
  }
  return { cells: cell.text === '' ? cells : [...cells, cell], broken };
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
