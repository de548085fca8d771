import { describe, expect, test } from 'vitest';
import { Context } from '../../../src/record/context.ts';
import { compileForm, extendForm, type Form } from '../../../src/record/form.ts';
import { findFunds } from '../../../src/record/find-funds.ts';
import { formInputs, forms } from '../../../src/record/forms/forms.ts';
import { LabelledCell } from '../../../src/record/labelled-grid.ts';
import { Notices } from '../../../src/record/notices.ts';
import { readFields, type Field } from '../../../src/record/read-fields.ts';
import { noGoals } from '../../../src/record/read-goals.ts';
import { readHead } from '../../../src/record/read-head.ts';
import { toGrid } from './to-grid.ts';

const TABLE = { line: 90, column: 9 };

/** What the rows of a head read as, with the unit of money above the table, and what is said of them. */
function read(rows: readonly (readonly string[])[], around: '元' | '万元' | null = null) {
  return readFieldsOf(
    toGrid(rows).rows.flatMap((row) => readFields(row, toForm())),
    around,
  );
}

function toForm(): Form {
  const [form] = forms;
  if (!form) throw new Error('no form');
  return form;
}

/** The same of the fields of a head; those of a ledger have no index. */
function readFieldsOf(fields: readonly Field[], around: '元' | '万元' | null = null) {
  const notices = new Notices('a.md');
  const funds = findFunds({ fields, goals: noGoals(), header: null, rows: [], lines: [] }, toForm());
  const head = readHead(fields, TABLE, around, funds, new Context(toForm(), notices));
  const said = notices.all.map(
    ({ rule, severity, line, column, message }) => `${line}:${column} ${severity} ${rule} ${message}`,
  );
  return { ...head, said, others: head.others.map(({ label }) => label.text) };
}

/** Notices of one rule. */
function noticesOf(rule: string, rows: readonly (readonly string[])[]): string[] {
  return read(rows).said.filter((notice) => notice.includes(` ${rule} `));
}

describe('the head of a table', () => {
  test('holds each field with the line of its value', () => {
    const { texts, lines, said } = read([
      ['项目名称', '民兵事业费'],
      ['项目类型', '其他'],
      ['项目等级', '二级'],
      ['主管部门', '青溪县水务局'],
      ['用款单位', '青溪县水政大队'],
      ['起始年度', '2024', '到期年度', '2026'],
      ['2026年预算金额(元)', '27,700.00'],
    ]);
    expect(texts).toStrictEqual({
      name: '民兵事业费',
      type: '其他',
      level: '二级',
      department: '青溪县水务局',
      spendingUnit: '青溪县水政大队',
    });
    expect(lines).toEqual({
      name: 1,
      type: 2,
      level: 3,
      department: 4,
      spendingUnit: 5,
      period: 6,
      budget: 7,
    });
    expect(said).toEqual([]);
  });

  test('has no text and no line for a field that is not there', () => {
    const { texts, lines } = read([['项目名称', '甲'], ['项目类型']]);
    expect(texts).toStrictEqual({ name: '甲' });
    expect(lines).toMatchObject({ name: 1, type: null, budget: null, period: null });
  });

  test('takes the line of the period from its one cell', () => {
    const { period, lines } = read([
      ['项目名称', '甲'],
      ['实施周期', '2024年-2026年'],
    ]);
    expect(period).toEqual({ start: 2024, end: 2026, openEnded: false });
    expect(lines.period).toBe(2);
  });
});

describe('of several labels that mean the same', () => {
  const own = ['用款单位', '甲'];
  const other = ['实施单位', '乙'];

  test.each([
    ['the form’s own word counts', [own, other], '甲', ['实施单位']],
    ['the form’s own word counts, though it stands below', [other, own], '甲', ['实施单位']],
    ['the one that is filled in counts', [['用款单位'], other], '乙', []],
    ['the one that is filled in counts, though it stands above', [other, ['用款单位']], '乙', []],
    ['the one that is filled in counts, also of the same words', [['用款单位'], own], '甲', []],
    ['an empty one adds nothing', [own, ['用款单位']], '甲', []],
    ['an empty one of other words adds nothing', [own, ['实施单位']], '甲', []],
  ])('%s', (_name, rows, unit, others) => {
    expect(read(rows)).toMatchObject({ texts: { spendingUnit: unit }, others });
    expect(noticesOf('field/repeated', rows)).toEqual([]);
  });

  test('the same words twice are an error at the second', () => {
    expect(
      noticesOf('field/repeated', [
        ['用款单位', '甲'],
        ['主管部门', '丙', '用款单位', '乙'],
      ]),
    ).toEqual([
      '2:3 error field/repeated “用款单位”在第 1 行已有；若这里是另一张表，请在它上面空一行，并写“## 项目绩效目标表”',
    ]);
  });
});

