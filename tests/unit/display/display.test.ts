import { expect, test } from 'vitest';
import { formatBytes } from '../../../src/display/format-bytes.ts';
import { formatPeriod } from '../../../src/display/format-period.ts';
import { formatReading } from '../../../src/display/format-reading.ts';
import { formatShare } from '../../../src/display/format-share.ts';
import { formatWan } from '../../../src/display/format-wan.ts';
import { formatYuan } from '../../../src/display/format-yuan.ts';
import { keyPromises } from '../../../src/display/key-promises.ts';
import type { Indicator, Target } from '../../../src/record/disclosure-schema.ts';
import { parseTarget } from '../../../src/record/parse-target.ts';

test.each([
  ['0.00', '0.00', '0'],
  ['100.00', '100.00', '0.01'],
  ['12500.00', '12,500.00', '1.25'],
  ['703644.00', '703,644.00', '70.3644'],
  ['1359014.00', '1,359,014.00', '135.9014'],
  ['123456789012345678.99', '123,456,789,012,345,678.99', '12,345,678,901,234.567899'],
])('%s yuan is %s 元 and %s 万元', (yuan, formatted, wan) => {
  expect(formatYuan(yuan)).toBe(formatted);
  expect(formatWan(yuan)).toBe(wan);
});

test.each([
  ['703644.00', '1359014.00', '51.8%'],
  ['12500.00', '1359014.00', '0.9%'],
  ['1.00', '100000.00', '<0.1%'],
  ['99999.00', '100000.00', '>99.9%'],
  ['5.00', '5.00', '100%'],
  ['0.00', '5.00', '0%'],
  ['0.00', '0.00', '—'],
])('%s of %s is %s', (part, whole, share) => {
  expect(formatShare(part, whole)).toBe(share);
});

test.each([
  [{ start: 2021, end: 2099, openEnded: true }, '2021年起，长期（未定结束年度）'],
  [{ start: 2023, end: 2025, openEnded: false }, '2023年至2025年'],
  [{ start: 2026, end: 2026, openEnded: false }, '2026年'],
])('a period reads as words', (period, words) => {
  expect(formatPeriod(period)).toBe(words);
});

test.each([
  [863, '863 字节'],
  [11_393, '11 KB'],
])('%i bytes are %s', (bytes, words) => {
  expect(formatBytes(bytes)).toBe(words);
});

test('a project promises first how much, how well, and that people are content', () => {
  const indicator = (subcategory: string, name: string, text: string | null): Indicator => ({
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
  expect(keyPromises(all)).toEqual([
    { name: '人数', value: '3人', reading: null, line: 1 },
    { name: '满意度', value: '满意', reading: null, line: 1 },
  ]);
  expect(keyPromises(all.slice(0, 1))).toEqual([{ name: '及时率', value: '100%', reading: null, line: 1 }]);
});

test.each([
  ['95', '≥', '%', '≥95%'],
  ['1,200', '≤', '公里', '≤1,200公里'],
  ['12.5', null, '万平方米', '12.5万平方米'],
  ['95%', '≥', '%', '≥95%'],
  ['≥95', '≥', '%', '≥95%'],
  ['95以上', '≥', '%', '≥95%'],
  ['2~3', '=', '次', '=2~3次'],
  ['≥95%', '≥', '%', null],
  ['不低于95%', '≥', '%', null],
  ['95', null, null, null],
])('%s, with %s and %s beside it, reads as %s', (text, comparator, unit, reading) => {
  const { value, upper } = parseTarget(text);
  const target: Target = { text, comparator: comparator as Target['comparator'], value, upper, unit };
  expect(formatReading(target)).toBe(reading);
});

test('words have no reading, whatever stands beside them', () => {
  expect(
    formatReading({ text: '明显改善', comparator: null, value: null, upper: null, unit: null }),
  ).toBeNull();
});
