import { describe, expect, test } from 'vitest';
import type { ParsedIndicator } from '../../../src/record/disclosure-schema.ts';
import { fingerprintOf, formatFingerprint } from '../../../src/identity/row-fingerprint.ts';
import { settleAnchors } from '../../../src/identity/settle-anchors.ts';

function indicator(name: string, subcategory = '数量指标'): ParsedIndicator {
  return {
    category: '产出指标',
    subcategory,
    name,
    periodTarget: null,
    annualTarget: null,
    details: [],
    line: 1,
  };
}

test('each row has an anchor, and a list of former ones', () => {
  const rows = [indicator('参训率'), indicator('出勤率')];
  expect(settleAnchors(rows, { rows: {}, former: new Map() })).toStrictEqual([
    { ...rows[0], anchor: 'can-xun-lv', formerAnchors: [] },
    { ...rows[1], anchor: 'chu-qin-lv', formerAnchors: [] },
  ]);
  const former = new Map([['can-xun-lv', ['can-xun-bi-li']]]);
  expect(settleAnchors(rows, { rows: {}, former })).toStrictEqual([
    { ...rows[0], anchor: 'can-xun-lv', formerAnchors: ['can-xun-bi-li'] },
    { ...rows[1], anchor: 'chu-qin-lv', formerAnchors: [] },
  ]);
});

test('a former anchor leads to one row only', () => {
  const former = new Map([
    ['can-xun-lv', ['pei-xun-lv']],
    ['chu-qin-lv', ['pei-xun-lv', 'dao-hui-lv']],
  ]);
  const settled = settleAnchors([indicator('参训率'), indicator('出勤率')], { rows: {}, former });
  expect(settled.map(({ formerAnchors }) => formerAnchors)).toEqual([['pei-xun-lv'], ['dao-hui-lv']]);
});

describe('where a row could be one of several', () => {
  test('the order of the record makes no difference', () => {
    const entries = ['数量指标', '时效指标', '质量指标'].map((subcategory, index): [string, string] => [
      `fei-yong-${index}`,
      formatFingerprint(fingerprintOf(indicator('费用', subcategory))),
    ]);
    const [first, second, third] = entries;
    if (!first || !second || !third) throw new Error('no entries');
    const orders = [
      [first, second, third],
      [third, second, first],
      [second, third, first],
    ];
    for (const order of orders) {
      const recorded = { rows: Object.fromEntries(order), former: new Map() };
      const settled = settleAnchors([indicator('费用', '成本指标')], recorded);
      expect(settled.map(({ anchor }) => anchor)).toEqual(['fei-yong-0']);
    }
  });

  test('the same one keeps the anchor in each edition', () => {
    const rows = ['质量指标', '时效指标', '成本指标', '社会效益'].map((word) => indicator('费用', word));
    const recorded = {
      rows: { 'fei-yong-zong-e': formatFingerprint(fingerprintOf(indicator('费用', '数量指标'))) },
      former: new Map(),
    };
    const keeperOf = (order: ParsedIndicator[]) =>
      settleAnchors(order, recorded).find(({ anchor }) => anchor === 'fei-yong-zong-e')?.subcategory;
    expect([keeperOf(rows), keeperOf([...rows].reverse())]).toEqual(['社会效益', '社会效益']);
  });
});
