/** What each rule says, and what it leaves unsaid, of tables that differ from a right one in a cell. */
import { describe, expect, test } from 'vitest';
import { readTable, type TableParts } from './read-table.ts';

const saidBy = (rule: string, parts: TableParts) =>
  readTable(parts).said.flatMap((each) =>
    each.includes(` result/${rule} `) ? [each.replace(` result/${rule}`, '')] : [],
  );

test('the right table has nothing to say', () => {
  expect(readTable().said).toEqual([]);
});

describe('the scores', () => {
  const rows = ['|产出指标|数量指标|清淤|3公里|3公里|50|45.5|', '|||修堤|1处|1处|40|40|'];
  const said = (total: string, more: TableParts = {}) =>
    saidBy('scores-differ', { rows, foot: [`总分||||||100|${total}`], ...more });

  test('differ from the total', () => {
    expect(said('95')).toEqual(['12:13 各项指标得分和资金得分合计 94.5 分，总分写 95，相差 0.5 分']);
    expect(said('86', { funds: [] })).toEqual(['10:13 各项指标得分合计 85.5 分，总分写 86，相差 0.5 分']);
  });

  test.each(['94.5', '85.5', '94.50分', '94.6', '94.35'])(
    'add up to %s, with the funds or without, within rounding',
    (total) => {
      expect(said(total)).toEqual([]);
    },
  );

  test('of whole numbers are exact', () => {
    expect(said('91', { rows: ['|产出指标|数量指标|清淤|3公里|3公里|90|81|'] })).toHaveLength(1);
  });

  test.each([
    ['a score is missing', { rows: [...rows, '|||建闸|1处|1处|10||'] }],
    ['a score is in words', { rows: [...rows, '|||建闸|1处|1处|10|优|'] }],
    ['the total is in words', { foot: ['总分||||||100|优'] }],
    ['the total has no score', { foot: ['总分||||||100|'] }],
    ['there is no total', { foot: [] }],
  ])('are not added up where %s', (_what, parts) => {
    expect(saidBy('scores-differ', { rows, foot: ['总分||||||100|12'], ...parts })).toEqual([]);
  });

  test('of the sources count where the total of the funds has none', () => {
    const funds = [
      '项目资金（万元）||年初预算数|全年执行数|得分',
      '|年度资金总额|3.00|2.70|—',
      '|其中：财政拨款|3.00|2.70|9',
    ];
    expect(said('94.5', { funds })).toEqual([]);
    expect(said('96', { funds })).toHaveLength(1);
  });
});

describe('the weights', () => {
  const said = (weight: string, parts: TableParts = {}) =>
    saidBy('weights-not-100', {
      rows: [`|产出指标|数量指标|清淤|3公里|3公里|${weight}|9|`],
      foot: [],
      ...parts,
    });

  test('are not 100', () => {
    expect(said('80')).toEqual(['1:4 各项指标和资金的分值合计 90 分，满分是 100 分，相差 10 分']);
    expect(said('80', { funds: [] })).toEqual(['1:4 各项指标的分值合计 80 分，满分是 100 分，相差 20 分']);
    expect(said('95%')).toHaveLength(1);
  });

  test.each(['90', '100', '90.0', '100%', '1'])('of %s are 100, with the funds or without', (weight) => {
    expect(said(weight)).toEqual([]);
  });

  test('are not added up where one is missing', () => {
    expect(said('')).toEqual([]);
  });
});

describe('the rate', () => {
  const said = (rate: string, spent = '2.70', budget = '3.00', initial = '9.00') =>
    saidBy('rate-differs', {
      funds: [
        '项目资金（万元）||年初预算数|全年预算数|全年执行数|执行率',
        `|年度资金总额|${initial}|${budget}|${spent}|${rate}`,
      ],
    });

  test('differs', () => {
    expect(said('95%')).toEqual(['6:24 执行率写 95%，执行数 2.70 除以预算数 3.00 是 90.00%']);
    expect(said('0.95')).toHaveLength(1);
    expect(said('89%')).toHaveLength(1);
    expect(said('90%', '2.7', '', '3.5')).toHaveLength(1);
    expect(said('0.9%')).toHaveLength(1);
  });

  test.each([
    ['90%', '2.70', '3.00'],
    ['90.00', '2.70', '3.00'],
    ['0.9', '2.70', '3.00'],
    ['90.2%', '2.70', '3.00'],
    ['33.33%', '1.00', '3.00'],
    ['33%', '1.00', '3.00'],
    ['0.33', '1.00', '3.00'],
    ['97%', '0.33', '0.34'],
    ['120%', '3.6', '3'],
    ['0', '0', '3.00'],
  ])('%s is %s of %s, within rounding', (rate, spent, budget) => {
    expect(said(rate, spent, budget)).toEqual([]);
  });

  test.each([
    ['没有', '2.70', '3.00', '9.00'],
    ['95%', '未统计', '3.00', '9.00'],
    ['95%', '2.70', '0', '9.00'],
    ['95%', '2.70', '', ''],
    ['', '2.70', '3.00', '9.00'],
  ])('%j is not compared with %j of %j', (...cells) => {
    expect(said(...cells)).toEqual([]);
  });

  test('is that of the first budget where there is no other, in sources too', () => {
    expect(said('30%', '2.70', '', '9.00')).toEqual([]);
    expect(
      saidBy('rate-differs', {
        funds: ['项目资金（万元）||全年预算数|全年执行数|执行率', '|其中：财政拨款|3.00|2.70|95%'],
      }),
    ).toHaveLength(1);
  });
});

