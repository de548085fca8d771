import { expect, test } from 'vitest';
import { findMarks } from '../../../src/search/find-marks.ts';
import { toWords } from '../../../src/search/fold.ts';
import { toHit } from '../../../src/search/to-hit.ts';
import { aRecord } from './a-record.ts';

test('shows the indicators that match, those with more of the words first', () => {
  const record = aRecord({
    name: '甲',
    indicators: [
      ['清淤', '3公里'],
      ['清淤长度', '95%'],
      ['质量', '合格'],
    ],
  });
  const hit = toHit(record, [['清淤'], ['95%']]);
  expect(hit.indicators.map(({ name }) => name.text)).toEqual(['清淤长度', '清淤']);
  expect(hit.indicators[0]?.url).toBe('/2026/x/甲/#清淤长度');
  expect(hit.excerpt).toBeNull();
});

test('knows whether the form has a column of targets of the year', () => {
  const record = aRecord({ name: '甲', indicators: [['清淤']] });
  expect(toHit(record, [['清淤']])).not.toHaveProperty('asksAnnual');
  expect(toHit({ ...record, asksAnnual: false }, [['清淤']]).asksAnnual).toBe(false);
});

test('shows the cell that matches where no name does, cut around the match', () => {
  const goal = `${'前'.repeat(40)}河道${'后'.repeat(90)}`;
  const { text = '', marks = [] } = toHit(aRecord({ name: '甲', goal }), [['河道']]).excerpt?.text ?? {};
  expect(text).toMatch(/^…前+河道后+…$/);
  expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual(['河道']);
});

test('a word that stands for several texts is found by each', () => {
  const record = aRecord({ name: '甲', indicators: [['党建'], ['当建'], ['河道']] });
  expect(toHit(record, [['党建', '当建']]).indicators).toHaveLength(2);
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

test('a hit says what tells its project apart, if anything does', () => {
  const record = aRecord({ name: '清淤' });
  expect(toHit(record, [['清淤']]).apart).toBeNull();
  expect(toHit({ ...record, apart: '二所' }, [['清淤']]).apart).toBe('二所');
});

test('a project is shown with what its record says of it', () => {
  const record = aRecord({ name: '河道清淤', yuan: '27700.00', indicators: [['清淤', '95%', '效益指标']] });
  const [own] = record.indicators;
  const targets = { period: '98%', annualReading: '≥95%', periodReading: '≥98%' };
  const indicators = own ? [{ ...own, ...targets }] : [];
  const none = { marks: [] };
  expect(toHit({ ...record, indicators }, [['清淤']])).toEqual({
    ...{ url: '/2026/x/河道清淤/', year: 2026, publisher: '青溪县水务局', yuan: '27700.00' },
    ...{
      answers: [],
      isResult: false,
      apart: null,
      excerpt: null,
      name: { text: '河道清淤', marks: [{ start: 2, end: 4 }] },
    },
    indicators: [
      {
        ...{ url: '/2026/x/河道清淤/#清淤', category: '效益指标' },
        ...{ annualReading: '≥95%', periodReading: '≥98%' },
        name: { text: '清淤', marks: [{ start: 0, end: 2 }] },
        ...{ annual: { text: '95%', ...none }, period: { text: '98%', ...none } },
      },
    ],
  });
  const plain = toHit(record, [['清淤']]).indicators[0];
  expect([plain?.annualReading, plain?.periodReading]).toEqual([null, null]);
});

test('of indicators with as many words those with one in the name come first, else the order of the table stays', () => {
  const record = aRecord({
    name: '甲',
    indicators: [
      ['一', '河岸'],
      ['二', '河岸'],
      ['河岸', '三'],
      ['河岸', '河堤'],
      ['四', '河岸河堤'],
      ['五', '无'],
    ],
  });
  const shown = (words: readonly string[][]) =>
    toHit(record, words).indicators.map(({ name, annual }) => `${name.text} ${annual.text}`);
  expect(shown([['河岸']])).toEqual(['河岸 三', '河岸 河堤', '一 河岸', '二 河岸', '四 河岸河堤']);
  expect(shown([['河岸'], ['河堤']])).toEqual(['河岸 河堤', '四 河岸河堤', '河岸 三', '一 河岸', '二 河岸']);
});

test('a part of a longer number counts only where numbers need not be whole', () => {
  const record = aRecord({ name: '18万', indicators: [['28万']], goal: '38万' });
  expect(toHit(record, [['8万']])).toMatchObject({ name: { marks: [] }, indicators: [], excerpt: null });
  const anywhere = toHit(record, [['8万']], true);
  expect([anywhere.name.marks, anywhere.indicators.length, anywhere.excerpt]).toEqual([
    ...[[{ start: 1, end: 3 }], 1],
    null,
  ]);
});

test('no other cell is shown where the name or an indicator matches', () => {
  const goal = '河道';
  expect(toHit(aRecord({ name: '河道', goal }), [['河道']]).excerpt).toBeNull();
  expect(toHit(aRecord({ name: '甲', indicators: [['河道']], goal }), [['河道']]).excerpt).toBeNull();
  expect(toHit(aRecord({ name: '甲', goal }), [['河道']]).excerpt).toEqual({
    label: '年度目标',
    text: { text: '河道', marks: [{ start: 0, end: 2 }] },
  });
});

test.each([
  [18, 58, '', ''],
  [19, 58, '…', ''],
  [18, 59, '', '…'],
])(
  'a match with %i characters before it and %i behind is cut with “%s” and “%s”',
  (before, behind, lead, trail) => {
    const goal = `${'前'.repeat(before)}河道${'后'.repeat(behind)}`;
    const { text = '', marks = [] } = toHit(aRecord({ name: '甲', goal }), [['河道']]).excerpt?.text ?? {};
    expect(text).toBe(`${lead}${'前'.repeat(18)}河道${'后'.repeat(58)}${trail}`);
    expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual(['河道']);
  },
);

test('of later matches those within the cut are marked', () => {
  const goal = `河道${'中'.repeat(56)}河道${'后'.repeat(9)}河道`;
  const { text = '', marks = [] } = toHit(aRecord({ name: '甲', goal }), [['河道']]).excerpt?.text ?? {};
  expect(text).toBe(`河道${'中'.repeat(56)}河道…`);
  expect(marks).toEqual([
    { start: 0, end: 2 },
    { start: 58, end: 60 },
  ]);
});

test('cells of the result that match lead to their rows', () => {
  const cells = [
    { label: '目标完成情况', text: '八月河道停工' },
    { label: '实际完成值', of: '清淤', anchor: 'qing-yu', text: '12次' },
    { label: '偏差原因', of: '清淤', anchor: 'qing-yu', text: '河道停工' },
  ];
  const record = { ...aRecord({ name: '甲' }), result: { url: '/2026/x/results/甲/', cells } };
  expect(toHit(record, [['停工']])).toMatchObject({
    ...{ url: '/2026/x/甲/', isResult: false, excerpt: null },
    answers: [
      {
        ...{ url: '/2026/x/results/甲/', label: '目标完成情况', of: null },
        text: { text: '八月河道停工', marks: [{ start: 4, end: 6 }] },
      },
      {
        ...{ url: '/2026/x/results/甲/#qing-yu', label: '偏差原因', of: '清淤' },
        text: { text: '河道停工', marks: [{ start: 2, end: 4 }] },
      },
    ],
  });
  expect(toHit({ ...record, url: '/2026/x/results/甲/' }, [['停工']]).isResult).toBe(true);
});
