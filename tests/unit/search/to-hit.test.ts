import { expect, test } from 'vitest';
import { findMarks } from '../../../src/search/find-marks.ts';
import { toWords } from '../../../src/search/fold.ts';
import { toHit } from '../../../src/search/to-hit.ts';
import { aRecord } from './a-record.ts';

test('shows the indicators that match, those with more of the words first', () => {
  const record = aRecord({
    name: '甲',
    indicators: [
      ['清淤', '3公里'],
      ['清淤长度', '95%'],
      ['质量', '合格'],
    ],
  });
  const hit = toHit(record, [['清淤'], ['95%']]);
  expect(hit.indicators.map(({ name }) => name.text)).toEqual(['清淤长度', '清淤']);
  expect(hit.indicators[0]?.url).toBe('/2026/x/甲/#清淤长度');
  expect(hit.excerpt).toBeNull();
});

test('knows whether the form has a column of targets of the year', () => {
  const record = aRecord({ name: '甲', indicators: [['清淤']] });
  expect(toHit(record, [['清淤']])).not.toHaveProperty('asksAnnual');
  expect(toHit({ ...record, asksAnnual: false }, [['清淤']]).asksAnnual).toBe(false);
});

test('shows the cell that matches where no name does, cut around the match', () => {
  const goal = `${'前'.repeat(40)}河道${'后'.repeat(90)}`;
  const { text = '', marks = [] } = toHit(aRecord({ name: '甲', goal }), [['河道']]).excerpt?.text ?? {};
  expect(text).toMatch(/^…前+河道后+…$/);
  expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual(['河道']);
});

test('a word that stands for several texts is found by each', () => {
  const record = aRecord({ name: '甲', indicators: [['党建'], ['当建'], ['河道']] });
  expect(toHit(record, [['党建', '当建']]).indicators).toHaveLength(2);
});

test.each([
  ['网民满意度> 95 ％', '满意度>95%', ['满意度> 95 ％']],
  ['满意度，满意', '满意', ['满意', '满意']],
  ['ＡＢＣ', 'b', ['Ｂ']],
  ['满意度', '满意 意度', ['满意度']],
  ['满意度', '不满', []],
])('in %s, %s is marked as one piece each', (original, query, expected) => {
  const marks = findMarks(original, toWords(query));
  expect(marks.map(({ start, end }) => original.slice(start, end))).toEqual(expected);
});

test('a hit says what tells its project apart, if anything does', () => {
  const record = aRecord({ name: '清淤' });
  expect(toHit(record, [['清淤']]).apart).toBeNull();
  expect(toHit({ ...record, apart: '二所' }, [['清淤']]).apart).toBe('二所');
});
