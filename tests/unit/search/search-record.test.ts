import { expect, test } from 'vitest';
import { targetKeysOf, textsOf, textsOfIndicator } from '../../../src/search/search-record.ts';
import { must } from '../../../src/record/must.ts';
import { aRecord } from './a-record.ts';

const record = aRecord({ name: '河道清淤', indicators: [['长度', '3公里', '产出指标']], goal: '河道清淤' });
const indicator = {
  ...must(record.indicators[0]),
  ...{ subcategory: '数量指标', period: '9公里', details: ['权重', '10'] },
};

test('the texts of an indicator are all its cells', () => {
  expect(textsOfIndicator(indicator)).toEqual([
    ...['长度', '3公里', '9公里', '数量指标', '产出指标'],
    ...['权重', '10'],
  ]);
});

test('the texts of a record are its cells, each once, no blank ones and no labels', () => {
  expect(textsOf({ ...record, indicators: [indicator, { ...indicator, name: '宽度' }] })).toEqual([
    ...['河道清淤', '长度', '3公里', '9公里', '数量指标', '产出指标', '权重', '10', '宽度'],
  ]);
  expect(textsOf(record)).toEqual(['河道清淤', '长度', '3公里', '产出指标']);
});

test.each([
  [{ annual: '≥ 95％', period: '' }, ['≥95%']],
  [{ annual: '', period: '3 公里' }, ['3公里']],
  [{ annual: '1', period: '2' }, ['1', '2']],
  [{ annual: '95', period: '98', annualReading: '≥95%' }, ['≥95%', '98']],
  [{ annual: '95', period: '98', periodReading: '≥98 %' }, ['95', '≥98%']],
  [{ annual: ' ', period: '' }, []],
])('the targets of %j are found as %j', (targets, keys) => {
  expect(targetKeysOf({ ...indicator, ...targets })).toEqual(keys);
});
