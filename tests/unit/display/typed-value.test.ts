import { expect, test } from 'vitest';
import { typedValueOf, WRITINGS, writingOf } from '../../../src/display/typed-value.ts';
import { parseTarget } from '../../../src/record/parse-target.ts';

test.each([
  ['≥95%', '不低于', '%', '95'],
  ['95％以上', '不低于', '%', '95'],
  ['> 95%', '高于', '%', '95'],
  ['95%', '只写数', '%', '95'],
  ['=95%', '只写数', '%', '95'],
  ['<5天', '低于', '天', '5'],
  ['约300人次', '大约', '人次', '300'],
  ['≤2次', '不高于', '次', '2'],
  ['1.2万元', '只写数', '元', '12000'],
  ['12000元', '只写数', '元', '12000'],
  ['3千元', '只写数', '元', '3000'],
  ['3百万元', '只写数', '元', '3000000'],
  ['0.5亿立方米', '只写数', '立方米', '50000000'],
  ['8.33705万平方米', '只写数', '平方米', '83370.5'],
  ['20千克', '只写数', '千克', '20'],
  ['2~3万人次', '范围', '人次', '20000'],
  ['0', '只写数', '', '0'],
])('%s is %s, in %s', (text, label, unit, value) => {
  const target = parseTarget(text);
  expect(WRITINGS[writingOf(target)].label).toBe(label);
  expect(typedValueOf(target)).toEqual({ unit, value });
});

test('words have no figure, and a row may have no target', () => {
  expect([writingOf(parseTarget('基本满意')), typedValueOf(parseTarget('基本满意'))]).toEqual([
    'words',
    null,
  ]);
  expect([writingOf(null), typedValueOf(null)]).toEqual(['none', null]);
});

test.each([
  ['千米', '千米', '5'],
  ['百万吨', '百万吨', '5'],
  ['每万元', '每万元', '5'],
  ['万', '', '50000'],
  [null, '', '5'],
])('5 of the unit %j is counted in %j', (unit, counted, value) => {
  const target = { text: '5', comparator: null, value: '5', upper: null, unit };
  expect(typedValueOf(target)).toEqual({ unit: counted, value });
});

test('what has no figure has no signs', () => {
  expect([WRITINGS.words.signs, WRITINGS.none.signs]).toEqual(['', '']);
});
