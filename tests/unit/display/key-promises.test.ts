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

test('an indicator that is two of the three is named once', () => {
  const both: ParsedIndicator = {
    ...{ category: '', subcategory: '数量和质量', name: '次数', periodTarget: null, details: [], line: 1 },
    annualTarget: { text: '3次', comparator: null, value: '3', upper: null, unit: '次' },
  };
  const quality = { ...both, subcategory: '质量指标', name: '合格率' };
  expect(keyPromises([both, quality])).toEqual([both]);
  expect(keyPromises([quality, both])).toEqual([both, quality]);
});

test('of a project with none of the three, one indicator is named', () => {
  const time: ParsedIndicator = {
    ...{ category: '', subcategory: '时效指标', name: '及时率', periodTarget: null, details: [], line: 1 },
    annualTarget: { text: '100%', comparator: null, value: '100', upper: null, unit: '%' },
  };
  expect(keyPromises([time, { ...time, line: 2 }])).toEqual([time]);
});
