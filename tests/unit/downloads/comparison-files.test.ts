import { read } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { COMPARISON_FILES, comparisonFile } from '../../../src/downloads/comparison-files.ts';
import { MOST_ROWS } from '../../../src/downloads/data-file.ts';
import { indicatorRows } from '../../../src/downloads/data-set.ts';
import { indicatorTable } from '../../../src/downloads/indicator-table.ts';
import { must } from '../../../src/record/must.ts';
import { toCsv } from '../../../src/downloads/to-csv.ts';
import { water } from './a-source.ts';
import { readSheets } from './read-sheets.ts';

const context = { url: 'https://example.gov.cn', licence: undefined, commit: null };
const page = { title: '巡查河道', path: '/compare/xun-cha-he-dao/' };
const rows = indicatorRows({ sources: [water] }).toReversed();
const fileOf = (name: keyof typeof COMPARISON_FILES, of = rows) => comparisonFile(name, of, page, context);

test('a comparison has two downloads', () => {
  expect(Object.keys(COMPARISON_FILES)).toEqual(['indicators.xlsx', 'indicators.csv']);
});

test('the CSV is the table of indicators with the rows of the comparison, in its order', () => {
  const { mediaType, bytes } = fileOf('indicators.csv');
  expect(mediaType).toBe('text/csv');
  expect(bytes).toEqual(
    toCsv(
      indicatorTable((path) => context.url + path),
      rows,
    ),
  );
});

test('the workbook has the rows in its order, then what its columns are', () => {
  const { mediaType, bytes } = fileOf('indicators.xlsx');
  expect(mediaType).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
  const { 指标: table = [], 说明: explanations = [], ...others } = readSheets(bytes);
  expect(others).toEqual({});
  expect(table.map((cells) => cells.slice(0, 6))).toEqual([
    ['预算年度', '发布单位', '项目名称', '一级指标', '二级指标', '三级指标'],
    [2026, '示例市水务局', '水质监测', '产出指标', '数量指标', '监测断面'],
    [2026, '示例市水务局', '河道保洁', '满意度指标', '服务对象满意度指标', '居民满意度'],
    [2026, '示例市水务局', '河道保洁', '效益指标', '社会效益指标', '清淤单价'],
    [2026, '示例市水务局', '河道保洁', '产出指标', '质量指标', '养护经费'],
    [2026, '示例市水务局', '河道保洁', '产出指标', '数量指标', '巡查河道'],
  ]);
  expect(explanations[1]?.[2]).toBe('巡查河道');
  for (const title of table[0] ?? []) expect(explanations.map(([, column]) => column)).toContain(title);
  const title = read(bytes).Sheets['说明']?.['C2'] as unknown;
  expect(title).toMatchObject({ l: { Target: 'https://example.gov.cn/compare/xun-cha-he-dao/' } });
});

test('with too many rows the workbook has no table, and says where they are', () => {
  const many = Array.from({ length: MOST_ROWS + 1 }, () => must(rows[0]));
  const { 说明: explanations = [], ...others } = readSheets(fileOf('indicators.xlsx', many).bytes);
  expect(others).toEqual({});
  expect(explanations[1]?.[2]).toMatch(/^巡查河道。指标共 100001 行/);
});