test('what has no field of its own keeps the order of the table', () => {
  const { others } = read([
    ['联系人', '甲', '实施周期', '2024年1月至2026年12月'],
    ['实施单位', '乙', '备注', '无', '街镇', '丁'],
    ['用款单位', '丙', '联系电话', '见附件'],
  ]);
  expect(others).toEqual(['联系人', '实施周期', '实施单位', '备注', '街镇', '联系电话']);
});

describe('the unit of a sum', () => {
  test.each([
    ['stands in the label of its group', [['资金情况(万元)'], ['预算金额', '3']], '30000.00'],
    ['stands in an empty label of the budget', [['项目资金(万元)'], ['预算金额', '3']], '30000.00'],
    [
      'is not that of a source',
      [
        ['财政拨款(万元)', '3'],
        ['预算金额', '3'],
      ],
      null,
    ],
    ['is not that of another sum', [['项目总金额(万元)'], ['预算金额', '3']], null],
    [
      'is not that of a sum beside it',
      [
        ['项目总金额(万元)', '9'],
        ['预算金额', '3'],
      ],
      null,
    ],
  ])('%s', (_name, rows, yuan) => {
    const { budget, said } = read(rows);
    expect(budget?.budget.yuan ?? null).toBe(yuan);
    expect(said.some((notice) => notice.includes('budget/no-unit'))).toBe(yuan === null);
  });
});

describe('the sources of the budget’s money', () => {
  /** Label, sum in yuan and column of each. */
  function sourcesOf(...rows: string[][]) {
    return read(rows).positions.funding.map(({ label, yuan, position }) => [
      label,
      yuan.toNumber(),
      position.column,
    ]);
  }

  test('stand under the year’s sum, not under the period’s beside it', () => {
    expect(
      sourcesOf(
        ['项目资金(万元)', '中期资金总额', '10', '年度资金总额', '5'],
        ['', '其中:财政拨款', '8', '其中:财政拨款', '4'],
        ['', '其他资金', '2', '其他资金', '1'],
      ),
    ).toEqual([
      ['其中:财政拨款', 40_000, 5],
      ['其他资金', 10_000, 5],
    ]);
  });

  test('may stand left of the sum, where there is one column of them', () => {
    expect(
      sourcesOf(['项目名称', '甲', '年度资金总额(元)', '5'], ['财政拨款(元)', '4'], ['其他资金(元)', '1']),
    ).toEqual([
      ['财政拨款(元)', 4, 2],
      ['其他资金(元)', 1, 2],
    ]);
  });

  test('are none without a budget', () => {
    expect(sourcesOf(['财政拨款(元)', '4'])).toEqual([]);
    expect(sourcesOf(['财政拨款(元)', '4', '其他资金(元)', '1'])).toEqual([]);
  });

  test('are none without a sum or its unit', () => {
    expect(sourcesOf(['预算金额(元)', '5'], ['财政拨款(元)', '见附件'], ['其他资金', '1'])).toEqual([]);
  });
});

describe('a label and its value in one cell', () => {
  test.each([
    ['主管部门青溪县水务局', '主管部门'],
    ['主 管 部 门 水务局', '主管部门'],
    ['预算金额3', '预算金额'],
  ])('are pointed out: %s', (text, label) => {
    const { said, others } = read([['', text]]);
    expect(others).toEqual([text]);
    expect(said).toContain(
      `1:2 warning field/glued “${text}”一格里像是连写了“${label}”和它的内容，照原文列出；请在两者之间加一个制表符`,
    );
  });

  test.each([
    ['主管部门青溪县水利水电工程建设与管理所', '主管部门青溪县水利水电工程建设与管理所'],
    ['主管部门青溪县水利水电工程建设与管理中心', '主管部门青溪县水利水电工程建设与管理中心'],
    ['主管部门青溪县水利水电工程建设与运行管理所', '主管部门青溪县水利水电工程建设与运行管理…'],
  ])('are quoted up to twenty characters: %s', (text, quoted) => {
    expect(noticesOf('field/glued', [[text]])).toEqual([expect.stringContaining(`“${quoted}”一格里`)]);
  });

  test.each([
    ['a label that has a value beside it', ['主管部门意见', '同意']],
    ['words that hold a short label', ['上年预算数说明']],
    ['words that hold a label without a field', ['立项依据见附件']],
    ['a heading', ['项目概况及依据']],
    ['a label of the form', ['主管部门']],
  ])('are not seen in %s', (_name, row) => {
    expect(noticesOf('field/glued', [row])).toEqual([]);
  });
});

