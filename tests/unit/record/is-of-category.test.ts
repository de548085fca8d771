import { expect, test } from 'vitest';
import { isOfCategory } from '../../../src/record/is-of-category.ts';

test.each([
  ['数量指标', '产出指标', true],
  ['数量指标', '效益指标', false],
  ['经济效益指标', '效益指标', true],
  ['经济成本', '成本指标', true],
  ['成本指标', '产出指标', true],
  ['经济成本', '效益指标', false],
  ['服务对象满意度', '满意度指标', true],
  ['服务对象满意度', '效益指标', true],
  ['服务对象满意度', '产出指标', false],
  ['可持续影响', '产出指标', false],
  ['资金到位率', '投入指标', true],
  ['资金到位率', '产出指标', true],
])('%s of %s: %s', (subcategory, category, is) => {
  expect(isOfCategory(subcategory, category)).toBe(is);
});
