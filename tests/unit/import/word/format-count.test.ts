import { expect, test } from 'vitest';
import { formatCount } from '../../../../src/import/word/format-count.ts';

test.each([
  ['decimal', { 0: '0', 7: '7', 9999: '9999', 10000: null, 1.5: null, '-1': null }],
  ['decimalZero', { 1: '01', 12: '12' }],
  ['decimalFullWidth', { 10: '１０', 9: '９' }],
  [
    'chineseCounting',
    { 0: null, 1: '一', 9: '九', 10: '十', 11: '十一', 20: '二十', 23: '二十三', 99: '九十九', 100: null },
  ],
  ['chineseCountingThousand', { 12: '十二' }],
  ['japaneseCounting', { 12: '十二' }],
  ['taiwaneseCounting', { 12: '十二' }],
  ['taiwaneseCountingThousand', { 12: '十二' }],
  ['decimalEnclosedCircle', { 0: null, 1: '①', 20: '⑳', 21: null }],
  ['decimalEnclosedCircleChinese', { 2: '②' }],
  ['lowerLetter', { 0: null, 1: 'a', 26: 'z', 27: null }],
  ['upperLetter', { 0: null, 1: 'A', 26: 'Z', 27: null }],
  ['lowerRoman', { 0: null, 1: 'i', 4: 'iv', 9: 'ix', 10: 'x', 18: 'xviii', 39: 'xxxix', 40: null }],
  ['upperRoman', { 0: null, 1: 'I', 2: 'II', 3: 'III', 5: 'V', 6: 'VI', 7: 'VII', 39: 'XXXIX', 40: null }],
  ['ideographDigital', { 1: null }],
])('counts as %s', (format, counts) => {
  const printed = Object.keys(counts).map((count) => [count, formatCount(Number(count), format)]);
  expect(Object.fromEntries(printed)).toEqual(counts);
});
