import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BARRIER, indexedWords, toQueryWords } from '../../../src/search/encode-pairs.ts';
import { findStarts } from '../../../src/search/find-marks.ts';
import { toSearchable } from '../../../src/search/fold.ts';
import { textsOf, type SearchRecord } from '../../../src/search/search-record.ts';
import {
  SEARCH_FACETS,
  Rank,
  encodeRecord,
  matchAt,
  facetOfCategory,
  facetsOfPhrase,
  intersect,
} from '../../../src/search/sections.ts';
import { aRecord } from './a-record.ts';

/** The position of a phrase's first occurrence, as Pagefind returns it; words and signs are counted. */
function locate(record: SearchRecord, query: string): number {
  const words = encodeRecord(record).words.map(indexedWords);
  const find = (phrase: readonly string[]) =>
    words.findIndex((_, start) => phrase.every((word, index) => words[start + index]?.includes(word)));
  const whole = find(toQueryWords(query, true));
  return whole >= 0 ? whole : find(toQueryWords(query, false));
}

function matchOf(record: SearchRecord, query: string) {
  const position = locate(record, query);
  if (position === -1) return null;
  return matchAt(position, encodeRecord(record).scale, toSearchable(record.name).text.length, query.length);
}

/** Every facet that contains a word, from all positions of its pairs. */
function facetsOf(record: SearchRecord, word: string): number {
  const { words, scale } = encodeRecord(record);
  const positions = toQueryWords(word, false).map((pair) =>
    words.flatMap((other, index) => (indexedWords(other).includes(pair) ? [index] : [])),
  );
  return facetsOfPhrase(positions, scale);
}

const record = aRecord({
  name: '河道清淤',
  indicators: [
    ['清淤长度', '3公里'],
    ['河水水质', '达到三类', '效益指标'],
    ['村民满意度', '≥95%', '满意度指标'],
    ['自有指标', '一次', '本单位指标'],
  ],
  goal: '修好河岸，三年不淤。',
});

test.each([
  ['河道清淤', Rank.exact, '项目名称'],
  ['河道', Rank.begins, '项目名称'],
  ['清淤', Rank.name, '项目名称'],
  ['河', Rank.begins, '项目名称'],
  ['淤', Rank.name, '项目名称'],
  ['清淤长度', Rank.indicator, '产出指标'],
  ['水质', Rank.indicator, '效益指标'],
  ['满意', Rank.indicator, '满意度指标'],
  ['自有', Rank.indicator, '其他指标'],
  ['公里', Rank.value, '产出指标'],
  ['95%', Rank.value, '满意度指标'],
  ['≥', Rank.value, '满意度指标'],
  ['产出指', Rank.rest, '产出指标'],
  ['河岸', Rank.rest, '目标和其他'],
])('%s matches with rank %i, in %s', (query, rank, facet) => {
  const match = matchOf(record, query);
  expect(match?.rank).toBe(rank);
  expect(match?.facets).toBe(1 << (SEARCH_FACETS as readonly string[]).indexOf(facet));
});

test('a text that spans two cells matches nothing', () => {
  for (const query of ['淤清', '度3公', '里达', '河道清淤清']) expect(matchOf(record, query)).toBeNull();
});

test('a name of one character is exact', () => {
  expect(matchOf(aRecord({ name: '甲' }), '甲')?.rank).toBe(Rank.exact);
});

const unit = fc.constantFrom('甲', '乙', '丙', '9', '8', '.', '%');
const text = fc.string({ unit, minLength: 1, maxLength: 30 });
const category = fc.constantFrom('产出指标', '效益指标', '满意度指标', '成本指标', '自有');
const records = fc.record({
  name: text,
  indicators: fc.array(fc.tuple(text, text, category), { maxLength: 8 }),
  goal: text,
});

test('finds every facet of any record in which a word of two characters or more occurs', () => {
  const query = fc.string({ unit, minLength: 2, maxLength: 5 });
  fc.assert(
    fc.property(records, query, (given, word) => {
      const made = aRecord(given);
      let facets = 0;
      if (made.name.includes(word)) facets |= 1;
      for (const { name, annual, category: held } of made.indicators)
        if ([name, annual, held].some((cell) => cell.includes(word))) facets |= 1 << facetOfCategory(held);
      if (made.others.some((cell) => cell.text.includes(word))) facets |= 1 << (SEARCH_FACETS.length - 1);
      expect(facetsOf(made, word)).toBe(facets);
    }),
    { numRuns: 1_000 },
  );
});

