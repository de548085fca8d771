import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ParsedIndicator } from '../../../src/record/disclosure-schema.ts';
import { indicatorAnchors } from '../../../src/identity/indicator-anchors.ts';
import { fingerprintOf, formatFingerprint } from '../../../src/identity/row-fingerprint.ts';
import { settleAnchors } from '../../../src/identity/settle-anchors.ts';
import { toSlug } from '../../../src/identity/to-slug.ts';

interface Cells {
  name: string;
  category: string;
  subcategory: string;
  target: string;
}
type Recorded = Record<string, string>;

function indicator({ name, category, subcategory, target }: Cells, line = 1): ParsedIndicator {
  const annualTarget = { text: target, comparator: null, value: null, upper: null, unit: null };
  return { category, subcategory, name, periodTarget: null, annualTarget, details: [], line };
}
const keyOf = (row: ParsedIndicator) => formatFingerprint(fingerprintOf(row));
const named = (...names: string[]) =>
  names.map((name) => indicator({ name, category: '产出指标', subcategory: '数量指标', target: '1' }));
/** The anchors of some rows after what is on record. */
const anchorsOf = (rows: readonly ParsedIndicator[], recorded: Recorded = {}) =>
  settleAnchors(rows, { rows: recorded, former: new Map() }).map(({ anchor }) => anchor);
/** What the record holds after some rows were published. */
function publish(rows: readonly ParsedIndicator[], recorded: Recorded): Recorded {
  const anchors = anchorsOf(rows, recorded);
  return {
    ...recorded,
    ...Object.fromEntries(rows.map((row, index) => [anchors[index] ?? '', keyOf(row)])),
  };
}

describe('without a record', () => {
  test('a row is called by the pinyin of its name', () => {
    expect(indicatorAnchors(named('费用总额', '参训率'))).toEqual(['fei-yong-zong-e', 'can-xun-lv']);
  });

  test.each([[['费用总额', '费用总额']], [['事实', '实施']], [['Goals']], [['l130']], [['source']]])(
    '%j get a part of their fingerprints',
    (names) => {
      const anchors = indicatorAnchors(named(...names));
      expect(new Set(anchors).size).toBe(names.length);
      for (const [index, name] of names.entries())
        expect(anchors[index]).toMatch(new RegExp(`^${toSlug(name)}-[\\da-f]{6}$`));
    },
  );

  test('rows that are the same in all their cells get an anchor each', () => {
    const anchors = indicatorAnchors(named('费用总额', '费用总额', '费用总额', '费用总额'));
    expect(new Set(anchors).size).toBe(4);
    expect(anchors.map((anchor) => anchor.replace(/-[\da-f]{6}/, '-…')).sort()).toEqual([
      'fei-yong-zong-e-…',
      'fei-yong-zong-e-…',
      'fei-yong-zong-e-…-2',
      'fei-yong-zong-e-…-3',
    ]);
  });

  test('a row may be called by a name that only ends like the id of a line', () => {
    expect(indicatorAnchors(named('level3'))).toEqual(['level3']);
  });

  test('the anchors of rows of one name are the same in each edition', () => {
    const [row] = named('费用总额');
    const rows = ['1', '2', '3'].map((text) => ({
      ...(row as ParsedIndicator),
      details: [{ label: '备注', value: text }],
    }));
    expect(indicatorAnchors(rows)).toEqual([
      'fei-yong-zong-e-cec2b9',
      'fei-yong-zong-e-f83f49',
      'fei-yong-zong-e-ccc3e1',
    ]);
  });

  test('a row gets no anchor that another was given, or that another’s name gives', () => {
    const [settled, other] = named('出勤率', '参训率');
    const kept = new Map([[0, 'can-xun-lv']]);
    const anchors = indicatorAnchors([settled as ParsedIndicator, other as ParsedIndicator], kept);
    expect(anchors[0]).toBe('can-xun-lv');
    expect(anchors[1]).toMatch(/^can-xun-lv-[\da-f]{6}$/);

    const alike = named('费用总额', '费用总额');
    const [first] = indicatorAnchors(alike);
    const clash = named((first ?? '').replaceAll('fei-yong-zong-e', '费用总额'));
    expect(indicatorAnchors(clash)).toEqual([first]);
    const all = indicatorAnchors([...alike, ...clash]);
    expect(all[2]).toBe(first);
    expect(new Set(all).size).toBe(3);
  });

  test('a telephone number in a name is in no anchor', () => {
    expect(indicatorAnchors(named('热线13800138000接通率')).join()).not.toMatch(/\d{4}/);
  });
});

