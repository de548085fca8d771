import { expect, test } from 'vitest';
import { z } from 'zod';
import { checkFields } from '../../../src/content/check-fields.ts';

const schema = z.strictObject({
  name: z.string().describe('名称'),
  order: z.number().optional(),
});
const problemsOf = (text: string, yaml?: 'json') =>
  checkFields(text, schema, yaml).problems.map(
    ({ kind, line, column, message }) => `${line}:${column} ${kind} ${message}`,
  );

test('fields that fit are the value', () => {
  expect(checkFields('name: 甲\norder: 2\n', schema)).toEqual({
    value: { name: '甲', order: 2 },
    problems: [],
  });
});

test.each([
  ['name: 甲\nname: 乙\n', ['2:1 syntax 这一项写了两次']],
  ['name: "甲\n', [expect.stringMatching(/^\d:\d+ syntax 这里写得不对/)]],
  [
    'name: 甲\n别: 1\norder: 2\n其: 3',
    [
      '2:1 unknown-field 没有 别 这一项；可用的有 name、order',
      '4:1 unknown-field 没有 其 这一项；可用的有 name、order',
    ],
  ],
  ['order: 2\n  \nname:  7', ['3:8 wrong-field name 写得不对，应为名称']],
  ['order: 2', ['1:1 wrong-field 缺 name 这一项，应为名称']],
  ['name: 甲\norder: 乙', ['2:8 wrong-field order 写得不对，应为文字']],
  ['', ['1:1 wrong-field 缺 name 这一项，应为名称']],
  ['- 甲', ['1:1 wrong-field 应写成“项: 值”的形式']],
])('%j has problems at their places', (text, problems) => {
  expect(problemsOf(text)).toEqual(problems);
});

test('JSON is no more than JSON', () => {
  expect(problemsOf('{ "name": 甲 }', 'json')).toEqual([expect.stringContaining('1:11 ')]);
  expect(problemsOf('{ "name": 甲 }')).toEqual([]);
});

test('aliases that multiply are refused at the first', () => {
  const lists = Array.from({ length: 9 }, (_, at) => `a${at}: &a${at} [${`*a${at - 1}, `.repeat(9)}1]`);
  const text = `name: 甲\nz: &a 1\n${lists.join('\n').replaceAll('*a-1', '*a')}`;
  expect(problemsOf(text)).toEqual([expect.stringMatching(/^3:10 syntax /)]);
});
