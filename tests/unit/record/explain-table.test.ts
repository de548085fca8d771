import { expect, test } from 'vitest';
import { explainTable } from '../../../src/record/explain-table.ts';
import { forms } from '../../../src/record/forms/forms.ts';
import { resultForm } from '../../../src/record/forms/result-form.ts';
import { toGrid } from './to-grid.ts';

/** Each filled cell with what became of it: `text → field`, `text ·` for a label, `text ?` for what was not understood. */
function explain(number: number, ...rows: string[][]): string[][] {
  const form = forms[number];
  if (!form) throw new Error('there is no such form');
  const grid = toGrid(rows);
  const { uses } = explainTable({ grid, form, isResult: false, isOverall: false });
  return grid.rows.map(({ cells }) =>
    cells
      .filter(({ text }) => text !== '')
      .map((cell) => {
        const use = uses.get(cell);
        if (!use) return `${cell.text} ?`;
        if (use.kind === 'label') expect(use.field).toBe('栏目');
        return use.kind === 'label' ? `${cell.text} ·` : `${cell.text} → ${use.field}`;
      }),
  );
}

test('of a table of results too', () => {
  const grid = toGrid([
    ['项目名称', '河道清淤'],
    ['一级指标', '二级指标', '三级指标', '完成值', '得分'],
    ['产出指标', '数量指标', '清淤长度', '3公里', '9'],
  ]);
  const { isRecognized, uses } = explainTable({ grid, form: resultForm, isResult: true, isOverall: false });
  expect(isRecognized).toBe(true);
  expect(
    [...uses].filter(([, { kind }]) => kind === 'value').map(([{ text }, { field }]) => [text, field]),
  ).toEqual([
    ['河道清淤', '项目名称'],
    ['产出指标', '一级指标'],
    ['数量指标', '二级指标'],
    ['清淤长度', '三级指标'],
    ['3公里', '完成值'],
    ['9', '得分'],
  ]);
});

test('a value belongs to what its label means, whatever word the office uses', () => {
  expect(
    explain(
      0,
      ['项目名称', '河道清淤', '项目类别', '其他'],
      ['项目级次', '二级', '预算部门', '水务局'],
      ['项目单位', '水务所', '项目资金', '9元'],
      ['财政拨款', '8元', '街镇', '青溪'],
      ['实施周期', '起始年度', '2025', '到期年度', '2027'],
      ['项目期限', '三年'],
      ['备注', '无'],
    ),
  ).toEqual([
    ['项目名称 ·', '河道清淤 → 项目名称', '项目类别 ·', '其他 → 项目类型'],
    ['项目级次 ·', '二级 → 项目等级', '预算部门 ·', '水务局 → 主管部门'],
    ['项目单位 ·', '水务所 → 用款单位', '项目资金 ·', '9元 → 预算金额'],
    ['财政拨款 ·', '8元 → 资金来源', '街镇 ·', '青溪 → 街镇'],
    ['实施周期 ·', '起始年度 ·', '2025 → 起始年度', '到期年度 ·', '2027 → 到期年度'],
    ['项目期限 ·', '三年 → 实施周期'],
    ['备注 ·', '无 → 备注'],
  ]);
});

test('a word alone that no form knows was not understood', () => {
  expect(explain(0, ['街镇'], ['项目名称'])).toEqual([['街镇 ?'], ['项目名称 ·']]);
});

test('goals and indicators belong to their columns', () => {
  expect(
    explain(
      0,
      ['总体绩效目标', '实施周期总目标', '年度目标'],
      ['', '清淤三公里', '清淤一公里'],
      ['绩效指标', '一级指标', '二级指标', '三级指标', '年度指标值', '权重'],
      ['', '产出指标', '数量指标', '清淤长度', '1公里', '5'],
      ['', '', '', '清淤次数', '2次', '', '另注'],
    ),
  ).toEqual([
    ['总体绩效目标 ·', '实施周期总目标 ·', '年度目标 ·'],
    ['清淤三公里 → 实施周期总目标', '清淤一公里 → 年度目标'],
    ['绩效指标 ·', '一级指标 ·', '二级指标 ·', '三级指标 ·', '年度指标值 ·', '权重 ·'],
    ['产出指标 → 一级指标', '数量指标 → 二级指标', '清淤长度 → 三级指标', '1公里 → 年度指标值', '5 → 权重'],
    ['清淤次数 → 三级指标', '2次 → 年度指标值', '另注 ?'],
  ]);
});

test('a goal that nobody named is the year’s', () => {
  expect(explain(0, ['总体绩效目标', '河道畅通'])).toEqual([['总体绩效目标 ·', '河道畅通 → 年度目标']]);
});

test('the cells of a slipped row belong to the columns they are moved back to', () => {
  const rows = explain(
    0,
    ['', '一级指标', '二级指标', '三级指标', '年度指标值'],
    ['产出指标', '数量指标', '清淤长度', '1公里', ''],
  );
  expect(rows[1]).toEqual([
    '产出指标 → 一级指标',
    '数量指标 → 二级指标',
    '清淤长度 → 三级指标',
    '1公里 → 年度指标值',
  ]);
});

test('in a ledger every cell belongs to the header above it', () => {
  expect(
    explain(
      3,
      ['填报单位', '水务局'],
      ['项目名称', '', '一级指标', '三级指标', '指标值'],
      ['河道清淤', '无主', '产出指标', '清淤长度', '1公里'],
      ['', '', '', '清淤次数', '2次'],
    ),
  ).toEqual([
    ['填报单位 ?', '水务局 ?'],
    ['项目名称 ·', '一级指标 ·', '三级指标 ·', '指标值 ·'],
    ['河道清淤 → 项目名称', '无主 ?', '产出指标 → 一级指标', '清淤长度 → 三级指标', '1公里 → 指标值'],
    ['清淤次数 → 三级指标', '2次 → 指标值'],
  ]);
});
