import { expect, test } from 'vitest';
import { INDICATOR_MEASURES, PROJECT_MEASURES } from '../../../src/display/quality-measures.ts';

const measures = [...INDICATOR_MEASURES, ...PROJECT_MEASURES];

test('what adds up is a share of all, what only some can have is a share of those', () => {
  expect(measures.map(({ id, base }) => (base === undefined ? id : `${id} of ${base}`))).toEqual([
    ...['quantified', 'direction of quantified', 'unit of quantified', 'figures', 'words', 'blank'],
    ...['repeated', 'output', 'benefit', 'satisfaction', 'cost', 'weighted', 'balanced of weighted'],
  ]);
});

test('no two measures have the same words', () => {
  for (const key of ['short', 'label', 'meaning'] as const) {
    const words = measures.map((measure) => measure[key]);
    expect(new Set(words).size).toBe(measures.length);
    expect(words).not.toContain('');
  }
});