const cells = fc.record({
  // Many of these are the same, or sound alike; some are parts of a page, or nothing that pinyin knows.
  name: fc.oneof(
    fc.constantFrom(
      '费用总额',
      '事实',
      '实施',
      '时事',
      'goals',
      'Goals',
      'l130',
      '——',
      '…',
      '𠮷野',
      '参训率',
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  ),
  category: fc.constantFrom('产出指标', '效益指标', ''),
  subcategory: fc.constantFrom('数量指标', '质量指标'),
  target: fc.constantFrom('1', '2', '约3人次'),
});
const tables = fc.uniqueArray(cells, {
  minLength: 1,
  maxLength: 12,
  selector: (row) => JSON.stringify(row),
});

test('any rows get valid anchors that none shares, in any order, recorded or not', () => {
  fc.assert(
    fc.property(tables, fc.infiniteStream(fc.nat()), tables, (given, random, before) => {
      const recorded = publish(
        before.map((row) => indicator(row)),
        {},
      );
      const shuffled = given
        .map((row) => ({ row, key: Number(random.next().value) }))
        .sort((a, b) => a.key - b.key)
        .map(({ row }) => row);
      for (const record of [{}, recorded]) {
        const anchors = anchorsOf(given.map(indicator), record);
        expect(new Set(anchors).size).toBe(given.length);
        for (const anchor of anchors) {
          expect(anchor).toMatch(/^[\da-z]+(?:-[\da-z]+)*$/);
          expect(anchor).not.toMatch(/^(?:goals|source|l\d+)$/);
        }
        const again = anchorsOf(shuffled.map(indicator), record);
        expect(given.map((row) => again[shuffled.indexOf(row)])).toEqual(anchors);
      }
    }),
  );
});

test('adding, removing and reordering other rows never changes the link of a row that was published', () => {
  fc.assert(
    fc.property(fc.array(tables, { minLength: 2, maxLength: 6 }), (publications) => {
      let recorded: Recorded = {};
      const links = new Map<string, string>();
      for (const rows of publications.map((table) => table.map(indicator))) {
        const anchors = anchorsOf(rows, recorded);
        expect(new Set(anchors).size).toBe(rows.length);
        const next = publish(rows, recorded);
        // A row that stood in the publication before stands there still.
        for (const [index, row] of rows.entries()) {
          const link = links.get(keyOf(row));
          if (link !== undefined) expect(anchors[index]).toBe(link);
        }
        links.clear();
        for (const [index, row] of rows.entries()) links.set(keyOf(row), anchors[index] ?? '');
        recorded = next;
      }
    }),
  );
});

test('rows of other names never change the link of a row, recorded or not', () => {
  fc.assert(
    fc.property(cells, tables, (row, others) => {
      const unlike = others.filter(({ name }) => !toSlug(row.name).startsWith(toSlug(name)));
      const rows = [...unlike, row].map(indicator);
      expect(indicatorAnchors(rows).at(-1)).toBe(indicatorAnchors([indicator(row)])[0]);
    }),
  );
});

describe('a recorded row keeps its link', () => {
  const cost = { name: '费用总额', category: '成本指标', subcategory: '经济成本指标', target: '1' };
  const recorded = publish([indicator(cost)], {});
  const link = 'fei-yong-zong-e';

  test.each([
    ['its target is corrected', [{ ...cost, target: '2' }]],
    ['its category is corrected', [{ ...cost, category: '产出指标' }]],
    ['another of its name comes', [cost, { ...cost, subcategory: '社会成本指标' }]],
    ['another of its name comes before it', [cost, { ...cost, category: '' }]],
    ['it stands twice, with another target', [cost, { ...cost, target: '2' }]],
    ['another comes that sounds alike', [cost, { ...cost, name: '废用总额' }]],
  ])('when %s', (_, rows) => {
    const [first, ...others] = anchorsOf(rows.map(indicator), recorded);
    expect(first).toBe(link);
    expect(others).not.toContain(link);
    const reversed = anchorsOf(rows.map(indicator).reverse(), recorded);
    expect(reversed.at(-1)).toBe(link);
  });

  test('and no other name gets it when it is gone', () => {
    expect(anchorsOf(named('废用总额'), recorded)[0]).toMatch(/^fei-yong-zong-e-[\da-f]{6}$/);
  });

  test('where pinyin is made differently', () => {
    const row = indicator(cost);
    expect(anchorsOf([row], { 'another-pinyin': keyOf(row) })).toEqual(['another-pinyin']);
  });
});

test('former anchors stand beside a row, unless another row has them now', () => {
  const rows = named('参训率', '出勤率');
  const settled = settleAnchors(rows, {
    rows: {},
    former: new Map([['can-xun-lv', ['can-xun-bi-li', 'chu-qin-lv']]]),
  });
  expect(settled.map(({ formerAnchors }) => formerAnchors)).toEqual([['can-xun-bi-li'], []]);
});

test('two rows that differ in a column of the office’s own are told apart by it', () => {
  const [row] = named('费用总额');
  const [weighed, other] = ['20', '30'].map((value) =>
    keyOf({ ...(row as ParsedIndicator), details: [{ label: '权重', value }] }),
  );
  expect(weighed?.slice(0, 12)).toBe(other?.slice(0, 12));
  expect(weighed).not.toBe(other);
});

test('a row without targets is told apart by its other cells', () => {
  const [row] = named('费用总额');
  const bare = { ...(row as ParsedIndicator), annualTarget: null };
  expect(keyOf(bare)).toMatch(/^[\da-f]{18}$/);
  expect(keyOf(bare)).not.toBe(keyOf(row as ParsedIndicator));
  expect(keyOf({ ...bare, periodTarget: (row as ParsedIndicator).annualTarget })).not.toBe(
    keyOf(row as ParsedIndicator),
  );
});
