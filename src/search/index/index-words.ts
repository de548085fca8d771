/**
 * In: the words of each record, in the order of the records.
 * Out: Pagefind's indexes of them, one for each bundle of records: each word, with its positions in the records.
 *
 * Pagefind's own indexer takes fifteen times as long. The test of this file compares the two.
 */
import { BARRIER, indexedWords, toLetters } from '../encode-pairs.ts';
import { CborWriter } from '../index-format.ts';
import { PROJECTS_IN_BUNDLE } from '../search-table.ts';

export interface IndexedWord {
  /** In letters. */
  word: string;
  /**
   * By bundle; none where no record of the bundle has the word. CBOR: `[word, [[step, [weight, position, step to the next
   * position, …]], …]]`; steps count records.
   */
  entries: (Uint8Array | undefined)[];
}

/** The records of a bundle with a word. */
interface Postings {
  /** As in an entry, without the start of the array. */
  cbor: CborWriter;
  records: number;
  /** Its place in the bundle. */
  lastRecord: number;
}

/**
 * Pagefind's weight of plain text, before the positions. We don't use its ranking, but for words without a weight it has a
 * slower encoding (2×).
 */
const WEIGHT = -25;

/** Sorted by word. Equal records give equal bytes. @param size Records in a bundle. */
export function indexWords(
  records: Iterable<readonly string[]>,
  size: number = PROJECTS_IN_BUNDLE,
): IndexedWord[] {
  const index = new Map<string, Postings[]>();
  let number = 0;
  for (const words of records) {
    const bundle = Math.floor(number / size);
    for (const [word, positions] of positionsByWord(words)) {
      const bundles = index.get(word) ?? [];
      index.set(word, bundles);
      bundles[bundle] ??= { cbor: new CborWriter(), records: 0, lastRecord: 0 };
      addRecord(bundles[bundle], number % size, positions);
    }
    number += 1;
  }
  return [...index]
    .map(([word, bundles]) => toIndexedWord(toLetters(word), bundles))
    .sort((a, b) => (a.word < b.word ? -1 : 1));
}

function positionsByWord(words: readonly string[]): Map<string, number[]> {
  const byWord = new Map<string, number[]>();
  for (const [position, word] of words.entries()) {
    if (word === BARRIER) continue;
    for (const indexed of indexedWords(word)) {
      const positions = byWord.get(indexed);
      if (positions) positions.push(position);
      else byWord.set(indexed, [position]);
    }
  }
  return byWord;
}

function addRecord(postings: Postings, record: number, positions: readonly number[]): void {
  const { cbor, lastRecord } = postings;
  cbor.array(2).number(record - lastRecord);
  cbor.array(1 + positions.length).number(WEIGHT);
  let last = 0;
  for (const position of positions) {
    cbor.number(position - last);
    last = position;
  }
  postings.records += 1;
  postings.lastRecord = record;
}

function toIndexedWord(word: string, bundles: readonly Postings[]): IndexedWord {
  const toEntry = ({ cbor, records }: Postings) =>
    new CborWriter().array(2).text(word).array(records).append(cbor.bytes()).bytes();
  return { word, entries: bundles.map(toEntry) };
}
