import { expect, test } from 'vitest';
import { findMarks } from '../../src/search/find-marks.ts';
import { toWords } from '../../src/search/fold.ts';
import { rankHits } from '../../src/search/rank-hits.ts';
import type { SearchRecord } from '../../src/search/search-record.ts';

function record(
  name: string,
  yuan = '1.00',
  indicators: [name: string, annual: string][] = [],
  goal = '',
): SearchRecord {
  return {
    url: `/2026/x/${name}/`,
    year: 2026,
    publisher: '青溪县水务局',
    name,
    yuan,
    indicators: indicators.map(([indicator, annual]) => ({
      anchor: indicator,
      category: '产出指标',
      subcategory: '数量指标',
      name: indicator,
      annual,
      period: '',
      details: [],
    })),
    others: goal === '' ? [] : [{ label: '年度目标', text: goal }],
  };
}

test('ranks name, indicator, value, goal; equal ones by budget', () => {
  const records = [
    record('甲', '9.00', [], '修好河道'),
    record('乙', '9.00', [['长度', '河道三公里']]),
    record('丙', '9.00', [['河道长度', '3公里']]),
    record('青溪河道', '9.00'),
    record('河道清淤', '1.00'),
    record('河道清障', '2.00'),
    record('河道', '0.01'),
  ];
  expect(rankHits(records, ['河道']).map(({ name }) => name.text)).toEqual([
    '河道',
    '河道清障',
    '河道清淤',
    '青溪河道',
    '丙',
    '乙',
    '甲',
  ]);
});

test('shows the indicators that match, those with more of the words first', () => {
  const [hit] = rankHits(
    [
      record('甲', '1.00', [
        ['清淤', '3公里'],
        ['清淤长度', '95%'],
        ['质量', '合格'],
      ]),
    ],
    ['清淤', '95%'],
  );
  expect(hit?.indicators.map(({ name }) => name.text)).toEqual(['清淤长度', '清淤']);
  expect(hit?.indicators[0]?.url).toBe('/2026/x/甲/#清淤长度');
  expect(hit?.excerpt).toBeNull();
});

test('shows the cell that matches where no name does, cut around the match', () => {
  const goal = `${'前'.repeat(40)}河道${'后'.repeat(90)}`;
  const [hit] = rankHits([record('甲', '1.00', [], goal)], ['河道']);
  const { text = '', marks = [] } = hit?.excerpt?.text ?? {};
  expect(text).toMatch(/^…前+河道后+…$/);
  expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual(['河道']);
});

test.each([
  ['网民满意度> 95 ％', '满意度>95%', ['满意度> 95 ％']],
  ['满意度，满意', '满意', ['满意', '满意']],
  ['ＡＢＣ', 'b', ['Ｂ']],
  ['满意度', '满意 意度', ['满意度']],
  ['满意度', '不满', []],
])('in %s, %s is marked as one piece each', (original, query, expected) => {
  const marks = findMarks(original, toWords(query));
  expect(marks.map(({ start, end }) => original.slice(start, end))).toEqual(expected);
});
