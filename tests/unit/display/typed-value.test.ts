import { expect, test } from 'vitest';
import { typedValueOf, WRITINGS, writingOf } from '../../../src/display/typed-value.ts';
import { parseTarget } from '../../../src/record/parse-target.ts';

test.each([
  ['≥95%', '不低于', '%', '95'],
  ['95％以上', '不低于', '%', '95'],
  ['> 95%', '高于', '%', '95'],
  ['95%', '只写数', '%', '95'],
  ['约300人次', '大约', '人次', '300'],
  ['≤2次', '不高于', '次', '2'],
  ['1.2万元', '只写数', '元', '12000'],
  ['12000元', '只写数', '元', '12000'],
  ['3千元', '只写数', '元', '3000'],
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
