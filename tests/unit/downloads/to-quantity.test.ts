import { describe, expect, test } from 'vitest';
import { toQuantity } from '../../../src/downloads/to-quantity.ts';
import { parseTarget } from '../../../src/record/parse-target.ts';

describe('figures of targets', () => {
  test.each([
    ['1.2万元', { yuan: '12000' }],
    ['8.3370万元', { yuan: '83370' }],
    ['12500元', { yuan: '12500' }],
    ['0.5亿元', { yuan: '50000000' }],
    ['2~3万元', { yuan: '20000', yuanUpper: '30000' }],
    ['≥95%', { value: '95', unit: '%' }],
    ['约300人次', { value: '300', unit: '人次' }],
    ['0', { value: '0' }],
    ['满意', {}],
  ])('%s', (text, expected) => {
    const none = { yuan: null, yuanUpper: null, value: null, upper: null, unit: null };
    expect(toQuantity(parseTarget(text))).toEqual({ ...none, ...expected });
  });

  test('a price is told in yuan, so that no column mixes two units of money', () => {
    const target = { text: '1.5万元/年', comparator: null, value: '1.5', upper: null, unit: '万元/年' };
    expect(toQuantity(target)).toMatchObject({ yuan: null, value: '15000', unit: '元/年' });
  });
});
