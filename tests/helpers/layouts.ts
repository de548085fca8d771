/**
 * Forms of seven cities, filled in with invented projects: what offices print, paste and send.
 *
 * Each has four projects, one of them crooked in the way that the form often is.
 */
import {
  formatSum,
  inventProjects,
  type InventedIndicator,
  type InventedProject,
} from './invented-projects.ts';
import type { OfficeTable } from './make-originals.ts';
import { span, toOfficeTable, type Row, type Span } from './to-office-table.ts';

/** A table and what is printed around it. */
export interface PrintedTable {
  /** Lines above it: its name, year, unit. */
  above: string[];
  table: OfficeTable;
  /** Rows that begin a new page, from 0. Cells that reach over them stay open there. */
  breaks: number[];
}

export interface Layout {
  /** Name of the form in the table of forms that offices use. */
  id: 'A' | 'A2' | 'B' | 'B2' | 'C' | 'D' | 'E' | 'F';
  body: string;
  isLandscape: boolean;
  /** Whether every page says the lines above the table again. */
  repeatsAbove: boolean;
  tables: PrintedTable[];
  projects: InventedProject[];
}

type ToTable = (project: InventedProject, index: number, body: string) => PrintedTable;

export const layouts: readonly Layout[] = [
  toLayout('A', '云州市水务局', toA),
  toLayout('A2', '云州市农业局', toA2),
  toLayout('B', '澄江市城管局', toB),
  toLayout('B2', '澄江市园林局', toB2),
  toLayout('C', '南屏市住建局', toC),
  toLayout('D', '北湖市民政局', toD),
  toLedger('云岭市文化局'),
  toLayout('F', '青原市交通局', toF),
];

function toLayout(id: Layout['id'], body: string, toTable: ToTable): Layout {
  const projects = inventProjects(id.charCodeAt(0) - 60 + id.length, body);
  const tables = projects.map((project, index) => toTable(project, index, body));
  return { id, body, isLandscape: false, repeatsAbove: id === 'A', projects, tables };
}

/** Section, category and subcategory said again for each subcategory. Crooked: it runs over two pages, which say all three again. */
function toA(project: InventedProject, index: number, body: string): PrintedTable {
  const head: Row[] = [
    [span('项目名称', 3), span(project.name, 3)],
    [span('主管部门及代码', 3), `310_${body}`, '实施单位', project.unit],
    [span('项目资金（万元）', 3, 3), '年度预算资金总额：', span(project.total, 2)],
    ['其中：财政拨款', span(project.fiscal, 2)],
    ['其他资金', span(project.other, 2)],
    ['总体目标', span(project.goal, 5)],
    ['', '一级指标', '二级指标', '三级指标', span('指标值', 2)],
  ];
  const rows = groups(project, bySubcategory).flatMap((group) =>
    group.map((indicator, at): Row => [
      ...(at === 0
        ? ['绩效指标', indicator.category, indicator.subcategory.replace(/指标$/, '')].map((text) =>
            span(text, 1, group.length),
          )
        : []),
      indicator.name,
      span(targetOf(indicator), 2),
    ]),
  );
  return {
    above: ['政策和项目预算绩效目标表', '(2026年度)'],
    table: toOfficeTable([...head, ...rows]),
    breaks: index === 3 ? [head.length + 4] : [],
  };
}

/** A special fund. Crooked: a code beside the name, no budget, no section. */
function toA2(project: InventedProject, index: number, body: string): PrintedTable {
  const isCrooked = index === 3;
  const head: Row[] = isCrooked
    ? [
        ['项目名称', span(project.name, 2), '项目编码', 'Y2026-07'],
        ['主管部门', span(body, 4)],
        ['绩效目标', span(project.goal, 4)],
        ['一级指标', '二级指标', span('三级指标', 2), '指标值'],
      ]
    : [
        ['专项资金名称', span(project.name, 4)],
        ['主管部门', span(body, 4)],
        ['年度预算资金（万元）', span(project.total, 4)],
        ['年度总体目标', span(project.goal, 4)],
        [span('主要政策任务：落实年度工作安排', 5)],
        [
          span('年度绩效指标', 1, project.indicators.length + 1),
          '一级指标',
          '二级指标',
          '三级指标',
          '指标值',
        ],
      ];
  const wide = (text: string): Row => (isCrooked ? [span(text, 2)] : [text]);
  return {
    above: ['专项资金绩效目标表', '（2026年度）'],
    table: toOfficeTable([
      ...head,
      ...indicatorRows(project, (indicator) => [...wide(indicator.name), targetOf(indicator)]),
    ]),
    breaks: [],
  };
}

