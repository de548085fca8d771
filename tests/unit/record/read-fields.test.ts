import { describe, expect, test } from 'vitest';
import { forms } from '../../../src/record/forms/forms.ts';
import { LabelledCell } from '../../../src/record/labelled-grid.ts';
import { readFields, splitField } from '../../../src/record/read-fields.ts';
import { toRow } from './to-grid.ts';

function formOf(number: number) {
  const form = forms[number];
  if (!form) throw new Error('there is no such form');
  return form;
}
const form = formOf(0);

/** `label=value`, `label` where nothing is written beside it. */
function read(...cells: string[]): string[] {
  return readFields(toRow(cells), form).map(({ label, value }) =>
    value ? `${label.text}=${value.text}` : label.text,
  );
}

describe('a row of labels and values', () => {
  test.each([
    ['one pair', ['项目名称', '河道清淤'], ['项目名称=河道清淤']],
    ['blank cells between them', ['', '项目名称', '', '河道清淤', ''], ['项目名称=河道清淤']],
    ['two pairs', ['项目名称', '河道清淤', '主管部门', '水务局'], ['项目名称=河道清淤', '主管部门=水务局']],
    ['a label without value', ['项目名称', '主管部门', '水务局'], ['项目名称', '主管部门=水务局']],
    ['a label alone', ['项目名称'], ['项目名称']],
    ['a label of the office', ['街镇', '青溪'], ['街镇=青溪']],
    ['a value that is a label, in a row of two', ['备注', '项目名称'], ['备注=项目名称']],
    ['a group before a sum', ['项目资金', '预算金额'], ['项目资金', '预算金额']],
    ['a group before a source', ['资金情况', '财政拨款'], ['资金情况', '财政拨款']],
    ['a group before the first year', ['项目概况', '起始年度'], ['项目概况', '起始年度']],
    ['a label of the office before a sum', ['街镇', '预算金额'], ['街镇=预算金额']],
    ['a label before one with its value in it', ['街镇', '主管部门：水务局'], ['街镇', '主管部门=水务局']],
    [
      'both in one cell',
      ['项目名称：河道清淤', '主管部门: 水务局'],
      ['项目名称=河道清淤', '主管部门=水务局'],
    ],
    ['nothing', ['', ''], []],
    ['two blank fields', ['主管部门', '', '实施单位', ''], ['主管部门', '实施单位']],
    ['two blank labels of others', ['项目负责人', '', '联系电话'], ['项目负责人', '联系电话']],
    [
      'a remark behind a blank sum',
      ['年度资金总额：', '执行率分值（10分）'],
      ['年度资金总额：', '执行率分值（10分）'],
    ],
    [
      'a group that no form has, its sum and a remark',
      ['资金测算（万元）', '年度资金总额：', '5.00', '执行率分值（10分）'],
      ['资金测算（万元）', '年度资金总额：=5.00', '执行率分值（10分）'],
    ],
    [
      'a group before a label that no form has',
      ['项目资金（万元）', '街镇资金：', '5.00'],
      ['项目资金（万元）', '街镇资金：=5.00'],
    ],
    ['a group before a blank total', ['项目资金（万元）', '合计', ''], ['项目资金（万元）', '合计']],
    ['a group before a sum of no form', ['项目资金', '核定数', '5'], ['项目资金', '核定数=5']],
    ['a sum with two figures', ['项目资金', '约5万', '5'], ['项目资金=约5万', '5']],
    [
      'a label with its unit behind its colon',
      ['年度资金总额：（万元）', '52'],
      ['年度资金总额：（万元）=52'],
    ],
    ['the name of a group for a value', ['项目类型', '专项资金'], ['项目类型=专项资金']],
    ['a header of years', ['年度预算（万元）', '2024', '2025'], ['年度预算（万元）', '2024=2025']],
  ])('with %s', (_name, cells, fields) => {
    expect(read(...cells)).toEqual(fields);
  });
});

describe('a label and its value in one cell', () => {
  const split = (text: string) => splitField(new LabelledCell(text, { line: 3, column: 5 }), form);

  test('have their own places', () => {
    expect(split('主管部门 ：  水务局 ')).toEqual({
      label: { text: '主管部门', line: 3, column: 5 },
      value: { text: '水务局', line: 3, column: 13 },
    });
    expect(split('备注:无')).toEqual({
      label: { text: '备注', line: 3, column: 5 },
      value: { text: '无', line: 3, column: 8 },
    });
  });

  test.each([
    ['the form does not know the label', '街镇：青溪'],
    ['there is no colon', '主管部门水务局'],
    ['nothing stands behind the colon', '主管部门： '],
    ['the label is one character', '注：无'],
  ])('are not parted where %s', (_name, text) => {
    expect(split(text)).toBeNull();
  });

  test('are parted up to a label of 24 characters', () => {
    const spaced = (count: number) => `备${' '.repeat(count - 2)}注：无`;
    expect(split(spaced(24))?.value?.text).toBe('无');
    expect(split(spaced(25))).toBeNull();
  });
});
