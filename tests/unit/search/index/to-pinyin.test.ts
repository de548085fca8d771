import { expect, test } from 'vitest';
import { toPinyin } from '../../../../src/search/index/to-pinyin.ts';

test('each Chinese character has its readings once, without tones', () => {
  const pinyin = toPinyin(['银行', '行道树a1，', '好']);
  expect(Object.keys(pinyin)).toEqual(['好', '树', '行', '道', '银']);
  expect(pinyin).toMatchObject({ 好: ['hao'], 树: ['shu'], 银: ['yin'] });
  expect(pinyin['行']).toEqual(expect.arrayContaining(['xing', 'hang']));
  expect(new Set(pinyin['行']).size).toBe(pinyin['行']?.length);
});

test('ü is typed as v and as u', () => {
  expect(toPinyin(['绿'])['绿']).toEqual(expect.arrayContaining(['lv', 'lu']));
  expect(toPinyin(['女'])).toEqual({ 女: expect.arrayContaining(['nv', 'nu']) as unknown });
});

test('texts without Chinese characters have no readings', () => {
  expect(toPinyin(['APP 2.0', '', '、'])).toEqual({});
});
