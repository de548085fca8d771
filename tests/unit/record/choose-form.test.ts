import { describe, expect, test } from 'vitest';
import { chooseForm, isLedgerHeader, listLabels } from '../../../src/record/choose-form.ts';
import { compileForm, extendForm } from '../../../src/record/form.ts';
import { formInputs, forms } from '../../../src/record/forms/forms.ts';
import { toGrid, toRow } from './to-grid.ts';

const commonLabels = formInputs.guangdong;
const HEADER = ['一级指标', '二级指标', '三级指标', '指标值'];

function nameOf(...rows: string[][]): string {
  return chooseForm(toGrid(rows), forms).name;
}

describe('the form of a table is the one', () => {
  test.each([
    ['广东省项目绩效目标表', [['用款单位', '甲'], ['预算金额', '1元'], HEADER]],
    ['财政部项目支出绩效目标表', [['实施单位', '甲'], ['年度资金总额', '1元'], HEADER]],
    ['财政部项目支出绩效目标表', [['总体目标', '中期目标', '年度目标'], HEADER]],
    ['广东省项目绩效目标表（周期与年度并列）', [[...HEADER.slice(0, 3), '当年度指标值']]],
  ])('whose own words it uses: %s', (name, rows) => {
    expect(nameOf(...rows)).toBe(name);
  });

  test('that comes first, where two fit alike', () => {
    expect(nameOf(['项目名称', '甲'], HEADER.slice(0, 3))).toBe('广东省项目绩效目标表');
    expect(nameOf(['甲', '乙'])).toBe('广东省项目绩效目标表');
    const [first, second] = ['一', '二'].map((name) => compileForm({ ...commonLabels, name }));
    if (!first || !second) throw new Error('no forms');
    expect(chooseForm(toGrid([HEADER]), [second, first]).name).toBe('二');
  });

  test('that knows more labels, rather than more of its own words', () => {
    const few = compileForm({ ...commonLabels, name: '少', others: [], fields: { name: ['项目名称'] } });
    const many = compileForm(extendForm({ name: '多', others: ['街镇'] }, commonLabels));
    const rows = [['项目名称', '甲'], ['主管部门', '乙'], ['街镇', '丙'], HEADER];
    expect(chooseForm(toGrid(rows), [few, many]).name).toBe('多');
    expect(chooseForm(toGrid(rows), [many, few]).name).toBe('多');
  });

  test.each([
    ['a field of the head', '街镇'],
    ['a section of goals', '目的'],
    ['a goal', '今年目的'],
    ['a section of indicators', '考核'],
    ['a column', '考核内容'],
  ])('that knows %s', (_name, label) => {
    const own = {
      name: '本地表',
      others: ['街镇'],
      goals: { section: ['目的'], annual: ['今年目的'] },
      indicators: ['考核'],
      columns: { target: ['考核内容'] },
    };
    const local = compileForm(extendForm(own, commonLabels));
    expect(chooseForm(toGrid([[label, '甲'], HEADER]), [...forms, local]).name).toBe('本地表');
  });

  test('of a ledger, for a header that names projects and indicators alike', () => {
    const ledger = '项目绩效目标汇总表（一行一项指标）';
    expect(nameOf(['项目名称', ...HEADER])).toBe(ledger);
    expect(nameOf(['单位', '某局'], ['序号', '项目名称', ...HEADER])).toBe(ledger);
    expect(nameOf(['项目名称', '甲'], ['计量单位', '一级', '二级', '三级'])).not.toBe(ledger);
    expect(chooseForm(toGrid([HEADER]), forms.slice(3)).name).toBe(ledger);
  });

  test('that its head speaks for; what stands under the header says nothing', () => {
    const under = [
      ['实施单位', '甲'],
      ['年度资金总额', '1元'],
    ];
    expect(nameOf(HEADER.slice(0, 3), ...under)).toBe('广东省项目绩效目标表');
    const blank = Array.from({ length: 39 }, () => ['', '']);
    expect(nameOf(...blank, ...under.slice(0, 1))).toBe('财政部项目支出绩效目标表');
    expect(nameOf(...blank, ['', ''], ...under)).toBe('广东省项目绩效目标表');
  });
});

test('a header of a ledger names a project', () => {
  const [form] = forms;
  if (!form) throw new Error('no form');
  expect(isLedgerHeader(toRow(['项目名称', ...HEADER]), form)).toBe(true);
  expect(isLedgerHeader(toRow(['', ...HEADER]), form)).toBe(false);
  expect(isLedgerHeader(toRow(['主管部门', ...HEADER]), form)).toBe(false);
  expect(isLedgerHeader(toRow(['项目名称', '一级指标']), form)).toBe(false);
});

describe('labels of a table', () => {
  function labelsOf(...rows: string[][]) {
    const [form] = forms;
    if (!form) throw new Error('no form');
    const { understood, unknown } = listLabels(toGrid(rows), form);
    const texts = (cells: typeof unknown) => cells.map(({ text }) => text);
    return { understood: texts(understood), unknown: texts(unknown) };
  }

  test('are those of its fields and its header, and no values', () => {
    expect(labelsOf(['项目名称', '甲'], ['街镇', '乙', '主管部门', '丙'], [...HEADER, '权重'])).toEqual({
      understood: ['项目名称', '主管部门', ...HEADER],
      unknown: ['街镇', '权重'],
    });
  });

  test('end with the header', () => {
    expect(labelsOf(HEADER, ['产出指标', '数量指标', '甲', '1个']).unknown).toEqual([]);
  });

  test('are all cells of a row that looks like a header, though no form knows it', () => {
    expect(labelsOf(['考核内容', '指标甲', '目标值乙'])).toMatchObject({
      unknown: ['考核内容', '指标甲', '目标值乙'],
    });
    expect(labelsOf(['指标甲', '目标值乙']).unknown).toEqual(['指标甲']);
    expect(labelsOf(['考核内容', '指标甲', '', '街镇']).unknown).toEqual(['考核内容', '街镇']);
  });

  test('are no values, where a group of sums shifts the pairs', () => {
    expect(labelsOf(['钱款', '核定数', '100万元'], ['', '财政款', '≥90'])).toMatchObject({
      unknown: ['钱款', '核定数', '财政款'],
    });
    expect(labelsOf(['街镇', '甲', '12,000.00'], ['修补两公里，安全', '乙'], ['-', '丙']).unknown).toEqual([
      '街镇',
      '甲',
    ]);
    expect(labelsOf(['1.街镇', '甲'], ['2、村居', '乙']).unknown).toEqual(['1.街镇', '2、村居']);
  });

  test('end behind a header that no form knows, but for those of the form', () => {
    expect(
      labelsOf(['指标大类', '指标小类', '承诺值'], ['产出', '数量', '甲', '乙'], ['主管部门', '丙']),
    ).toEqual({ understood: ['主管部门'], unknown: ['指标大类', '指标小类', '承诺值'] });
  });

  test('have sixteen characters at most', () => {
    expect(labelsOf(['街'.repeat(16), '甲'], ['镇'.repeat(17), '乙']).unknown).toEqual(['街'.repeat(16)]);
    expect(labelsOf(['一、', '甲']).unknown).toEqual([]);
  });
});
