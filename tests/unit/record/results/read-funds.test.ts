import { describe, expect, test } from 'vitest';
import { readTable, saidOf } from './read-table.ts';

const HEADER = '项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分';
const TOTAL = '|年度资金总额|3.00|3.00|2.70|10|90%|9';
const fundsOf = (funds: string[]) => readTable({ funds }).result?.funds;
const textsOf = (funds: string[]) => {
  const { total, sources } = fundsOf(funds) ?? { total: null, sources: [] };
  return [total, ...sources].map(
    (row) => row && [row.label, row.initial?.text, row.revised?.text, row.spent?.text, row.score?.text],
  );
};

describe('the unit of a sum', () => {
  test.each([
    ['of its cell', [HEADER, '|年度资金总额|3.00元|3.00|2.70|10|90%|9'], '3.00'],
    [
      'of its column',
      ['项目资金（万元）||年初预算数（元）|全年预算数|全年执行数', '|年度资金总额|3.00|3.00|2.70'],
      '3.00',
    ],
    [
      'of its row',
      ['项目资金||年初预算数|全年预算数|全年执行数', '|年度资金总额（元）|3.00|3.00|2.70'],
      '3.00',
    ],
    ['of the group', [HEADER, TOTAL], '30000.00'],
    [
      'in a cell of its own',
      ['单位：万元|', '项目资金||年初预算数|全年执行数', '|年度资金总额|3.00|2.70'],
      '30000.00',
    ],
  ])('is that %s', (_where, funds, yuan) => {
    expect(fundsOf(funds)?.total?.initial).toMatchObject({ yuan });
  });

  test('is missing, which is said of each sum', () => {
    const funds = ['项目资金||年初预算数|全年执行数', '|年度资金总额|3.00|—'];
    expect(readTable({ funds })).toMatchObject({
      result: {
        funds: { total: { initial: { text: '3.00', yuan: null }, spent: { text: '—', yuan: null } } },
      },
      said: expect.arrayContaining([
        '6:9 result/no-unit 金额“3.00”没有单位，照原文列出，不作计算；应在“项目资金”后写明（元）或（万元）',
      ]) as string[],
    });
  });
});

test('a sum in words is kept, and said', () => {
  const { result, said } = readTable({ funds: [HEADER, '|年度资金总额|3.00|3.00|未统计|10|/|9'] });
  expect(result?.funds.total).toMatchObject({
    spent: { text: '未统计', yuan: null },
    rate: { text: '/', value: null },
  });
  expect(said).toEqual(['6:19 result/not-an-amount “未统计”不是金额，照原文列出，不作计算']);
});

test('a blank row of the form is left out, one of the office’s own is kept', () => {
  const funds = [HEADER, TOTAL, '|其中：财政拨款||||||', '|东西部协作||||||'];
  expect(textsOf(funds)).toEqual([['年度资金总额', '3.00', '3.00', '2.70', '9']]);
  expect(readTable({ funds }).result?.otherFields).toMatchObject([{ label: '东西部协作', value: '' }]);
});

test('a row without a label is the total where it is alone, else a source', () => {
  expect(textsOf([HEADER, '||3.00|3.00|2.70|10|90%|9'])).toEqual([['', '3.00', '3.00', '2.70', '9']]);
  expect(textsOf([HEADER, TOTAL, '||1.00|1.00|1.00|||'])).toEqual([
    ['年度资金总额', '3.00', '3.00', '2.70', '9'],
    ['', '1.00', '1.00', '1.00', undefined],
  ]);
});

test('a source alone is no total', () => {
  expect(textsOf([HEADER, '|其中：财政拨款|3.00|3.00|2.70|10|90%|9'])).toEqual([
    null,
    ['其中：财政拨款', '3.00', '3.00', '2.70', '9'],
  ]);
});

