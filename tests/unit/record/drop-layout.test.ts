import { expect, test } from 'vitest';
import { Context } from '../../../src/record/context.ts';
import { dropLayout } from '../../../src/record/drop-layout.ts';
import { forms } from '../../../src/record/forms/forms.ts';
import { Notices } from '../../../src/record/notices.ts';
import { toRow } from './to-grid.ts';

const HEADER = ['', '一级指标', '二级指标', '三级指标', '指标值'];
const ROW = ['', '产出指标', '数量指标', '清淤长度', '3公里'];

/** The texts of the rows that are left, and what is said. */
function drop(...rows: string[][]) {
  const [form] = forms;
  if (!form) throw new Error('no form');
  const notices = new Notices('a.md');
  const kept = dropLayout(
    rows.map((cells, index) => toRow(cells, index + 2)),
    toRow(HEADER),
    new Set([1, 2, 3, 4]),
    new Context(form, notices),
  );
  return {
    rows: kept.map(({ cells }) => cells.map(({ text }) => text)),
    said: notices.all.map(({ line, rule }) => `${line} ${rule}`),
  };
}

test.each([
  ['the header', HEADER],
  ['the header with its section', ['绩效指标', ...HEADER.slice(1)]],
  ['part of the header', ['', '', '', '三级指标', '指标值']],
  ['the title', ['项目绩效目标表', '', '', '', '']],
  ['the year', ['（2026年度）', '', '', '', '']],
])('%s on the next page is left out', (_name, again) => {
  expect(drop(ROW, again, ROW)).toEqual({ rows: [ROW, ROW], said: [] });
});

test.each([
  ['a page’s number', ['', '', '', '3', ''], 'indicator/blank-row'],
  ['a page’s number between dashes', ['', '— 3 —', '', '', ''], 'indicator/blank-row'],
  ['a total', ['', '合计', '', '', '100'], 'ledger/total-row'],
  ['a page’s total', ['本页小计', '', '', '', '40'], 'ledger/total-row'],
])('%s is named and left out', (_name, row, rule) => {
  expect(drop(ROW, row)).toEqual({ rows: [ROW], said: [`3 ${rule}`] });
});

test.each([
  ['on each row', ['绩效指标', '绩效指标']],
  ['once', ['绩效指标', '']],
  ['in pieces', ['绩效指', '标']],
])('the section left of the indicators is blanked, written %s', (_name, [first = '', second = '']) => {
  expect(drop([first, ...ROW.slice(1)], [second, ...ROW.slice(1)]).rows).toEqual([ROW, ROW]);
});

test('other words there stay', () => {
  expect(drop(['街镇', ...ROW.slice(1)]).rows).toEqual([['街镇', ...ROW.slice(1)]]);
});

test('one header in a row is an indicator’s word', () => {
  expect(drop(['', '产出指标', '数量指标', '指标值', '3']).rows).toHaveLength(1);
});
