import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { VFile } from 'vfile';
import { readDisclosure } from '../../../src/content/read-disclosure.ts';
import { maskedLines } from '../../../src/record/mask-numbers.ts';

/** Invented; neither is in the range of numbers that are given out. */
const IDENTITY = '110101194910010000';
const PHONE = '13900000001';
const table = readFileSync('tests/unit/record/fixtures/a-plain-table/source.md', 'utf8');

/** The notices about numbers: `line:column severity rule`. */
function numbersIn(text: string) {
  const { notices } = readDisclosure(new VFile({ path: 'disclosures/2026/a.md', value: text }));
  return notices
    .filter(({ rule }) => /number$/.test(rule) && rule !== 'budget/not-a-number')
    .map(({ line, column, severity, rule }) => `${line}:${column} ${severity} ${rule}`);
}
const accepting = (...numbers: string[]) => `---\nacceptedNumbers: ${JSON.stringify(numbers)}\n---\n`;

test.each([
  ['a value', table.replace('青溪县水务局', IDENTITY), '6:7 error cell/identity-number'],
  ['a label', table.replace('项目类型', `项目类型${IDENTITY}`), '4:1 error cell/identity-number'],
  ['a line under the table', `${table}\n填表人身份证：${IDENTITY}\n`, null],
  ['a row of signatures', `${table}填表人\t\t张三${IDENTITY}\n`, null],
])('an identity number in %s is an error', (_name, text, expected) => {
  const found = numbersIn(text);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(expected ?? 'error cell/identity-number');
  // What is masked is what is reported.
  expect(maskedLines(text).map(String)).toEqual(found.map((notice) => notice.split(':')[0]));
});

test('a telephone number in a label is reported where it is masked', () => {
  expect(numbersIn(table.replace('项目类型', `项目类型${PHONE}`))).toEqual(['4:1 warning cell/phone-number']);
});

test('a number that the front matter accepts is a warning, and no other', () => {
  const text = table.replace('青溪县水务局', IDENTITY);
  expect(numbersIn(accepting('110101…0000') + text)).toEqual(['9:7 warning cell/accepted-number']);
  expect(numbersIn(accepting('110101…0001') + text)).toEqual(['9:7 error cell/identity-number']);
  const two = text.replace(IDENTITY, `${IDENTITY}、110101194910010001`);
  expect(numbersIn(accepting('110101…0000') + two)).toEqual([
    '9:7 warning cell/accepted-number',
    '9:7 error cell/identity-number',
  ]);
});

test('a number at the end of a cell is one, whatever the next cell holds', () => {
  expect(maskedLines(`联系电话\t${PHONE}\t元\n`)).toEqual([1]);
  expect(maskedLines(`联系电话\t${PHONE}\n元\n`)).toEqual([1]);
  expect(maskedLines(`金额\t${PHONE} 元\n`)).toEqual([]);
});

test('numbers of one cell are one error, at the beginning of its text', () => {
  const cell = `${IDENTITY}、110101194910010001`;
  expect(numbersIn(`甲\t   ${cell}\t乙\n`)).toEqual(['1:6 error cell/identity-number']);
  expect(numbersIn(`| 甲 |  ${cell} |\n| --- | --- |\n`)).toEqual(['1:8 error cell/identity-number']);
  expect(numbersIn(`甲 乙\t${IDENTITY}\t${IDENTITY}\n`)).toEqual([
    ...['1:5 error cell/identity-number', '1:24 error cell/identity-number'],
  ]);
});

test('front matter accepts no telephone numbers', () => {
  expect(numbersIn(`${accepting('139000…0001')}联系电话\t${PHONE}\n`)).toEqual([
    '4:6 warning cell/phone-number',
  ]);
});

test('each accepted number is named, once a cell', () => {
  const other = '110101194910010001';
  const text = `${accepting('110101…0000', '110101…0001')}甲\t${IDENTITY}、${other}、${IDENTITY}\n`;
  expect(numbersIn(text)).toEqual(['4:3 warning cell/accepted-number', '4:3 warning cell/accepted-number']);
});

test('a file that can not be decoded has no numbers', () => {
  const value = Buffer.concat([Buffer.from(IDENTITY), Buffer.from('ff', 'hex')]);
  const { notices } = readDisclosure(new VFile({ path: 'disclosures/2026/a.md', value }));
  expect(notices.map(({ rule }) => rule)).toEqual(['file/not-utf-8']);
});
