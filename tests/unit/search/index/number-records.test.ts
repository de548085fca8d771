import { expect, test } from 'vitest';
import { numberRecords } from '../../../../src/search/index/number-records.ts';
import { aRecord } from '../a-record.ts';

test('records are numbered by budget, largest first; equal ones by address; those without one are last', () => {
  const records = [
    { ...aRecord({ name: 'e' }), yuan: null },
    aRecord({ name: 'b', yuan: '900.00' }),
    aRecord({ name: 'f', yuan: '0.00' }),
    aRecord({ name: 'c', yuan: '27700.01' }),
    aRecord({ name: 'a', yuan: '900.00' }),
    aRecord({ name: 'd', yuan: '27700.00' }),
  ];
  const given = [...records];
  expect(
    numberRecords(records)
      .map(({ name }) => name)
      .join(''),
  ).toBe('cdabfe');
  expect(
    numberRecords(records.toReversed())
      .map(({ name }) => name)
      .join(''),
  ).toBe('cdabfe');
  expect(records).toEqual(given);
});
