import { describe, expect, test } from 'vitest';
import { Context } from '../../../src/record/context.ts';
import { forms } from '../../../src/record/forms/forms.ts';
import { labelGrid } from '../../../src/record/labelled-grid.ts';
import { must } from '../../../src/record/must.ts';
import { Notices } from '../../../src/record/notices.ts';
import { readCaption, takeUnit } from '../../../src/record/read-caption.ts';
import { toGrid } from './to-grid.ts';

const form = must(forms[0]);

/** What a title and lines above a table say; each line stands at column 5 of its own line, from 2. */
function read(title: string | null, ...lines: string[]) {
  const grid = labelGrid({
    title: title === null ? null : { text: title, line: 1, column: 1 },
    above: lines.map((text, index) => ({ text, line: index + 2, column: 5 })),
    rows: [],
    startLine: 1,
    endLine: 9,
  });
  return readCaption(grid, form);
}

describe('the year', () => {
  test.each([
    [2026, '2026年项目绩效目标表', []],
    [2026, null, ['（2026 年度）']],
    [2026, '2026年项目绩效目标表', ['2026年度']],
    [2026, '项目绩效目标表', ['2026年度', '填报日期：2025年12月']],
    [null, '项目绩效目标表', ['填报日期：2025年12月']],
    [null, '2026年项目绩效目标表', ['2025年度']],
    [null, '项目绩效目标表', []],
  ])('is %s of %s, %j', (year, title, lines) => {
    expect(read(title, ...lines).year).toBe(year);
  });
});

test('an empty title says nothing', () => {
  expect(read('')).toMatchObject({ year: null, unit: null, fields: [], name: null });
});

describe('the unit of its sums', () => {
  test.each([
    ['万元', ['单位：万元']],
    ['万元', ['（金额单位： 万 元）']],
    ['万元', ['单位万元']],
    ['万元', ['金额  单位：万元']],
    ['万元', ['2026年度  金额  单位：万元']],
    ['元', ['单位：人民币元']],
    ['万元', ['单位：万元', '单位：元']],
    [null, ['填报单位：水务局']],
    [null, ['2026年度']],
  ])('is %s of %j', (unit, lines) => {
    expect(read(null, ...lines).unit).toBe(unit);
  });
});

describe('the fields', () => {
  function fieldsOf(title: string | null, ...lines: string[]) {
    return read(title, ...lines).fields.map(({ label, value }) => [
      `${label.line}:${label.column} ${label.text}`,
      value && `${value.line}:${value.column} ${value.text}`,
    ]);
  }

  test.each([
    ['主管部门：水务局', ['2:5 主管部门', '2:10 水务局']],
    ['编制说明：首次填报', ['2:5 编制说明', '2:10 首次填报']],
    ['编制说明：  首次填报', ['2:5 编制说明', '2:12 首次填报']],
    ['编制说明 ：首次填报', ['2:5 编制说明', '2:11 首次填报']],
    ['经办：张三（见附件）', ['2:5 经办', '2:8 张三（见附件）']],
  ])('are lines with a label, at their places: %s', (line, field) => {
    expect(fieldsOf(null, line)).toEqual([field]);
  });

  test('have values without the space behind the colon', () => {
    expect(read(null, '编制说明： 首次填报').fields[0]?.value?.text).toBe('首次填报');
  });

  test.each([
    ['a unit', '单位：万元'],
    ['the number of an annex', '附件：3'],
    ['another title', '附：项目绩效目标表'],
    ['a line without colon', '请各单位填写'],
    ['a line without label', '：首次填报'],
  ])('are no lines that hold %s', (_name, line) => {
    expect(fieldsOf(null, line)).toEqual([]);
  });

  test('are never the title', () => {
    expect(fieldsOf('河道清淤：绩效情况')).toEqual([]);
  });
});

test.each([
  ['alone', null, ['单位：万元'], '万元'],
  ['under the label of a group', null, ['（元）'], '元'],
  ['as above the table', '单位：万元', ['单位：万元', '（万元）'], '万元'],
  ['other than above the table', '单位：元', ['单位：万元'], null],
  ['and another', null, ['单位：元', '（万元）'], null],
])('a unit in a cell %s', (_, above, cells, unit) => {
  const { rows } = toGrid([['项目资金', '资金总额', '3'], ...cells.map((cell) => [cell, '财政拨款', '3'])]);
  const taken = takeUnit(
    read(null, ...(above === null ? [] : [above])),
    rows,
    new Context(form, new Notices('a.md')),
  );
  expect(taken.caption.unit).toBe(unit);
  expect(taken.rows.map((row) => row.cells.map(({ text }) => text))).toEqual([
    ['项目资金', '资金总额', '3'],
    ...cells.map(() => ['', '财政拨款', '3']),
  ]);
});
