import { expect, test } from 'vitest';
import { Notices } from '../../../src/record/notices.ts';
import { readTarget } from '../../../src/record/read-target.ts';
import { toRow } from './to-grid.ts';

/** What a target reads as next to its columns 指标方向 (two, at most) and 计量单位, and what is said of it. */
function read(text: string, unit: string, ...directions: string[]) {
  const row = toRow([text, unit, ...directions], 7);
  const [cell] = row.cells;
  if (!cell) throw new Error('no cell');
  const side = { at: { unit: 1 }, details: new Map(), directions: directions.map((_, index) => index + 2) };
  const notices = new Notices('a.md');
  const target = readTarget(row, cell, side, notices.report);
  const said = notices.all.map(
    ({ rule, severity, line, column, message }) => `${line}:${column} ${severity} ${rule} ${message}`,
  );
  return { ...target, said };
}

test.each([
  ['neither column is filled in', ['≥95%', '', ''], '≥', '95', '%'],
  ['the unit stands in its column', ['≥95', '%', ''], '≥', '95', '%'],
  ['the unit stands in its column alone', ['95', '%'], null, '95', '%'],
  ['the unit is spaced out', ['3', '万 元'], null, '3', '万元'],
  ['the unit is in full width', ['≥95%', '％'], '≥', '95', '%'],
  ['the direction stands in its column', ['95%', '', '大于等于'], '≥', '95', '%'],
  ['both stand in their columns', ['95', '%', '≥'], '≥', '95', '%'],
  ['direction and cell say the same', ['≥95', '%', '不低于'], '≥', '95', '%'],
  ['the direction only says what is better', ['95', '%', '正向'], null, '95', '%'],
  ['the second column tells the direction', ['95', '%', '正向', '≥'], '≥', '95', '%'],
  ['the column calls a figure qualitative', ['100', '%', '定性'], null, null, null],
  ['one of two columns calls a figure qualitative', ['100', '%', '正向', '定性指标'], null, null, null],
  ['the cell holds words beside a unit', ['满意', '%'], null, null, null],
  ['the cell holds words beside a direction', ['有所提高', '', '≥'], null, null, null],
])('a target, where %s', (_name, [text = '', unit = '', ...directions], comparator, value, unitRead) => {
  expect(read(text, unit, ...directions)).toEqual({
    text,
    comparator,
    value,
    upper: null,
    unit: unitRead,
    said: [],
  });
});

test.each([
  [['≥95', '%', '≤'], '指标方向“≤”'],
  [['95', '%', '≥', '小于等于'], '指标方向“小于等于”'],
  [['95%', '人次'], '计量单位“人次”'],
])('a column that contradicts the cell leaves it as text: %s', ([text = '', unit = '', ...words], other) => {
  expect(read(text, unit, ...words)).toEqual({
    text,
    comparator: null,
    value: null,
    upper: null,
    unit: null,
    said: [`7:1 warning target/columns-differ 指标值“${text}”和${other}对不上，照原文列出，不作计算`],
  });
});