describe('what was reached', () => {
  const row = (target: string, actual: string) => ({
    rows: [`|产出指标|数量指标|清淤|${target}|${actual}|90|90|`, '|||修堤|1处|1处|0|0|'],
  });

  test('is not written', () => {
    expect(saidBy('no-actual', row('≥3公里', ''))).toEqual([
      '10:12 “清淤”的指标值是 ≥3公里，实际完成值没有写',
    ]);
    expect(saidBy('no-actual', row('', ''))).toEqual([]);
    expect(saidBy('no-actual', { rows: ['|产出指标|数量指标|清淤|≥3公里||90|90|'] })).toEqual([]);
  });

  test('is in words', () => {
    expect(saidBy('words-only', row('≥3公里', '已完成'))).toEqual([
      '10:20 “清淤”的指标值是 ≥3公里，实际完成值写“已完成”，没有数字',
    ]);
  });

  test.each([
    ['良好', '良好'],
    ['≥3公里', '3公里'],
    ['≥3公里', '三公里'],
    ['≥95%', '100％'],
    ['≥3公里', ''],
  ])('%s and %s are of one kind', (target, actual) => {
    expect(saidBy('words-only', row(target, actual))).toEqual([]);
  });
});

describe('a score and what was reached', () => {
  const said = (target: string, actual: string, score: string, { weight = '90', kind = '质量指标' } = {}) =>
    saidBy('score-contradicts', { rows: [`|产出指标|${kind}|清淤|${target}|${actual}|${weight}|${score}|`] });

  test('are said as two figures', () => {
    expect(said('≥3公里', '2公里', '90')).toEqual([
      '10:27 “清淤”的指标值是 ≥3公里，实际完成值是 2公里；分值 90，得分 90',
    ]);
  });

  test.each([
    ['≥3公里', '2.99公里', '90'],
    ['>3公里', '3公里', '90'],
    ['≤3天', '4天', '90'],
    ['<3天', '3天', '90'],
    ['=3座', '2座', '90.0'],
    ['40~60个', '39个', '90'],
    ['40~60个', '61个', '90'],
    ['≥3万元', '20000元', '90'],
    ['≥3公里', '=3公里', '0'],
    ['>3公里', '4公里', '0'],
    ['≤3天', '3天', '0.00'],
    ['<3天', '2天', '0'],
    ['=3座', '3座', '0'],
    ['40~60个', '40个', '0'],
    ['40~60个', '60个', '0'],
  ])('%s, %s: %s are said', (target, actual, score) => {
    expect(said(target, actual, score)).toHaveLength(1);
  });

  test.each([
    ['≥3公里', '3公里', '90'],
    ['≥3公里', '2公里', '60'],
    ['≥3公里', '2公里', '0'],
    ['≥3公里', '2千米', '90'],
    ['≥3公里', '约2公里', '90'],
    ['≥3公里', '未完成', '90'],
    ['良好', '2公里', '90'],
    ['良好', '2', '90'],
    ['约3公里', '2公里', '90'],
    ['3公里', '2公里', '90'],
    ['40~60个', '39座', '90'],
    ['≥3公里', '1~2公里', '90'],
    ['', '2公里', '90'],
    ['≥3公里', '', '90'],
    ['≥3公里', '2公里', '优'],
    ['≥3公里', '2公里', ''],
  ])('%s, %s: %s are not', (target, actual, score) => {
    expect(said(target, actual, score)).toEqual([]);
  });

  test('of a bare number of things: more is better', () => {
    expect(said('3座', '2座', '90', { kind: '数量指标' })).toHaveLength(1);
    expect(said('3座', '4座', '0', { kind: '数量指标' })).toHaveLength(1);
    expect(said('3座', '4座', '90', { kind: '数量指标' })).toEqual([]);
  });

  test('are not compared without points to have', () => {
    expect(said('≥3公里', '2公里', '0', { weight: '0' })).toEqual([]);
    expect(said('≥3公里', '2公里', '90', { weight: '' })).toEqual([]);
  });
});
