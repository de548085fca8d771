import { expect, test } from 'vitest';
import { findStarts } from '../../../src/search/find-marks.ts';
import { beginsNumber, endsNumber, isDigit } from '../../../src/search/whole-number.ts';

test.each([
  ['8万', '10.98万元', false],
  ['8万', '8万元', true],
  ['8万', '约8万元', true],
  ['27,700', '2,092,927,700', false],
  ['27,700', '27,700.00', true],
  ['27,700', '27,700.50', false],
  ['27,700', '27,700.05', false],
  ['95', '95.005%', false],
  ['700', '27,700', false],
  ['700', '共,700人', true],
  ['200', '1200', false],
  ['95', '95%', true],
  ['95', '95.5%', false],
  ['95', '0.95', false],
  ['95', '950', false],
  ['27', '27,700', false],
  ['27', '27,于是', true],
  ['10000', '10000,200人', true],
  ['95%', '195%', false],
  ['≥95%', '≥95%', true],
  ['满意', '95满意', true],
])('%s is whole in %s: %s', (word, text, expected) => {
  expect(findStarts(text, word, false).length > 0).toBe(expected);
  expect(findStarts(text, word, true)).toHaveLength(1);
});

test.each([
  // At each place: `b` a number begins, `e` it ends, `w` both, `.` neither.
  ['8', 'w'],
  ['88', 'be'],
  ['10.98', 'b...e'],
  ['3.00', 'w..e'],
  ['3.5', 'b.e'],
  ['1,234,567', 'b.......e'],
  ['1,23', 'w.be'],
  ['1,2345', 'b.b..e'],
  ['1234,567', 'b..e...e'],
  ['甲1乙', '.w.'],
])('in %s the numbers begin and end at %s', (text, places) => {
  const found = Array.from(text, (character, at) => {
    if (!isDigit(character)) return '.';
    const [begins, ends] = [beginsNumber(text, at), endsNumber(text, at)];
    return begins && ends ? 'w' : begins ? 'b' : ends ? 'e' : '.';
  });
  expect(found.join('')).toBe(places);
});

test.each([
  ['5', true],
  ['55', false],
  ['', false],
  ['五', false],
  ['a5', false],
])('“%s” is one digit: %s', (text, expected) => {
  expect(isDigit(text)).toBe(expected);
});
