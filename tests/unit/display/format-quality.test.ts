import { expect, test } from 'vitest';
import { formatQuality } from '../../../src/display/format-quality.ts';
import { measureQuality } from '../../../src/display/quality.ts';

test('the counts are the ones of their names, with separators', () => {
  const none = measureQuality([]);
  const counts = { ...none.counts, quantified: 12_345, words: 6789, figures: 1 };
  expect(formatQuality({ projects: 1200, indicators: 23_101, counts })).toEqual({
    projects: '1,200',
    indicators: '23,101',
    quantified: '12,345',
    words: '6,789',
  });
});
