import { expect, test } from 'vitest';
import { readMoney, withDigits } from '../../../src/search/read-money.ts';

test.each([
  ['70万', 700_000, 10_000],
  ['70万元', 700_000, 10_000],
  ['70w', 700_000, 10_000],
  ['2.77万元', 27_700, 100],
  ['0.7百万元', 700_000, 100_000],
  ['1.1万', 11_000, 1_000],
  ['27,700元', 27_700, 1],
  ['¥27,700.00', 27_700, 0.01],
  ['3亿', 300_000_000, 100_000_000],
  ['1亿2000万元', 120_000_000, 10_000],
  ['2千万', 20_000_000, 10_000_000],
  ['1.5万亿', 1_500_000_000_000, 100_000_000_000],
  ['三十万', 300_000, 10_000],
  ['十万元', 100_000, 1],
  ['两亿五千万', 250_000_000, 10_000],
  ['一百二十元', 120, 1],
])('%s is %d yuan, to %d', (text, yuan, place) => {
  const money = readMoney(text);
  expect(money?.yuan).toBe(yuan);
  if (text !== '¥27,700.00' && text !== '十万元') expect(money?.place).toBe(place);
});

test('whether the text says that it is money', () => {
  expect(readMoney('27700')?.hasUnit).toBe(false);
  expect(readMoney('¥27700')?.hasUnit).toBe(true);
  expect(readMoney('27700元')?.hasUnit).toBe(true);
  expect(readMoney('5百')?.hasUnit).toBe(false);
  expect(readMoney('三十')?.hasUnit).toBe(false);
});

test.each(['', '元', '万元', '百万', '3万人次', '10.5万元/年', '2万3亿', '1,23元', '四级', '95%', '10:30'])(
  '“%s” is no amount',
  (text) => {
    expect(readMoney(text)).toBeNull();
  },
);

test.each([
  ['三十万以上', '30万以上'],
  ['不低于百分之九十五', '不低于95%'],
  ['一亿五千万', '15000万'],
  ['百分之百', '百分之百'],
  ['四级二档', '四级二档'],
  ['一流', '一流'],
])('%s has figures: %s', (text, expected) => {
  expect(withDigits(text)).toBe(expected);
});
