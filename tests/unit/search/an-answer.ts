import type { Answer, Query } from '../../../src/search/query.ts';

/** An answer that found nothing. */
export const AN_ANSWER: Answer = {
  ...{ questions: [], count: 0, total: 0, groups: [], leftOut: [], ways: [], hitCount: 0, hits: [] },
  choices: { year: [], body: [], department: [], type: [], result: [], category: [], budget: [] },
  ...{ words: [], readAs: [], bodiesMeant: [], inside: [], isTextOnly: false, isNamesOnly: false },
};

/** A query for ten projects. */
export function aQuery(text: string): Query {
  return {
    ...{ text, filters: {}, sort: 'relevance', limit: 10, part: null },
    ...{ withFacets: false, withWays: false, isLiteral: false },
  };
}