describe('a head without a budget', () => {
  const NAME = ['项目名称', '甲'];

  test('has a blank total named, for a total is there', () => {
    const rows = [NAME, ['项目资金（万元）', '合计', ''], ['', '财政拨款', '']];
    expect(noticesOf('budget/missing', rows)).toEqual(['2:2 error budget/missing “合计”旁边没有写金额']);
    expect(noticesOf('budget/missing', [NAME, ['总额（万元）', '']])).toEqual([
      '2:1 error budget/missing “总额（万元）”旁边没有写金额',
    ]);
  });

  test('has the labels named that have a sum, not their values', () => {
    const missing = '90:9 error budget/missing 这张表没有“N年预算金额(元)”一行';
    const rows = [NAME, ['项目资金', '核定数', '100万元'], ['街镇', '青溪镇'], ['追加数', '5']];
    expect(noticesOf('budget/missing', rows)).toEqual([
      `${missing}；“核定数”、“追加数”旁边有金额，没读懂是哪一项`,
    ]);
    expect(noticesOf('budget/missing', [NAME, ['财政拨款', '5']])).toEqual([
      `${missing}；“财政拨款”说的是资金，没读懂是哪一项`,
    ]);
  });
});

describe('a body in a line above the table', () => {
  /** A head under a line, with the value of its 主管部门, and what is said of it. */
  function readUnder(line: string, ...rows: string[][]) {
    const above = toGrid([[line]]).rows.flatMap((row) => readFields(row, toForm()));
    const head = toGrid([['项目名称', '甲'], ['预算金额（元）', '5'], ...rows]).rows;
    const { texts, others, said } = readFieldsOf([
      ...above.map((field): Field => ({ ...field, isCaption: true })),
      ...head.flatMap((row) => readFields(row, toForm())),
    ]);
    return [texts.department ?? texts.spendingUnit, others, said];
  }
  const LINE = '部门名称：青溪县水务局';

  test.each([
    ['names none', '单位名称：青溪县水务局', [], '青溪县水务局', []],
    ['leaves it blank', LINE, [['主管部门', '']], '青溪县水务局', []],
    ['names it too', LINE, [['部门名称', '青溪县水务局']], '青溪县水务局', ['部门名称']],
    ['names it with its code', LINE, [['主管部门', '301_青溪县 水务局']], '301_青溪县 水务局', ['部门名称']],
  ])('is the project’s where its table %s', (_, line, rows, body, others) => {
    expect(readUnder(line, ...rows)).toEqual([body, others, []]);
  });

  test('is kept under its label where the table names another, with a notice there', () => {
    expect(readUnder(LINE, ['主管部门', '青溪县林业局'])).toEqual([
      '青溪县林业局',
      ['部门名称'],
      [
        '3:2 warning field/caption-differs 这里写“青溪县林业局”，表上面写“部门名称：青溪县水务局”；按这里的公开',
      ],
    ]);
  });
});