test('finds exactly the texts in cells of any record, ranked by the best cell', () => {
  const query = fc.string({ unit, minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(records, query, (given, word) => {
      const made = aRecord(given);
      const match = matchOf(made, word);
      // A number is found whole, unless it is nowhere whole.
      const isWhole = textsOf(made).some((cell) => findStarts(cell, word, false).length > 0);
      const startsIn = (cell: string) => findStarts(cell, word, !isWhole);
      const isIn = (cell: string) => startsIn(cell).length > 0;
      expect(match !== null).toBe(textsOf(made).some(isIn));
      if (!match) return;
      if (made.name === word) expect(match.rank).toBe(Rank.exact);
      else if (startsIn(made.name)[0] === 0) expect(match.rank).toBe(Rank.begins);
      else if (isIn(made.name)) expect(match.rank).toBe(Rank.name);
      else if (made.indicators.some(({ name }) => isIn(name))) {
        expect(match.rank).toBe(Rank.indicator);
        const facets = made.indicators
          .filter(({ name }) => isIn(name))
          .map((held) => facetOfCategory(held.category));
        expect(match.facets).toBe(1 << Math.min(...facets));
      } else if (made.indicators.some(({ annual }) => isIn(annual))) expect(match.rank).toBe(Rank.value);
      else expect(match.rank).toBe(Rank.rest);
    }),
    { numRuns: 1_000 },
  );
});

test('all sections of a record grow by the same power of two, until each cell fits', () => {
  const scaleOf = (length: number) => encodeRecord(aRecord({ name: '甲'.repeat(length) })).scale;
  // A name has its pairs, a barrier, and one new character.
  expect([1, 47, 48, 95, 96, 191, 192].map(scaleOf)).toEqual([1, 1, 2, 2, 4, 4, 8]);
  expect(encodeRecord(aRecord({ name: '甲', goal: '乙'.repeat(5_000) })).scale).toBe(1);
});

test('sections begin where their scale says', () => {
  const words = (scale: number) => [
    matchAt(48 * scale - 1, scale, 4, 2).rank,
    matchAt(48 * scale, scale, 4, 2).rank,
    matchAt(336 * scale - 1, scale, 4, 2).rank,
    matchAt(336 * scale, scale, 4, 2).rank,
    matchAt(768 * scale, scale, 4, 2).rank,
    matchAt(872 * scale - 1, scale, 4, 2).facets,
    matchAt(872 * scale, scale, 4, 2).facets,
    matchAt(99_999, scale, 4, 2).facets,
  ];
  const { name, indicator, value, rest } = Rank;
  for (const scale of [1, 2, 8])
    expect(words(scale)).toEqual([name, indicator, indicator, value, rest, 1 << 5, 1 << 6, 1 << 6]);
});

test('a match at the start of the name is the whole name, or its beginning', () => {
  const rankAt = (position: number, nameLength: number, length: number) =>
    matchAt(position, 1, nameLength, length).rank;
  expect([rankAt(0, 4, 4), rankAt(0, 4, 2), rankAt(1, 4, 2)]).toEqual([Rank.exact, Rank.begins, Rank.name]);
  expect([rankAt(1, 1, 1), rankAt(4, 4, 1), rankAt(5, 4, 1), rankAt(0, 4, 1)]).toEqual([
    ...[Rank.exact, Rank.begins],
    ...[Rank.name, Rank.name],
  ]);
});

test.each([
  ['万元', false],
  ['完成10.55万元', false],
  ['5万元', true],
  ['.55万元', true],
  ['55万元.', true],
  ['成10.', true],
  ['成10.55', false],
  ['元万', true],
])('behind 完成10.55万元 the words of %s are added: %s', (annual, isAdded) => {
  const countOf = (text: string) => {
    const indicators: [string, string][] = [
      ['乙', '完成10.55万元'],
      ['丙', text],
    ];
    return encodeRecord(aRecord({ name: '甲', indicators })).words.filter((word) => word !== BARRIER).length;
  };
  expect(countOf(annual) > countOf('')).toBe(isAdded);
});

test('a cell is added to each kind of cells that has it', () => {
  const countOf = (category: string) =>
    encodeRecord(
      aRecord({
        name: '甲',
        indicators: [
          ['乙', '河岸', '产出指标'],
          ['丙', '河岸', category],
        ],
      }),
    ).words.filter((word) => word === '河岸').length;
  expect([countOf('产出指标'), countOf('效益指标')]).toEqual([1, 2]);
});

test('a project matches several words with the rank of the worst, and the facets of all', () => {
  const first = new Map([
    [1, { rank: Rank.exact, facets: 1 }],
    [2, { rank: Rank.value, facets: 2 }],
    [3, { rank: Rank.name, facets: 1 }],
  ]);
  const second = new Map([
    [2, { rank: Rank.name, facets: 5 }],
    [1, { rank: Rank.rest, facets: 64 }],
    [4, { rank: Rank.name, facets: 1 }],
  ]);
  expect([...intersect([first, second])]).toEqual([
    [1, { rank: Rank.rest, facets: 65 }],
    [2, { rank: Rank.value, facets: 7 }],
  ]);
  expect(intersect([first])).toEqual(first);
  expect([...intersect([first, new Map()])]).toEqual([]);
  expect([...intersect([])]).toEqual([]);
});

test('a phrase is where its words follow each other', () => {
  expect(
    facetsOfPhrase(
      [
        [0, 50, 400],
        [1, 52, 401],
      ],
      1,
    ),
  ).toBe((1 << 0) | (1 << 1));
  expect(facetsOfPhrase([[0, 50]], 1)).toBe((1 << 0) | (1 << 1));
  expect(facetsOfPhrase([[0], [1], [3]], 1)).toBe(0);
  expect(facetsOfPhrase([[100], [101]], 1)).toBe(1 << 1);
  expect(facetsOfPhrase([[100], [101]], 4)).toBe(1 << 0);
  expect(facetsOfPhrase([], 1)).toBe(0);
});
