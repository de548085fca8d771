import { expect, test } from 'vitest';
import { keyPromises } from '../../../src/display/key-promises.ts';
import type { ParsedIndicator } from '../../../src/record/disclosure-schema.ts';

test('a project promises first how much, how well, and that people are content', () => {
  const indicator = (subcategory: string, name: string, text: string | null): ParsedIndicator => ({
    category: '',
    subcategory,
    name,
    periodTarget: null,
    annualTarget: text === null ? null : { text, comparator: null, value: null, upper: null, unit: null },
    details: [],
    line: 1,
  });
  const all = [
    indicator('时效指标', '及时率', '100%'),
    indicator('数量指标', '次数', null),
    indicator('数量指标', '人数', '3人'),
    indicator('服务对象满意度', '满意度', '满意'),
  ];
  expect(keyPromises(all)).toEqual([all[2], all[3]]);
  expect(keyPromises(all.slice(0, 2))).toEqual([all[0]]);
  expect(keyPromises(all.slice(1, 2))).toEqual([]);
});