describe('a total without other words', () => {
  const NAME = ['项目名称', '甲'];
  const GROUP = '项目资金（万元）';
  const budgetOf = (...rows: string[][]) => read([NAME, ...rows]).budget?.budget;

  test.each([
    [
      'in a group with a unit',
      [
        [GROUP, '合计', '50'],
        ['', '财政拨款', '40'],
        ['', '其他资金', '10'],
      ],
    ],
    [
      'behind the sources',
      [
        [GROUP, '财政拨款', '40'],
        ['', '其他资金', '10'],
        ['', '总计：', '50'],
      ],
    ],
    [
      'with the unit itself',
      [
        ['项目资金', '小计（万元）', '50'],
        ['', '财政拨款', '50'],
      ],
    ],
    [
      'below its group',
      [
        [GROUP, ''],
        ['合计', '50'],
        ['财政拨款', '50'],
      ],
    ],
    [
      'after sums of a source’s parts',
      [
        [GROUP, '财政拨款', '小计', '40'],
        ['', '', '中央', '40'],
        ['', '其他资金', '10'],
        ['', '合计', '', '50'],
      ],
    ],
    [
      'before 小计',
      [
        [GROUP, '小计', '40'],
        ['', '合计', '50'],
      ],
    ],
  ])('is the budget %s', (_, rows) => {
    expect(budgetOf(...rows)).toEqual({ text: '50', yuan: '500000.00' });
  });

  test('is an error next to the sum of the whole project', () => {
    const rows = [NAME, [GROUP, '中期资金总额', '300', '合计', '100']];
    expect(noticesOf('budget/missing', rows)).toEqual([
      '2:4 error budget/missing “中期资金总额”和“合计”都有金额，没读懂哪一项是当年的预算',
    ]);
  });

  test('is no other than the sum of the whole project where both have one figure', () => {
    for (const text of ['300', '300.00万', '未定']) {
      const rows = [NAME, [GROUP, '项目资金总额', text], ['', '合计', text]];
      expect(noticesOf('budget/missing', rows)).toEqual([]);
    }
    expect(budgetOf([GROUP, '项目资金总额', '300'], ['', '合计', '300'])?.yuan).toBe('3000000.00');
  });

  test('is kept under its label where a label of the form names the budget', () => {
    const { budget, others } = read([NAME, [GROUP, '年度资金总额', '60'], ['', '合计', '50']]);
    expect(budget?.budget.text).toBe('60');
    expect(others).toEqual(['合计']);
  });

  test.each([
    ['without a group', [['合计（万元）', '50']]],
    [
      'in a group of other fields',
      [
        ['项目概况', ''],
        ['', '合计', '50'],
      ],
    ],
    ['of a source alone', [[GROUP, '财政拨款', '小计', '40']]],
    [
      'with a figure for each of several periods',
      [
        [GROUP, '', '实施期', '年度'],
        ['', '合计', '90', '50'],
      ],
    ],
  ])('is not the budget %s', (_, rows) => {
    expect(budgetOf(...rows)).toBeUndefined();
    expect(noticesOf('budget/missing', [NAME, ...rows])).toHaveLength(1);
  });
});

describe('the columns of a ledger', () => {
  /** Labels with their values; `null` is a blank cell. All labels are in line 1. */
  function readLedgerRow(...row: [label: string, value: string | null][]) {
    return readFieldsOf(
      row.map(([label, value], index) => ({
        label: new LabelledCell(label, { line: 1, column: index + 1 }),
        value: value === null ? null : new LabelledCell(value, { line: 2, column: index + 1 }),
      })),
    );
  }

  test('that are blank give their unit to no other', () => {
    const { budget, said } = readLedgerRow(
      ['项目名称', '河道清淤'],
      ['资金情况(万元)', null],
      ['预算金额', '3'],
    );
    expect(budget?.budget).toBeUndefined();
    expect(said).toEqual([expect.stringContaining('budget/no-unit')]);
  });

  test('hold the sources of the budget right of it', () => {
    const { positions } = readLedgerRow(
      ['项目名称', '河道清淤'],
      ['预算金额(元)', '5'],
      ['财政拨款(元)', '4'],
      ['其他资金(元)', '1'],
    );
    expect(positions.funding.map(({ label, position }) => [label, position.column])).toEqual([
      ['财政拨款(元)', 3],
      ['其他资金(元)', 4],
    ]);
  });

  test('left of the budget may be of another sum', () => {
    const { positions } = readLedgerRow(
      ['项目名称', '河道清淤'],
      ['财政拨款(元)', '4'],
      ['其他资金(元)', '1'],
      ['预算金额(元)', '5'],
    );
    expect(positions.funding).toEqual([]);
  });
});

describe('a form that names the unit of a sum', () => {
  const form = compileForm(
    extendForm({ name: '本地表', budget: ['核定数（万元）'], funding: ['拨款（元）'] }, formInputs.guangdong),
  );
  const readBy = (rows: readonly (readonly string[])[], around: '元' | '万元' | null = null) => {
    const fields = toGrid(rows).rows.flatMap((row) => readFields(row, form));
    const context = new Context(form, new Notices('a.md'));
    const { budget, positions } = readHead(fields, TABLE, around, undefined, context);
    return [budget?.budget.yuan, ...positions.funding.map(({ yuan }) => String(yuan))];
  };
  const name = ['项目名称', '馆藏档案数字化'];

  test('gives it to a table that names none', () => {
    expect(readBy([name, ['核定数', '18.6'], ['拨款', '100']])).toEqual(['186000.00', '100']);
  });

  test.each([
    ['the cell', [['核定数', '18.6元']], null],
    ['the label', [['核定数（元）', '18.6']], null],
    ['a group', [['资金情况（元）', '核定数', '18.6']], null],
    ['the caption', [['核定数', '18.6']], '元'],
  ] as const)('gives way to %s', (_, rows, around) => {
    expect(readBy([name, ...rows], around)).toEqual(['18.60']);
  });

  test('gives none to another label of the same meaning', () => {
    expect(readBy([name, ['预算数', '18.6']])).toEqual([undefined]);
  });
});