/** Weights, and the unit in the name. Crooked: a page's end leaves the merged cells open. */
function toB(project: InventedProject, index: number, body: string): PrintedTable {
  const head: Row[] = [
    [span('项目名称', 2), span(project.name, 4)],
    [span('主管部门', 2), span(body, 4)],
    [
      span('资金金额（万元）', 2, 3),
      '实施期资金总额：',
      span(project.total, 2),
      span('执行率分值（10分）', 1, 3),
    ],
    ['其中：财政拨款', span(project.fiscal, 2)],
    ['其他资金', span(project.other === '0.00' ? '' : project.other, 2)],
    ['总体目标', span(project.goal, 5)],
    [
      span('年度绩效指标', 1, project.indicators.length + 1),
      '一级指标',
      '二级指标',
      '三级指标',
      '指标值',
      '分值权重（90分）',
    ],
  ];
  const rows = indicatorRows(project, ({ name, sign, value, measure, weight }) => [
    measure === '' ? name : `${name}（${measure}）`,
    `${sign}${value}`,
    weight,
  ]);
  return {
    above: ['部门专项业务经费绩效目标表', '(2026年度)'],
    table: toOfficeTable([...head, ...rows]),
    breaks: index === 3 ? [head.length + 2] : [],
  };
}

/** 指标内容 and remarks. Crooked: subcategories without an indicator. */
function toB2(project: InventedProject, index: number, body: string): PrintedTable {
  const none: InventedIndicator = {
    category: '效益指标',
    subcategory: '生态效益指标',
    name: '',
    sign: '',
    value: '',
    measure: '',
    weight: '',
  };
  const indicators = index === 3 ? project.indicators.toSpliced(6, 0, none) : project.indicators;
  const head: Row[] = [
    [span('项目名称', 2), span(project.name, 4)],
    [span('主管部门', 2), span(body, 4)],
    [span('资金金额（万元）', 2, 3), '实施期资金总额：', span(project.total, 3)],
    ['其中：财政拨款', span(project.fiscal, 3)],
    ['其他资金', span(project.other, 3)],
    ['总体目标', span(project.goal, 5)],
    [span('年度绩效指标', 1, indicators.length + 1), '一级指标', '二级指标', '指标内容', '指标值', '备注'],
  ];
  const rows = indicatorRows({ ...project, indicators }, (indicator) => [
    indicator.name,
    targetOf(indicator),
    '',
  ]);
  return {
    above: ['专项资金总体绩效目标表', '(2026年度)'],
    table: toOfficeTable([...head, ...rows]),
    breaks: [],
  };
}

/** The name of the table in its first row. Crooked: section and category said again in every row. */
function toC(project: InventedProject, index: number, body: string): PrintedTable {
  const head: Row[] = [
    [span(`${project.name}项目绩效目标表`, 5)],
    ['项目名称', span(project.name, 4)],
    ['主管部门', span(body, 2), '实施单位', project.unit],
    [span('专项资金情况（万元）', 1, 3), span('资金总额', 2), span(project.total, 2)],
    [span('财政拨款', 2), span(project.fiscal, 2)],
    [span('其他资金', 2), span(project.other, 2)],
    ['年度目标', span(project.goal, 4)],
  ];
  const isCrooked = index === 3;
  const section = isCrooked ? '绩效目标指标' : span('绩效目标指标', 1, project.indicators.length + 1);
  const columns: Row = [section, '一级指标', '二级指标', '三级指标', '指标值'];
  const rows = isCrooked
    ? project.indicators.map((indicator): Row => [
        '绩效目标指标',
        indicator.category,
        indicator.subcategory,
        indicator.name,
        targetOf(indicator),
      ])
    : indicatorRows(project, (indicator) => [indicator.name, targetOf(indicator)]);
  return { above: [], table: toOfficeTable([...head, columns, ...rows, ['备注', span('', 4)]]), breaks: [] };
}

/** The project's name in the line above the table only. Crooked: it takes two lines. */
function toD(project: InventedProject, index: number): PrintedTable {
  const head: Row[] = [
    [span('专项资金情况（万元）', 1, 3), '资金总额：', span(project.total, 3)],
    ['财政拨款：', span(project.fiscal, 3)],
    ['其他资金：', span(project.other, 3)],
    ['项目实施期目标', span(project.goal, 4)],
    [span('绩效目标指标', 1, project.indicators.length + 1), '一级指标', '二级指标', '三级指标', '目标值'],
  ];
  const rows = indicatorRows(project, (indicator) => [indicator.name, targetOf(indicator)]);
  const name = index === 3 ? `${project.name}（含汛期抢险物资储备）` : project.name;
  return { above: [`${name}项目绩效目标表`], table: toOfficeTable([...head, ...rows]), breaks: [] };
}

