import { expect, test } from 'vitest';
import { readMoney, scaled, withDigits } from '../../../src/search/read-money.ts';

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

test.each([
  ['5百', 500, 100],
  ['3千元', 3_000, 1_000],
  ['2.5千万', 25_000_000, 1_000_000],
  ['1.50亿', 150_000_000, 1_000_000],
  ['3百亿', 30_000_000_000, 10_000_000_000],
  ['1亿2000万3百元', 120_000_300, 100],
  ['1,234,567', 1_234_567, 1],
  ['12.5圆', 12.5, 0.1],
  ['100块钱', 100, 1],
  ['100块', 100, 1],
  ['100元整', 100, 1],
  ['十', 10, 1],
  ['十五', 15, 1],
  ['两千零五十', 2_050, 1],
  ['一千二百三十四万', 12_340_000, 10_000],
  ['三亿', 300_000_000, 100_000_000],
  ['二十亿零五百万', 2_005_000_000, 10_000],
  ['一万亿', 1_000_000_000_000, 100_000_000],
  ['九万八千', 98_000, 1],
])('%s is %d yuan, exact to %d', (text, yuan, place) => {
  expect(readMoney(text)).toMatchObject({ yuan, place });
});

test.each([
  ['1w', true],
  ['1亿', true],
  ['100圆', true],
  ['100块', true],
  ['两亿', true],
  ['1亿5百', false],
  ['12.5', false],
  ['三千', false],
])('%s says that it is money: %s', (text, hasUnit) => {
  expect(readMoney(text)?.hasUnit).toBe(hasUnit);
});

test.each(['1万2万', '1百2千', '12.5.5', '1,2345', '万', '零三', '三十个', '.5', '5万x', '¥'])(
  '“%s” is no amount either',
  (text) => {
    expect(readMoney(text)).toBeNull();
  },
);

test.each([
  ['0.1', 2, 10],
  ['1.005', 3, 1005],
  ['1,234.5', 0, 1234.5],
  ['8.3370', 4, 83370],
])('%s with its point moved by %i is %d', (figure, zeros, expected) => {
  expect(scaled(figure, zeros)).toBe(expected);
});

test.each([
  ['百分之五', '5%'],
  ['百分之三十五以上', '35%以上'],
  ['超过两亿元', '超过2亿元'],
  ['三千万', '3000万'],
  ['十万到二十万', '10万到二十万'],
])('in %s the first number has figures: %s', (text, expected) => {
  expect(withDigits(text)).toBe(expected);
});