test('其中 in a cell of its own goes before its label', () => {
  const funds = [
    '项目资金（万元）|||年初预算数|全年执行数',
    '|年度资金总额||3.00|2.70',
    '|其中：|财政拨款|3.00|2.70',
  ];
  expect(fundsOf(funds)?.sources).toMatchObject([{ label: '其中： 财政拨款' }]);
});

test('columns that have no field are details', () => {
  const funds = [`${HEADER}|备注|执行率`, `${TOTAL}|已核对|0.9`];
  expect(fundsOf(funds)?.total).toMatchObject({
    rate: { text: '90%' },
    details: [
      { label: '备注', value: '已核对' },
      { label: '执行率', value: '0.9' },
    ],
  });
});

test('a header that a page says again, and the label of the group, are no rows', () => {
  const funds = [HEADER, `项目资金（万元）${TOTAL}`, HEADER, '项目资金（万元）|其他资金|0|0|0|||'];
  expect(textsOf(funds).map((row) => row?.[0])).toEqual(['年度资金总额', '其他资金']);
  expect(saidOf({ funds })).toEqual([]);
});

test('a group label that no form has is named', () => {
  const funds = [HEADER.replace('项目资金（万元）', '钱款（万元）'), TOTAL];
  expect(readTable({ funds })).toMatchObject({
    result: { funds: { total: { label: '年度资金总额', initial: { yuan: '30000.00' } } } },
    said: ['5:1 result/unread-cells 没读懂这一行的这些格，自评结果里没有它们：“钱款（万元）”'],
  });
});

test('a header in two rows, each blank where the other has words', () => {
  const funds = [
    '预算执行情况（万元）||预算数||执行数|执行率',
    '||年初|调整后||',
    '|总额|3.00|2.80|2.70|96.43%',
  ];
  expect(textsOf(funds)).toEqual([['总额', '3.00', '2.80', '2.70', undefined]]);
  expect(textsOf([...funds, '||年初|调整后||', '|其他资金|0|0|0|'])[1]?.[0]).toBe('其他资金');
});

test('a word that is in a header said again, and in neither the form nor the first header, is named', () => {
  const again = HEADER.replace('分值', '三千甲');
  expect(readTable({ funds: [HEADER, TOTAL, again, '|其他资金|0|0|0|||'] }).said).toEqual([
    expect.stringContaining('result/unread-cells 没读懂这一行的这些格，自评结果里没有它们：“三千甲”'),
  ]);
  // A column of the office's own is a label wherever it is said.
  const own = HEADER.replace('分值', '三千甲');
  const funds = [own, TOTAL, own, '|其他资金|0|0|0|||'];
  expect(readTable({ funds }).said.filter((each) => each.includes('三千甲'))).toEqual([]);
});

test('年度预算数 is a group where both budgets are right of it, else a column', () => {
  expect(
    textsOf(['预算执行情况|年度预算数（万元）|年初预算|调整后预算数|预算执行数', '|总额|3.00|2.80|2.70']),
  ).toEqual([['总额', '3.00', '2.80', '2.70', undefined]]);
  expect(textsOf(['预算执行情况（万元）||年度预算数|预算执行数', '|总额|2.80|2.70'])).toEqual([
    ['总额', undefined, '2.80', '2.70', undefined],
  ]);
});

describe('rows whose cells are not under the header', () => {
  test('are moved where they are as many as columns', () => {
    const funds = [HEADER, '年度资金总额|3.00|3.00|2.70|10|90%|9'];
    expect(textsOf(funds)).toEqual([['年度资金总额', '3.00', '3.00', '2.70', '9']]);
    expect(readTable({ funds }).said).toEqual([
      '6:8 table/shifted-row 这一行不在表头的列下，已按列对齐，文字未改',
    ]);
  });

  test('are named where they are not', () => {
    expect(readTable({ funds: [HEADER, '|年度资金总额|3.00|3.00|2.70|10|90%|9|超出'] })).toMatchObject({
      result: { funds: { total: null, sources: [] } },
      said: [
        '6:2 result/unread-cells 没读懂这一行的这些格，自评结果里没有它们：“年度资金总额”、“3.00”、“3.00”、“2.70”、“10”、“90%”、“9”、“超出”',
      ],
    });
  });
});

