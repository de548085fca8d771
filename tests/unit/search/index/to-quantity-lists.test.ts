import { expect, test } from 'vitest';
import { toQuantityLists } from '../../../../src/search/index/to-quantity-lists.ts';
import { toSounds } from '../../../../src/search/index/to-sounds.ts';
import { aRecord } from '../a-record.ts';

test('targets are listed by unit, each with the steps between its rows; budgets by project', () => {
  const lists = toQuantityLists([
    aRecord({
      name: '甲',
      yuan: '27700.00',
      indicators: [
        ['一', '≥95%'],
        ['二', '满意'],
        ['三', '2.77万元'],
      ],
    }),
    aRecord({
      name: '乙',
      yuan: '1.50',
      indicators: [
        ['四', '≥ 95％'],
        ['五', '不超过3万元'],
        ['六', '2~3人'],
      ],
    }),
    {
      ...aRecord({
        name: '丙',
        indicators: [
          ['七', '≥95%'],
          ['八', '95%'],
        ],
      }),
      yuan: null,
    },
  ]);
  expect(lists.percent).toEqual({
    quantities: [
      ['≥95%', '≥', 95, null, '%'],
      ['95%', null, 95, null, '%'],
    ],
    rows: [[0, 3, 3], [7]],
  });
  expect(lists.money).toEqual({
    quantities: [['2.77万元'], ['不超过3万元', '≤', 30000, null, '万元']],
    rows: [[2], [2]],
    budgets: [27700, 1.5, null],
  });
  expect(lists.other).toEqual({ quantities: [['2~3人', null, 2, 3, '人']], rows: [[5]] });
});

test('a row is listed once for equal targets, and by what the columns next to it say', () => {
  const record = aRecord({ name: '甲', indicators: [['一', '95']] });
  const indicators = record.indicators.map((indicator) => ({
    ...indicator,
    ...{ period: '≥95%', annualReading: '≥95%' },
  }));
  const { percent, other } = toQuantityLists([{ ...record, indicators }]);
  expect(percent).toEqual({ quantities: [['≥95%', '≥', 95, null, '%']], rows: [[0]] });
  expect(other.quantities).toEqual([]);
});

test('the quantities of one row are in the order of their texts, and a bare number has no unit', () => {
  const record = aRecord({
    name: '甲',
    indicators: [
      ['一', '9%'],
      ['二', '36'],
    ],
  });
  const indicators = record.indicators.map((indicator) => ({ ...indicator, period: '5%' }));
  const { percent, other } = toQuantityLists([{ ...record, indicators }]);
  expect(percent).toEqual({
    quantities: [
      ['5%', null, 5, null, '%'],
      ['9%', null, 9, null, '%'],
    ],
    rows: [[0, 1], [0]],
  });
  expect(other).toEqual({ quantities: [['36', null, 36, null, null]], rows: [[1]] });
});

test('amounts that a browser reads have their texts alone', () => {
  const texts = ['2.77万元', '2~3万元', '约3万元', '1亿元', '1.5万元/年'];
  const { money } = toQuantityLists([aRecord({ name: '甲', indicators: texts.map((text) => ['一', text]) })]);
  expect(money.quantities).toEqual([
    ['2.77万元'],
    ['2~3万元', null, 20_000, 30_000, '万元'],
    ['约3万元', '≈', 30_000, null, '万元'],
    ['1亿元'],
  ]);
});

test('usual characters are listed by their sounds', () => {
  const sounds = toSounds();
  expect(sounds['zhan']).toContain('站');
  expect(sounds['zhan']).toContain('占');
  expect(sounds['xing']).toContain('行');
  expect(sounds['hang']).toContain('行');
});
