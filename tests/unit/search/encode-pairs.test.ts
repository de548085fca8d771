import { expect, test } from 'vitest';
import {
  BARRIER,
  encodeQuery,
  indexedWords,
  toLetters,
  toQueryWords,
  toSectionWords,
} from '../../../src/search/encode-pairs.ts';

test('a cell of n units has n words, then its new units', () => {
  const units = new Set<string>();
  expect(toSectionWords(['满意', '意'], units)).toEqual(['满意', BARRIER, BARRIER, '满', '意']);
  expect([...units]).toEqual(['满', '意']);
  expect(toSectionWords(['满意'], units)).toEqual(['满意', BARRIER]);
});

test('a digit that is a whole number is a unit before the digit', () => {
  const units = new Set<string>();
  toSectionWords(['8万18'], units);
  expect([...units]).toEqual(['\u00038', '8', '万', '1']);
  expect(toSectionWords(['1'], units)).toEqual([BARRIER, '\u00031']);
});

test('a pair with which a number begins or ends is found by itself, and by each of the two', () => {
  const words = toSectionWords(['约12.5万'], new Set()).slice(0, 5);
  expect(words).toEqual(['约1', '\u000112', '2.', '\u0002.5', '5万']);
  expect(indexedWords('约1')).toEqual(['约1']);
  expect(indexedWords('\u000112')).toEqual(['12', '\u000112']);
  expect(indexedWords('\u000312')).toEqual(['12', '\u000112', '\u000212', '\u000312']);
  expect(indexedWords('\u00038')).toEqual(['\u00038']);
});

test('each word has letters of its own', () => {
  const flags = ['\u0001', '\u0002', '\u0003'];
  const words = [
    ...['12', '21', '1万', '万1', '11'].flatMap((pair) => [pair, ...flags.map((flag) => flag + pair)]),
    ...['\u00031', '\u00032', '1', '2'],
  ].filter((word) => !['\u0001万1', '\u00021万', '\u0003万1', '\u00031万'].includes(word));
  expect(new Set(words.map(toLetters)).size).toBe(words.length);
  expect(new Set(words.map((word) => toLetters(word).length))).toEqual(new Set([4, 7]));
  expect(encodeQuery('8', true)).toBe(`"${toLetters('\u00038')}"`);
  expect(encodeQuery('约300人', true)).toBe(encodeQuery('约300人'));
  expect(encodeQuery('300', true)).toBe(`"${toLetters('\u000130')} ${toLetters('\u000200')}"`);
});

test('a pair is seven letters, a single four', () => {
  expect(encodeQuery('满意度')).toMatch(/^"[a-z]{7} [a-z]{7}"$/);
  expect(encodeQuery('满')).toMatch(/^"[a-z]{4}"$/);
});

test('a pair and a single differ by their length, pairs by both units', () => {
  const pairs = ['满意', '意满', '满满', '9%', '\ud83d\ude00'].map((pair) => encodeQuery(pair));
  expect(new Set(pairs).size).toBe(pairs.length);
});

test('no two words of digits have the same letters, with flags or without', () => {
  const digits = Array.from('0123456789');
  const others = [...digits, '.', ',', '万', '\u0100', '\uffff'];
  const words = digits.flatMap((digit) => [
    ...[digit, `\u0003${digit}`],
    ...others.flatMap((other) => [`${digit}${other}`, `\u0001${digit}${other}`]),
    ...others.flatMap((other) => [`${other}${digit}`, `\u0002${other}${digit}`]),
    ...digits.map((other) => `\u0003${digit}${other}`),
  ]);
  const all = new Set(words);
  expect(new Set([...all].map(toLetters)).size).toBe(all.size);
});

test.each([
  ['\u0000', 'aaaa'],
  ['\u001a', 'aaba'],
  ['甲', 'bsjy'],
  ['\uffff', 'dsyp'],
  ['甲乙', 'gjmsfyf'],
])('the letters of %j are its code in base 26: %s', (word, letters) => {
  expect(toLetters(word)).toBe(letters);
});

test.each([
  ['8', false, ['8']],
  ['8', true, ['\u00038']],
  ['甲', true, ['甲']],
  ['88', false, ['88']],
  ['88', true, ['\u000388']],
  ['8万', true, ['\u00018万']],
  ['约8', true, ['\u0002约8']],
  ['8万9', true, ['\u00018万', '\u0002万9']],
  ['满意度', true, ['满意', '意度']],
])('the words of %s are, whole: %s, %j', (text, isWhole, words) => {
  expect(toQueryWords(text, isWhole)).toEqual(words);
});

test('a number that a cell goes on with has no flag', () => {
  expect(toSectionWords(['1,234'], new Set())).toEqual([
    ...['\u00011,', ',2', '23', '\u000234', BARRIER],
    ...['1', ',', '2', '3', '4'],
  ]);
  expect(toSectionWords(['8'], new Set(['8']))).toEqual([BARRIER, '\u00038']);
  expect(toSectionWords([], new Set())).toEqual([]);
});
