import { describe, expect, test } from 'vitest';
import { Context } from '../../../src/record/context.ts';
import { forms } from '../../../src/record/forms/forms.ts';
import { Notices } from '../../../src/record/notices.ts';
import { readProjects } from '../../../src/record/read-project.ts';
import { toGrid } from './to-grid.ts';

const HEADER = ['一级指标', '二级指标', '三级指标', '指标值'];
const NAME = ['项目名称', '民兵事业费'];
const BUDGET = ['预算金额(元)', '27,700.00'];
const INDICATORS = [HEADER, ['产出指标', '数量指标', '民兵训练次数', '≥3次']];

/** The projects of a table in a folder of this year, and what its reading says of it. */
function read(rows: readonly (readonly string[])[], year: number | null = 2026, title: string | null = null) {
  const [form] = forms;
  if (!form) throw new Error('no form');
  const notices = new Notices('2026/甲.md');
  const file = { path: '2026/甲.md', sha256: '0', year };
  const projects = readProjects(toGrid(rows, title), file, new Context(form, notices));
  const said = notices.all.map(
    ({ rule, severity, line, column, message }) => `${line}:${column} ${severity} ${rule} ${message}`,
  );
  return { projects, said };
}

/** The notices of one rule. */
function noticesOf(rule: string, ...args: Parameters<typeof read>): string[] {
  return read(...args).said.filter((notice) => notice.includes(` ${rule} `));
}

describe('the year of a budget', () => {
  test.each([
    ['its label', [NAME, ['2026年预算金额(元)', '1'], ...INDICATORS], null, null, 2026],
    ['its folder', [NAME, BUDGET, ...INDICATORS], 2025, null, 2025],
    ['the title', [NAME, BUDGET, ...INDICATORS], null, '2024年项目绩效目标表', 2024],
    ['the goal of the year', [NAME, BUDGET, ['2023年度目标', '按时完成'], ...INDICATORS], null, null, 2023],
  ])('stands in %s', (_name, rows, folder, title, year) => {
    expect(read(rows, folder, title).projects).toMatchObject([{ year }]);
  });

  test('has to stand somewhere', () => {
    const { projects, said } = read([NAME, BUDGET, ...INDICATORS], null);
    expect(projects).toEqual([]);
    expect(said).toEqual([
      '2:2 error budget/no-year 看不出是哪一年的预算：应写“2026年预算金额(元)”，或把文件放在以年份命名的文件夹里',
    ]);
  });

  test('comes before that of the title, which is pointed out', () => {
    const args = [[NAME, BUDGET, ...INDICATORS], 2026, '2025年项目绩效目标表'] as const;
    expect(read(...args).projects).toMatchObject([{ year: 2026 }]);
    expect(noticesOf('year/title-differs', ...args)).toEqual([
      '2:2 warning year/title-differs 表名或表上的文字写 2025 年，按 2026 年的预算公开',
    ]);
  });

  test('comes before that of the goal, which is pointed out', () => {
    const rows = [NAME, BUDGET, ['', '2025年度目标', '按时完成'], ...INDICATORS];
    expect(read(rows).projects).toMatchObject([{ year: 2026 }]);
    expect(noticesOf('year/goal-differs', rows)).toEqual([
      '3:2 warning year/goal-differs 这里写“2025年度目标”，预算是 2026 年的',
    ]);
  });
});

describe('a table that is no project is told so', () => {
  test('at its header, where no indicator stands under it', () => {
    expect(read([NAME, BUDGET, ['', ...HEADER]])).toEqual({
      projects: [],
      said: [
        '3:2 error indicator/missing 这张表没有绩效指标：应有“一级指标、二级指标、三级指标”的表头，下面至少一行指标',
      ],
    });
  });

  test('at its first filled cell, where it has no header either', () => {
    expect(noticesOf('indicator/missing', [['', ...NAME], BUDGET])).toEqual([
      expect.stringMatching(/^1:2 error /),
    ]);
  });

  test('by the names of what is missing, where it has indicators only', () => {
    const rules = read(INDICATORS).said.map((notice) => notice.split(' ')[2]);
    expect(rules).toEqual(['project/no-name']);
  });

  test('by its first four texts, where it has no label of the form', () => {
    expect(
      read([
        ['', '一月', '晴'],
        ['二月', '雨'],
        ['三月', '雪'],
      ]).said,
    ).toEqual([
      '1:2 error table/unknown 这几行有制表符或竖线，读成了表格，却没有绩效目标表的栏目（项目名称、预算金额、三级指标）：“一月”、“晴”、“二月”、“雨”',
    ]);
  });

  test('where a form is blank, also one with a label for what came of the goal', () => {
    const rows = [
      ['项目名称', ''],
      ['预算金额(元)', ''],
      ['年度目标', '完成情况'],
      HEADER,
      ['产出指标', '数量指标', '', ''],
    ];
    expect(read(rows)).toEqual({
      projects: [],
      said: [
        // A text that is no label is named.
        expect.stringMatching(/^3:2 warning text\/outside-table “完成情况”/),
        expect.stringContaining(' table/blank-form 这张表只有栏目，没有填写内容，没有当作项目'),
      ],
    });
    expect(read(rows.with(3, ['', '已完成'])).said).not.toContainEqual(
      expect.stringContaining(' table/blank-form '),
    );
  });

  test('where nothing is filled in', () => {
    expect(read([['', '']]).said).toEqual(['1:1 error table/unknown 这张表没有填写一个字']);
  });
});

