import { describe, expect, test } from 'vitest';
import { readTable, saidOf } from './read-table.ts';

const readHead = (...head: string[]) => readTable({ head: ['项目名称|河道清淤', ...head] }).result;
const othersOf = (...head: string[]) =>
  readHead(...head)?.otherFields.map(({ label, value, line }) => [label, value, line]);

describe('the fields', () => {
  test('have their values and lines', () => {
    expect(readHead('主管部门|水务局|实施单位|河道所', '项目编码|0071')).toMatchObject({
      name: '河道清淤',
      department: '水务局',
      spendingUnit: '河道所',
      code: '0071',
      otherFields: [],
      source: { lines: { name: 3, department: 4, spendingUnit: 4, code: 5 } },
    });
    expect(readHead()).toMatchObject({
      department: null,
      spendingUnit: null,
      code: null,
      source: { lines: { department: null, spendingUnit: null, code: null } },
    });
  });

  test('have the value of the form’s first word, and keep the others under their labels', () => {
    expect(readHead('用款单位|甲站', '实施单位|乙所')).toMatchObject({
      spendingUnit: '乙所',
      otherFields: [{ label: '用款单位', value: '甲站' }],
    });
    expect(readHead('主管部门|甲局', '主管部门|乙局')).toMatchObject({
      department: '甲局',
      otherFields: [{ label: '主管部门', value: '乙局' }],
    });
    expect(readHead('实施单位|', '用款单位|甲站')?.spendingUnit).toBe('甲站');
  });

  test('are in lines above the table too, behind those in it', () => {
    const titled = (head: string[]) =>
      readTable({ title: '项目支出绩效自评表\n\n主管部门：甲局', head }).result;
    expect(titled(['项目名称|河道清淤'])).toMatchObject({ department: '甲局' });
    expect(titled(['项目名称|河道清淤', '业务主管部门|乙局'])).toMatchObject({
      department: '乙局',
      otherFields: [{ label: '主管部门', value: '甲局', line: 3 }],
    });
  });

  test('that no form has are kept, with blank ones of the form', () => {
    expect(othersOf('河段|上游', '联系人|', '备注|无')).toEqual([
      ['河段', '上游', 4],
      ['联系人', '', 5],
      ['备注', '无', 6],
    ]);
  });

  test('in one cell with their labels are read', () => {
    expect(readHead('主管部门：水务局|实施单位：河道所')).toMatchObject({
      department: '水务局',
      spendingUnit: '河道所',
      otherFields: [],
    });
  });

  test('of a group leave its label out', () => {
    expect(othersOf('基本信息|主管部门|水务局')).toEqual([]);
  });
});

describe('the name', () => {
  test('is needed', () => {
    expect(readTable({ head: ['主管部门|水务局'] })).toEqual({
      result: undefined,
      said: ['1:4 project/no-name 这张表没有“项目名称”'],
    });
    expect(readTable({ head: ['主管部门|水务局', '项目名称|'] })).toEqual({
      result: undefined,
      said: ['4:1 project/no-name “项目名称”旁边没有写名称'],
    });
  });
});

describe('sums in fields', () => {
  const FUNDS = ['预算数（万元）|15.00|执行数（元）|144,000|执行率|96%'];

  test('are the total', () => {
    expect(readTable({ funds: FUNDS }).result).toMatchObject({
      funds: {
        total: {
          label: '',
          initial: null,
          revised: { text: '15.00', yuan: '150000.00' },
          spent: { text: '144,000', yuan: '144000.00' },
          rate: { value: '96' },
          details: [],
          line: 5,
        },
        sources: [],
      },
      otherFields: [],
    });
  });

  test('count as the table does where their labels name no unit', () => {
    const funds = ['单位：万元|', '预算数|15.00|执行数|14.40'];
    expect(readTable({ funds }).result?.funds.total).toMatchObject({
      revised: { yuan: '150000.00' },
      spent: { yuan: '144000.00' },
    });
  });

  test('that are said twice are details', () => {
    expect(readTable({ funds: [...FUNDS, '预算执行率|95.9%'] }).result?.funds.total).toMatchObject({
      rate: { text: '96%' },
      details: [{ label: '预算执行率', value: '95.9%' }],
    });
  });

  test.each([
    ['without what was spent', '预算数（万元）|15.00|执行率|96%'],
    ['of what was spent alone', '执行数（万元）|14.40'],
  ])('%s are kept under their labels', (_what, row) => {
    const { result } = readTable({ funds: [row] });
    expect(result?.funds).toEqual({ total: null, sources: [] });
    expect(result?.otherFields).toHaveLength(row.split('|').length / 2);
  });

  test('are kept under their labels where the table has funds', () => {
    const { result, said } = readTable({ head: ['项目名称|河道清淤', '预算数|15.00|执行数|14.40'] });
    expect(result).toMatchObject({
      funds: { total: { label: '年度资金总额' } },
      otherFields: [
        { label: '预算数', value: '15.00' },
        { label: '执行数', value: '14.40' },
      ],
    });
    expect(said).toEqual([]);
  });
});

describe('a total in a field', () => {
  test('is the total where there is no row of it', () => {
    expect(readTable({ head: ['项目名称|河道清淤', '自评得分|99分'], foot: [] }).result).toMatchObject({
      total: { weight: null, score: { text: '99分', value: '99' }, line: 4 },
      otherFields: [],
    });
  });

  test.each([
    ['there is a row of it', ['自评得分|99'], ['总分||||||100|99']],
    ['it is no figure', ['自评得分|优'], []],
  ])('is kept under its label where %s', (_what, head, foot) => {
    const { result } = readTable({ head: ['项目名称|河道清淤', ...head], foot });
    expect(result?.otherFields).toMatchObject([{ label: '自评得分' }]);
  });

  test('differs from the sum of the scores as one in a row does', () => {
    expect(saidOf({ head: ['项目名称|河道清淤', '自评得分|98'], foot: [] })).toEqual([
      '4:6 result/scores-differ',
    ]);
  });
});
