import { expect, test } from 'vitest';
import { NOTHING_PUBLISHED } from '../../../src/identity/permalinks.ts';
import { formatTrait, traitOf } from '../../../src/identity/project-trait.ts';
import { fingerprintOf, formatFingerprint } from '../../../src/identity/row-fingerprint.ts';
import { identify, settleResults } from '../../../src/identity/settle-results.ts';
import { must } from '../../../src/record/must.ts';
import { parsedResult, resultRow } from '../../helpers/make-result.ts';

test('the address of a result is under that of its file, and ends with its name', () => {
  const [result] = settleResults([parsedResult()], 'water');
  expect(result).toMatchObject({ id: '2025/water/results/he-dao-qing-yu', bodyId: '2025/water' });
  expect(result?.indicators).toMatchObject([{ anchor: 'qing-yu-ci-shu', formerAnchors: [] }]);
});

test('results of one name are told apart by their units', () => {
  const results = [parsedResult(), parsedResult({ spendingUnit: '云岭市河道所' })];
  expect(settleResults(results, 'water').map(({ id }) => id)).toEqual([
    '2025/water/results/he-dao-qing-yu-yun-ling-shi-shui-wu-ju',
    '2025/water/results/he-dao-qing-yu-yun-ling-shi-he-dao-suo',
  ]);
});

test('a recorded result keeps its id, and its rows their anchors, whatever was corrected', () => {
  const before = parsedResult();
  const id = '2025/water/results/old';
  const row = must(identify(before).indicators[0]);
  const permalinks = {
    ...NOTHING_PUBLISHED,
    names: { [id]: before.name },
    traits: { [id]: formatTrait(traitOf(identify(before))) },
    rows: { [id]: { 'old-row': formatFingerprint(fingerprintOf(row)) } },
  };
  const after = parsedResult({
    indicators: [resultRow({ name: '清淤长度' }), resultRow({ name: '清淤次数', actual: null })],
  });
  const [result] = settleResults([after], 'water', permalinks);
  expect(result?.id).toBe(id);
  expect(result?.indicators.map(({ anchor }) => anchor)).toEqual(['qing-yu-chang-du', 'old-row']);
});

test('a name that a page of the results has gets a digest', () => {
  const [result] = settleResults([parsedResult({ name: 'source' })], 'water');
  expect(result?.id).toMatch(/^2025\/water\/results\/source-[\da-f]{8}$/);
});
