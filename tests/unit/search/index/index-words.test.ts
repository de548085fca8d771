/** Our index, compared with the one that Pagefind's indexer makes of the same words. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';
import * as pagefind from 'pagefind';
import { VFile } from 'vfile';
import { afterAll, expect, test } from 'vitest';
import { readDisclosure } from '../../../../src/content/read-disclosure.ts';
import { must } from '../../../../src/record/must.ts';
import { BARRIER, indexedWords, toLetters } from '../../../../src/search/encode-pairs.ts';
import { LANGUAGE } from '../../../../src/search/index-format.ts';
import { indexWords } from '../../../../src/search/index/index-words.ts';
import { toSearchRecord } from '../../../../src/search/index/to-search-record.ts';
import { encodeRecord } from '../../../../src/search/sections.ts';
import { aRecord } from '../a-record.ts';

afterAll(() => pagefind.close());

/** Of a chunk; of a word of ours, the last two items and the last of each page are left out, as they are empty. */
type Word = [
  word: string,
  pages: [step: number, positions: number[], inMeta?: number[]][],
  variants?: unknown[],
];

function decodeFile(content: Uint8Array): unknown {
  return decode(gunzipSync(content).subarray('pagefind_dcd'.length));
}

/** The words of Pagefind's index, with records by their numbers. Pagefind orders its pages by their digests. */
async function indexWithPagefind(records: readonly (readonly string[])[]): Promise<Word[]> {
  const { index } = await pagefind.createIndex();
  for (const [number, words] of records.entries()) {
    const content = words.map((word) => (word === BARRIER ? '¦' : toLetters(word))).join(' ');
    const result = await must(index).addCustomRecord({ url: `/${number}/`, content, language: LANGUAGE });
    expect(result.errors).toEqual([]);
  }
  const { files } = await must(index).getFiles();
  const contents = (pattern: RegExp) =>
    files.filter(({ path }) => pattern.test(path)).map(({ path, content }) => ({ path, content }));
  const numbers = new Map(
    contents(/^fragment\//).map(({ path, content }) => {
      const text = gunzipSync(content).toString();
      const { url } = JSON.parse(text.slice(text.indexOf('{'))) as { url: string };
      return [path.replace(/^fragment\/|\.pf_fragment$/g, ''), Number(url.slice(1, -1))];
    }),
  );
  const [meta] = contents(/\.pf_meta$/).map(({ content }) => decodeFile(content)) as [string, [string][]][];
  const pages = must(meta)[1].map(([id]) => must(numbers.get(id)));
  return contents(/^index\//)
    .flatMap(({ content }) => (decodeFile(content) as [Word[]])[0])
    .map((word) => withNumbers(word, pages))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function withNumbers([word, pages, variants]: Word, numbers: readonly number[]): Word {
  expect(variants).toEqual([]);
  let page = 0;
  const found = pages.map(([step, positions, inMeta]) => {
    page += step;
    expect(inMeta).toEqual([]);
    return { number: must(numbers[page]), positions };
  });
  found.sort((a, b) => a.number - b.number);
  return [
    word,
    found.map(({ number, positions }, index) => [number - (found[index - 1]?.number ?? 0), positions]),
  ];
}

const path = 'content/disclosures/2026/dongguan-zhishu-jiguan-gongwei.md';
const { projects } = readDisclosure(new VFile({ path, value: readFileSync(path) }));
const real = projects.map((project) => toSearchRecord(project, '某单位'));
/** Long enough that steps, positions and lengths take one to five bytes. */
const long = [
  ...Array.from({ length: 300 }, (_, number) => aRecord({ name: number % 299 === 0 ? '首尾' : '中间' })),
  aRecord({ name: '长', goal: `${'甲'.repeat(300)}${'甲乙丙丁'.repeat(17_000)}末尾` }),
];

test.each([
  ['the real source', real],
  ['many records and a long one', long],
])("the words of %s and their entries are the bytes of Pagefind's", async (_, records) => {
  // Pagefind's indexer has one word at each position.
  const words = records.map((record) =>
    encodeRecord(record).words.map((word) => indexedWords(word)[0] ?? ''),
  );
  const expected = await indexWithPagefind(words);
  expect(expected.length).toBeGreaterThan(10);
  const index = indexWords(words);
  expect(index.map(({ word }) => word)).toEqual(expected.map(([word]) => word));
  for (const [number, { word, entries }] of index.entries())
    expect(Buffer.concat(entries as Uint8Array[]).equals(encode(expected[number])), word).toBe(true);
});
