import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodePairs, encodeQuery } from '../../../src/search/encode-pairs.ts';
import { toSearchable } from '../../../src/search/fold.ts';
import { textsOf, type SearchRecord } from '../../../src/search/search-record.ts';
import {
  PLACES,
  Rank,
  encodeRecord,
  matchAt,
  placeOfCategory,
  placesOfPhrase,
} from '../../../src/search/sections.ts';
import { aRecord } from './a-record.ts';

/** What Pagefind finds of a phrase: the place of its first occurrence; words are numbered, signs too. */
function locate(record: SearchRecord, query: string): number {
  const words = encodeRecord(record).content.split(' ');
  const phrase = encodeQuery(query).slice(1, -1).split(' ');
  return words.findIndex((_, start) => phrase.every((word, index) => words[start + index] === word));
}

function matchOf(record: SearchRecord, query: string) {
  const location = locate(record, query);
  if (location === -1) return null;
  return matchAt(location, encodeRecord(record).scale, toSearchable(record.name).text.length, query.length);
}

/** Every place of a word, from all places of each of its pairs. */
function placesOf(record: SearchRecord, word: string): number {
  const { content, scale } = encodeRecord(record);
  const words = content.split(' ');
  const locations = encodePairs(word).map((pair) =>
    words.flatMap((own, index) => (own === pair ? [index] : [])),
  );
  return placesOfPhrase(locations, scale);
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
])('%s matches as %i, at %s', (query, rank, place) => {
  const match = matchOf(record, query);
  expect(match?.rank).toBe(rank);
  expect(match?.places).toBe(1 << (PLACES as readonly string[]).indexOf(place));
});

test('what stands in no cell is found nowhere, though it stands across two', () => {
  for (const query of ['淤清', '度3公', '里达', '河道清淤清']) expect(matchOf(record, query)).toBeNull();
});

test('a name of one character is exact', () => {
  expect(matchOf(aRecord({ name: '甲' }), '甲')?.rank).toBe(Rank.exact);
});

const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '9', '%'), minLength: 1, maxLength: 30 });
const category = fc.constantFrom('产出指标', '效益指标', '满意度指标', '成本指标', '自有');
const records = fc.record({
  name: text,
  indicators: fc.array(fc.tuple(text, text, category), { maxLength: 8 }),
  goal: text,
});

test('in any record, every place is known at which a word of two characters or more stands', () => {
  const query = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '9', '%'), minLength: 2, maxLength: 5 });
  fc.assert(
    fc.property(records, query, (given, word) => {
      const own = aRecord(given);
      let places = 0;
      if (own.name.includes(word)) places |= 1;
      for (const { name, annual, category: held } of own.indicators)
        if ([name, annual, held].some((cell) => cell.includes(word))) places |= 1 << placeOfCategory(held);
      if (own.others.some((cell) => cell.text.includes(word))) places |= 1 << (PLACES.length - 1);
      expect(placesOf(own, word)).toBe(places);
    }),
    { numRuns: 3_000 },
  );
});

test('in any record, whatever stands in a cell is found, ranked by the best cell it stands in, and nothing else is found', () => {
  const query = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '9', '%'), minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(records, query, (given, word) => {
      const own = aRecord(given);
      const match = matchOf(own, word);
      expect(match !== null).toBe(textsOf(own).some((cell) => cell.includes(word)));
      if (!match) return;
      if (own.name === word) expect(match.rank).toBe(Rank.exact);
      else if (own.name.startsWith(word)) expect(match.rank).toBe(Rank.begins);
      else if (own.name.includes(word)) expect(match.rank).toBe(Rank.name);
      else if (own.indicators.some(({ name }) => name.includes(word))) {
        expect(match.rank).toBe(Rank.indicator);
        const places = own.indicators
          .filter(({ name }) => name.includes(word))
          .map((held) => placeOfCategory(held.category));
        expect(match.places).toBe(1 << Math.min(...places));
      } else if (own.indicators.some(({ annual }) => annual.includes(word)))
        expect(match.rank).toBe(Rank.value);
      else expect(match.rank).toBe(Rank.rest);
    }),
    { numRuns: 3_000 },
  );
});