describe('a table of a form that nobody has described', () => {
  test('has its labels listed, where one of those it needs is not among them', () => {
    const rows = [['街镇', '青溪镇'], BUDGET, ...INDICATORS];
    expect(noticesOf('form/unknown', rows)).toEqual([
      '1:1 error form/unknown 不认识这种表式。读懂的栏目：“预算金额(元)”、“一级指标”、“二级指标”、“三级指标”、“指标值”；没读懂的：“街镇”。如果是本地的表式，请在 content/forms/ 里说明这些栏目',
    ]);
    expect(noticesOf('form/unknown', [['街镇经费', '青溪镇'], NAME, ...INDICATORS])).toHaveLength(1);
    expect(noticesOf('form/unknown', [['街镇', '青溪镇'], NAME, BUDGET])).toHaveLength(1);
  });

  test('is none, where 合计 in a group is the budget', () => {
    const rows = [NAME, ['项目资金（万元）', '合计', '3'], ['街镇', '青溪镇'], ['', ...HEADER]];
    expect(read(rows).said.map((notice) => notice.split(' ')[2])).toEqual(['indicator/missing']);
  });

  test('has its labels listed, where that of a group alone is the budget', () => {
    const rows = [NAME, ['项目资金（万元）', '核定', '3'], ...INDICATORS];
    expect(noticesOf('form/unknown', rows)).toEqual([expect.stringContaining('没读懂的：“核定”。')]);
  });

  test('is not blamed on its labels, where those it needs are there', () => {
    const rows = [['街镇', '青溪镇'], NAME, ['预算金额(元)', '约三万'], ...INDICATORS];
    expect(read(rows).said.map((notice) => notice.split(' ')[2])).toEqual(['budget/not-a-number']);
  });

  test('has each label quoted once, up to twenty characters', () => {
    const rows = [
      ['本年街道重点工作安排（按第一季度）', '甲'],
      ['本年街道重点工作安排的事项（按所有的季度）', '乙'],
      ['街镇', '丙', '街镇', '丁'],
      BUDGET,
    ];
    expect(noticesOf('form/unknown', rows)).toEqual([
      expect.stringContaining(
        '没读懂的：“本年街道重点工作安排（按第一季度）”、“本年街道重点工作安排的事项（按所有的季度…”、“街镇”。',
      ),
    ]);
  });

  test('has twelve of its understood labels listed at most', () => {
    const rows = [
      '主管部门',
      '用款单位',
      '项目类型',
      '项目等级',
      '财政拨款',
      '其他资金',
      '联系人',
      '起始年度',
    ];
    const [notice = ''] = noticesOf('form/unknown', [
      ...rows.map((label) => [label, '1']),
      ['街镇', '青溪镇'],
      BUDGET,
      ...INDICATORS,
    ]);
    expect(notice).toContain('“一级指标”、“二级指标”、“三级指标”；没读懂的：“街镇”。');
    expect(notice).not.toContain('“指标值”');
  });

  test('has sixty of its labels that are not understood listed at most, and says how many there are', () => {
    const labelOf = (index: number) => `街镇${String.fromCodePoint(0x4e00 + index)}`;
    const rows = Array.from({ length: 30 }, (_, index) => [labelOf(index), '无', labelOf(index + 30), '无']);
    expect(noticesOf('form/unknown', [BUDGET, ...rows])[0]).toContain(`“${labelOf(59)}”。如果`);
    const [notice = ''] = noticesOf('form/unknown', [BUDGET, ...rows, [labelOf(60), '无']]);
    expect(notice).toContain(`“${labelOf(59)}”等 61 个。`);
  });

  test('has its labels named, not its values, where one is spelled like a label of the form', () => {
    expect(
      noticesOf('table/unknown', [
        ['项目全称', '堤岸修补'],
        ['核定数', '3万元'],
      ]),
    ).toEqual([
      '1:1 error table/unknown 不认识这种表式。读懂的栏目：无；没读懂的：“项目全称”（接近“项目名称”）、“核定数”。如果是本地的表式，请在 content/forms/ 里说明这些栏目',
    ]);
  });

  test('has the label of the form named that one of its labels is spelled like', () => {
    const [notice = ''] = noticesOf('form/unknown', [['项目全称', '堤岸修补'], ['核定数', '3'], BUDGET]);
    expect(notice).toContain('没读懂的：“项目全称”（接近“项目名称”）、“核定数”。');
  });
});
