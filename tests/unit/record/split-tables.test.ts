import { describe, expect, test } from 'vitest';
import { forms } from '../../../src/record/forms/forms.ts';
import { LabelledCell } from '../../../src/record/labelled-grid.ts';
import { Notices } from '../../../src/record/notices.ts';
import { liftCaptions, splitTables } from '../../../src/record/split-tables.ts';
import type { Grid } from '../../../src/table/grid.ts';
import { toGrid } from './to-grid.ts';

const TITLE = '项目绩效目标表';
const HEADER = ['一级指标', '二级指标', '三级指标', '指标值'];
const INDICATOR = ['产出指标', '数量指标', '清淤长度', '3公里'];

function textsOf({ title, above, rows }: Grid) {
  return {
    title: title?.text ?? null,
    above: above.map(({ text }) => text),
    rows: rows.map(({ cells }) => cells.map(({ text }) => text)),
  };
}

describe('rows above a table that are its caption', () => {
  test('become its title and the lines above it', () => {
    expect(textsOf(liftCaptions(toGrid([[TITLE, ''], ['2026年度', '单位：万元'], INDICATOR])))).toEqual({
      title: TITLE,
      above: ['2026年度', '单位：万元'],
      rows: [INDICATOR],
    });
  });

  test('come behind the lines that stood above it already', () => {
    const line = new LabelledCell('填报单位：水务局', { line: 1, column: 1 });
    const grid = { ...toGrid([['单位：万元', ''], INDICATOR]), above: [line] };
    expect(textsOf(liftCaptions(grid)).above).toEqual(['填报单位：水务局', '单位：万元']);
  });

  test('are one title, where a merged cell repeats it in each column', () => {
    const lifted = textsOf(liftCaptions(toGrid([[TITLE, TITLE, TITLE], INDICATOR])));
    expect(lifted).toEqual({ title: TITLE, above: [], rows: [INDICATOR] });
  });

  test('never replace a title that the table has', () => {
    const lifted = liftCaptions(toGrid([[TITLE, ''], INDICATOR], '2026年项目支出绩效目标申报表'));
    expect(textsOf(lifted)).toMatchObject({ title: '2026年项目支出绩效目标申报表', above: [TITLE] });
  });

  test('hold nothing else', () => {
    const rows = [['单位：万元', '街镇'], INDICATOR];
    expect(textsOf(liftCaptions(toGrid(rows)))).toEqual({ title: null, above: [], rows });
  });
});

describe('a second table without a gap', () => {
  /** The rows of each table, and what was said. */
  function split(...rows: string[][]) {
    const [form] = forms;
    if (!form) throw new Error('no form');
    const notices = new Notices('a.md');
    const tables = splitTables(toGrid(rows), form, notices.report);
    const said = notices.all.map(({ line, column, rule }) => `${line}:${column} ${rule}`);
    return { lines: tables.map(({ startLine, endLine }) => [startLine, endLine]), said };
  }
  const first = [['项目名称', '河道清淤'], HEADER, INDICATOR];

  test.each([
    ['at its title', [[TITLE]]],
    ['at its title, where a merged cell repeats it', [[TITLE, TITLE]]],
    ['at its title, above its year', [[TITLE], ['（2026年度）']]],
    ['at its project’s name', []],
  ])('begins %s', (_name, above) => {
    const column = above.length === 0 ? 2 : 1;
    const second = [...above, ['', '项目名称', '堤防加固'], HEADER, INDICATOR];
    expect(split(...first, ...second)).toEqual({
      lines: [
        [1, 3],
        [4, 3 + second.length],
      ],
      said: [`4:${column} table/missing-gap`],
    });
  });

  test.each([
    ['indicators', [INDICATOR]],
    ['the header again', [HEADER, INDICATOR]],
    ['nothing', []],
  ])('does not begin at the title of its next page, above %s', (what, rows) => {
    const isLast = what === 'nothing';
    expect(split(...first, [TITLE], ...rows).lines).toHaveLength(isLast ? 2 : 1);
  });

  test.each([
    ['a row with one cell', ['', '', '验收合格率', '']],
    ['a title that shares its row with other cells', [TITLE, '报送率', '100%']],
    ['a blank row', ['', '', '', '']],
  ])('does not begin at %s', (_name, row) => {
    expect(split(...first, row, INDICATOR)).toEqual({ lines: [[1, 5]], said: [] });
  });

  test('does not begin before the first has its indicators', () => {
    expect(split([TITLE], ...first)).toEqual({ lines: [[1, 4]], said: [] });
  });
});
