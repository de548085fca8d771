import { LineCounter } from 'yaml';
import { expect, test } from 'vitest';
import { readYaml } from '../../../src/content/read-yaml.ts';

const read = (text: string, schema?: 'core' | 'json') => {
  const { document: _, ...rest } = { document: null, ...readYaml(text, new LineCounter(), schema) };
  return rest;
};

test.each([
  ['name: 甲\nyear: 2026', { name: '甲', year: 2026 }],
  ['', {}],
  ['# 没有内容', {}],
])('the values of %j', (text, values) => {
  expect(read(text)).toEqual({ values });
});

test('JSON has no words without quotes, YAML has', () => {
  expect(read('{"name": 甲}')).toEqual({ values: { name: '甲' } });
  expect(read('{"name": 甲}', 'json')).toMatchObject({ offset: 9 });
});

test.each([
  ['a key that is there twice', 'name: 甲\n', 'name: 乙', 'DUPLICATE_KEY'],
  ['a bracket without its end', 'name: [甲', '', 'BAD_INDENT'],
])('%s is where the text stops being YAML', (_, before, after, code) => {
  expect(read(before + after)).toEqual({ offset: before.length, code });
});

test('an alias that leads nowhere is found at its place, and has no code', () => {
  const text = 'name: 甲\nurl: *nothing\nicp: *nothing';
  expect(read(text)).toEqual({ offset: text.indexOf('*') });
});

test('aliases that would become gigabytes are not followed', () => {
  const levels = Array.from({ length: 9 }, (_, level) => {
    const items = level === 0 ? '甲' : `*a${level - 1}`;
    return `a${level}: &a${level} [${Array.from({ length: 9 }, () => items).join(', ')}]`;
  });
  const text = levels.join('\n');
  expect(read(text)).toEqual({ offset: text.indexOf('*') });
});