describe('funds a row too low', () => {
  const LOW = [
    HEADER,
    '|年度资金总额',
    '|其中：财政拨款|3.00|3.00|2.70|10|90%|9',
    '|其他资金|2.00|2.00|1.70|—|85%|—',
    '||1.00|1.00|1.00|—|100%|—',
  ];

  test('are moved up where the last row has no label, and the points show it', () => {
    expect(textsOf(LOW)).toEqual([
      ['年度资金总额', '3.00', '3.00', '2.70', '9'],
      ['其中：财政拨款', '2.00', '2.00', '1.70', '—'],
      ['其他资金', '1.00', '1.00', '1.00', '—'],
    ]);
    expect(saidOf({ funds: LOW })).toEqual(['7:2 table/shifted-row']);
  });

  test.each([
    ['the points are not in the first of them', LOW.with(2, '|其中：财政拨款|3.00|3.00|2.70|—|90%|—')],
    ['the last row has a label', LOW.with(4, '|自筹资金|1.00|1.00|1.00|—|100%|—')],
    ['a row between has no label', LOW.with(3, '||2.00|2.00|1.70|—|85%|—')],
    ['the total is not blank', LOW.with(1, '|年度资金总额|9.00|9.00|8.10|10|90%|9')],
    ['the first row is no total', LOW.with(1, '|上级资金')],
  ])('stay where %s', (_what, funds) => {
    expect(textsOf(funds).map((row) => row?.[1])).not.toEqual(['3.00', '2.00', '1.00']);
    expect(saidOf({ funds })).not.toContain('7:2 table/shifted-row');
  });

  test('are those of a blank label above figures without one', () => {
    const funds = [HEADER, '|年度资金总额', '||3.00|3.00|2.70|10|90%|9', '|其他资金', '||1.00|1.00|1.00|||'];
    expect(textsOf(funds)).toEqual([
      ['年度资金总额', '3.00', '3.00', '2.70', '9'],
      ['其他资金', '1.00', '1.00', '1.00', undefined],
    ]);
    expect(saidOf({ funds })).toEqual(['7:3 table/shifted-row', '9:3 table/shifted-row']);
  });

  test('are those of a label in the row of the header', () => {
    const funds = [HEADER.replace('||', '|年度资金总额|'), '||3.00|3.00|2.70|10|90%|9'];
    expect(textsOf(funds)).toEqual([['年度资金总额', '3.00', '3.00', '2.70', '9']]);
  });

  test('with points below a blank total are said', () => {
    const funds = [HEADER, '|年度资金总额', '|其中：财政拨款|3.00|3.00|2.70|10|90%|9'];
    expect(readTable({ funds }).said).toEqual([
      '7:2 result/total-blank “年度资金总额”这一行是空的，分值和得分写在“其中：财政拨款”这一行，照原文列出',
    ]);
    expect(saidOf({ funds: [HEADER, '|年度资金总额', '|其中：财政拨款|3.00|3.00|2.70'] })).not.toContain(
      '7:2 result/total-blank',
    );
  });
});

test('rows end where a field, a goal or words begin', () => {
  const { result, said } = readTable({
    funds: [HEADER, TOTAL, '资金管理情况||按办法管理', '|说明|无', '联系人||周遥'],
  });
  expect(said).toEqual([]);
  expect(result?.otherFields.map(({ label, value }) => [label, value])).toEqual([
    ['资金管理情况', '按办法管理'],
    ['说明', '无'],
    ['联系人', '周遥'],
  ]);
});

test('a row of labels alone has its line', () => {
  const funds = fundsOf([HEADER, TOTAL, '本级|财政拨款||||||']);
  expect(funds?.sources).toMatchObject([{ label: '本级 财政拨款', initial: null }]);
  expect(funds?.sources[0]?.line).toBe((funds?.total?.line ?? 0) + 1);
});
