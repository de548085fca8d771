import { describe, expect, test } from 'vitest';
import { isResultTable } from '../../../../src/record/results/is-result-table.ts';
import { toGrid } from '../to-grid.ts';

const HEADER = ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值'];
const NAME = ['项目名称', '河道清淤'];
const is = (title: string | null, ...rows: string[][]) => isResultTable(toGrid(rows, title));

describe('a table of results', () => {
  test.each([
    ['has what was reached and points', null, [NAME, HEADER]],
    ['has what was reached and funds', null, [['年初预算数', '执行数'], NAME, HEADER.slice(0, 5)]],
    ['has what was reached, and a title', '项目支出绩效自评表', [NAME, HEADER.slice(0, 5)]],
    ['has points, and a title', '项目支出绩效自评表', [NAME, [...HEADER.slice(0, 4), '得分']]],
    [
      'has them in the lower row of its header',
      null,
      [NAME, [...HEADER.slice(0, 4), '', ''], ['', '', '', '', '完成值', '得分']],
    ],
    ['can be without a name', null, [HEADER]],
    ['is of projects of a whole office', '部门整体和项目支出绩效自评表', [NAME, HEADER]],
    ['names a project although it has tasks', null, [NAME, ['任务名称', '清淤'], HEADER]],
  ])('%s', (_what, title, rows) => {
    expect(is(title, ...rows)).toBe(true);
  });
});

describe('no table of results', () => {
  test.each([
    ['a target table', '项目绩效目标表', [NAME, HEADER.slice(0, 4)]],
    ['a table without indicators', '项目支出绩效自评表', [NAME, ['完成值', '得分']]],
    ['what was reached alone', null, [NAME, HEADER.slice(0, 5)]],
    ['points alone', null, [NAME, [...HEADER.slice(0, 4), '得分']]],
    ['weights alone', '项目支出绩效自评表', [NAME, [...HEADER.slice(0, 4), '分值']]],
    ['a title of monitoring', '项目支出绩效运行监控表', [NAME, HEADER]],
    ['a title of changes', '项目绩效目标调整表', [NAME, HEADER]],
    ['a title of a whole office', '部门整体支出绩效自评表', [NAME, HEADER]],
    ['a column of months', null, [NAME, [...HEADER, '1-7月执行情况']]],
    ['a column of what is likely', null, [NAME, [...HEADER, '完成目标可能性']]],
    ['columns of changes', null, [NAME, [...HEADER, '调整后指标值']]],
    ['tasks of an office', null, [['任务名称', '清淤'], HEADER]],
  ])('%s', (_what, title, rows) => {
    expect(is(title, ...rows)).toBe(false);
  });

  test('one with such a line above it', () => {
    const grid = toGrid([NAME, HEADER], null);
    const above = [{ text: '绩效监控', line: 1, column: 1 }];
    expect(
      isResultTable({
        ...grid,
        above: toGrid([[above[0]?.text ?? '']], null).rows.flatMap(({ cells }) => cells),
      }),
    ).toBe(false);
  });
});