/** One table of all projects. Every page says its header and the project again. Crooked: sign and measure exchanged. */
function toLedger(body: string): Layout {
  const projects = inventProjects(11, body);
  const header: Row[] = [
    [
      ...['单位编码', '单位（项目）名称', '资金总额', '绩效目标'].map((text) => span(text, 1, 2)),
      span('绩效指标', 8),
    ],
    ['一级指标', '二级指标', '三级指标', '指标值', '评（扣）分标准', '度量单位', '指标值类型', '备注'],
  ];
  const rowsOf = (project: InventedProject, index: number, part: InventedIndicator[]): Row[] => {
    const lead = ['520004', project.name, project.total, project.goal].map((text) =>
      span(text, 1, part.length),
    );
    return indicatorRows({ ...project, indicators: part }, ({ name, sign, value, measure, weight }) => {
      const kind = sign === '' ? '定性' : sign;
      const pair = index === 3 && measure === '处' ? [kind, measure] : [measure, kind];
      return [name, value, '完成得满分，否则酌情扣分', ...pair, weight];
    }).map((row, at) => (at === 0 ? [...lead, ...row] : row));
  };
  const blank = ['', '', '', '', '', '', '', '', ''];
  const sum = formatSum(
    projects.reduce((total, project) => total + Number(project.total.replaceAll(',', '')), 0),
  );
  const rows: Row[] = [...header, ['合计', '', sum, ...blank], ['520004', body, sum, ...blank]];
  const breaks: number[] = [];
  const nextPage = () => {
    breaks.push(rows.length);
    rows.push(...header);
  };
  for (const [index, project] of projects.entries()) {
    if (index > 0 && index % 2 === 0) nextPage();
    if (index === 3) {
      rows.push(...rowsOf(project, index, project.indicators.slice(0, 3)));
      nextPage();
      rows.push(...rowsOf(project, index, project.indicators.slice(3)));
    } else rows.push(...rowsOf(project, index, project.indicators));
  }
  const above = ['2026年项目支出绩效目标表', `部门名称：${body}`, '单位：万元'];
  return {
    id: 'E',
    body,
    isLandscape: true,
    repeatsAbove: true,
    projects,
    tables: [{ above, table: toOfficeTable(rows), breaks }],
  };
}

/** The ministry's form. Crooked: sums of nothing are a dash. */
function toF(project: InventedProject, index: number, body: string): PrintedTable {
  const sum = (text: string) => (index === 3 && text === '0.00' ? '-' : text);
  const head: Row[] = [
    [span('项目名称', 2), span(project.name, 5)],
    [span('主管部门及代码', 2), span(`[407]${body}`, 2), '实施单位', span(project.unit, 2)],
    [
      span('项目资金（万元）', 2, 4),
      span('年度资金总额：', 2),
      project.total,
      span('执行率分值（10）', 1, 4),
      span('10', 1, 4),
    ],
    [span('其中：财政拨款', 2), sum(project.fiscal)],
    [span('上年结转', 2), sum('0.00')],
    [span('其他资金', 2), sum(project.other)],
    ['年度总体目标', span(project.goal, 6)],
    [
      span('绩效指标', 1, project.indicators.length + 1),
      '一级指标',
      '二级指标',
      span('三级指标', 2),
      '指标值',
      '分值权重（90）',
    ],
  ];
  const rows = indicatorRows(project, (indicator) => [
    span(indicator.name, 2),
    targetOf(indicator),
    indicator.weight,
  ]);
  return {
    above: [`${project.name}绩效目标表`, '（2026年度）'],
    table: toOfficeTable([...head, ...rows]),
    breaks: [],
  };
}

/** One row an indicator; its category and subcategory reach over all rows that share them. */
function indicatorRows(
  project: Pick<InventedProject, 'indicators'>,
  toCells: (indicator: InventedIndicator) => Row,
): Row[] {
  return groups(project, ({ category }) => category).flatMap((category) =>
    groups({ indicators: category }, bySubcategory).flatMap((group, order) =>
      group.map((indicator, at): Row => {
        const cells: (string | Span)[] = [...toCells(indicator)];
        if (at === 0) cells.unshift(span(indicator.subcategory, 1, group.length));
        if (at === 0 && order === 0) cells.unshift(span(indicator.category, 1, category.length));
        return cells;
      }),
    ),
  );
}

/** Indicators that follow each other and share a key. */
function groups(
  { indicators }: Pick<InventedProject, 'indicators'>,
  keyOf: (indicator: InventedIndicator) => string,
): InventedIndicator[][] {
  const found: InventedIndicator[][] = [];
  for (const indicator of indicators) {
    const last = found.at(-1);
    if (last?.[0] && keyOf(last[0]) === keyOf(indicator)) last.push(indicator);
    else found.push([indicator]);
  }
  return found;
}

function bySubcategory({ category, subcategory }: InventedIndicator): string {
  return `${category} ${subcategory}`;
}

function targetOf({ sign, value, measure }: InventedIndicator): string {
  return `${sign}${value}${measure}`;
}
