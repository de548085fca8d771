import { expect, test } from 'vitest';
import { LabelledCell } from '../../../src/record/labelled-grid.ts';
import { nameInTitle } from '../../../src/record/name-in-title.ts';

const read = (text: string) => nameInTitle(new LabelledCell(text, { line: 3, column: 1 }));

test.each([
  ['电梯应急处置平台项目绩效目标表', '电梯应急处置平台', 1],
  ['电梯维保绩效目标表（2026年度）', '电梯维保', 1],
  ['“云州发布”运营项目支出绩效目标申报表', '“云州发布”运营', 1],
])('%s names a project', (title, name, column) => {
  expect(read(title)).toMatchObject({ name: { text: name, line: 3, column }, unit: undefined });
});

test('a code and a unit before the name are the unit’s', () => {
  expect(read('301007_云州市东湖分局_办公用房租金项目绩效目标表')).toMatchObject({
    name: { text: '办公用房租金', column: 16 },
    unit: { text: '云州市东湖分局', column: 8 },
  });
});

test.each([
  '项目绩效目标表',
  '2026年部门预算项目支出绩效目标表',
  '部门专项业务经费绩效目标表',
  '专项资金总体绩效目标表',
  '附件3 市级财政专项资金绩效目标表',
  '云州市水务局项目绩效目标表',
  '电梯应急处置平台',
])('%s names none', (title) => {
  expect(read(title)).toBeNull();
});
