/**
 * In: the words of each record, in the order of the records.
 * Out: Pagefind's index of them: each word, with its positions in the records.
 *
 * Pagefind's own indexer takes fifteen times as long. The test of this file compares the two.
 */
import { BARRIER, toLetters } from '../encode-pairs.ts';
import { CborWriter } from '../index-format.ts';

export interface IndexedWord {
  /** In letters. */
  word: string;
  /** CBOR: `[word, [[step, [weight, position, step to the next position, …]], …]]`; steps count records. */
  entry: Uint8Array;
}

/** The records with a word. */
interface Postings {
  /** As in an entry, without the start of the array. */
  cbor: CborWriter;
  records: number;
  lastRecord: number;
}

/**
 * Pagefind's weight of plain text, before the positions. We don't use its ranking, but for words without a weight it has a
 * slower encoding (2×).
 */
const WEIGHT = -25;

/** Sorted by word. Equal records give equal bytes. */
export function indexWords(records: Iterable<readonly string[]>): IndexedWord[] {
  const index = new Map<string, Postings>();
  let record = 0;
  for (const words of records) {
    for (const [word, positions] of positionsByWord(words)) {
      const postings = index.get(word) ?? { cbor: new CborWriter(), records: 0, lastRecord: 0 };
      index.set(word, postings);
      postings.cbor.array(2).number(record - postings.lastRecord);
      writePositions(postings.cbor, positions);
      postings.records += 1;
      postings.lastRecord = record;
    }
    record += 1;
  }
  return [...index]
    .map(([pair, postings]) => toIndexedWord(toLetters(pair), postings))
    .sort((a, b) => (a.word < b.word ? -1 : 1));
}

function positionsByWord(words: readonly string[]): Map<string, number[]> {
  const byWord = new Map<string, number[]>();
  for (const [position, word] of words.entries()) {
    if (word === BARRIER) continue;
    const positions = byWord.get(word);
    if (positions) positions.push(position);
    else byWord.set(word, [position]);
  }
  return byWord;
}

function writePositions(cbor: CborWriter, positions: readonly number[]): void {
  cbor.array(1 + positions.length).number(WEIGHT);
  let last = 0;
  for (const position of positions) {
    cbor.number(position - last);
    last = position;
  }
}

function toIndexedWord(word: string, { cbor, records }: Postings): IndexedWord {
  return { word, entry: new CborWriter().array(2).text(word).array(records).append(cbor.bytes()).bytes() };
}
