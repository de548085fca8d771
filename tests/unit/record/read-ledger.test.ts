import { describe, expect, test } from 'vitest';
import { Context } from '../../../src/record/context.ts';
import { forms } from '../../../src/record/forms/forms.ts';
import { Notices } from '../../../src/record/notices.ts';
import { readLedger } from '../../../src/record/read-ledger.ts';
import { toGrid } from './to-grid.ts';

const NAMED = ['一级指标', '二级指标', '三级指标', '指标值'];
const FIRST = ['产出指标', '数量指标', '清淤长度', '3公里'];

/** The projects of a ledger: their own fields, and which columns stay with the indicators. */
function read(...rows: string[][]) {
  const form = forms.find(({ isLedger }) => isLedger);
  const grid = toGrid(rows);
  const [header] = grid.rows;
  if (!form || !header) throw new Error('no form');
  const notices = new Notices('a.md');
  const parts = readLedger(grid, header, new Context(form, notices));
  const said = notices.all.map(({ rule, line, column, message }) => `${line}:${column} ${rule} ${message}`);
  const projects = parts.map((part) => ({
    fields: part.fields.map(({ label, value }) => [label.text, value?.text ?? null]),
    columns: part.header.cells.map(({ text }) => text).filter((text) => text !== ''),
    lines: [part.startLine, part.endLine],
    goals: part.goals.goals.annual.map(({ text }) => text),
  }));
  return { projects, said };
}

describe('a column that the form does not know', () => {
  test.each([
    ['before all of the indicators’ is the project’s', ['街镇', ...NAMED], ['街镇']],
    ['behind the category is the indicator’s', ['一级指标', '权重', ...NAMED.slice(1)], []],
    [
      'behind the subcategory is the indicator’s',
      ['街镇', '二级指标', '权重', '三级指标', '指标值'],
      ['街镇'],
    ],
    ['behind the indicator’s name is the indicator’s', ['街镇', '三级指标', '权重', '指标值'], ['街镇']],
    ['behind all is the indicator’s', [...NAMED, '权重'], []],
  ])('%s', (_name, header, own) => {
    const cells = header.map((label) => `甲${label}`);
    const { projects } = read(['项目名称', ...header], ['河道清淤', ...cells]);
    expect(projects).toMatchObject([
      {
        fields: [['项目名称', '河道清淤'], ...own.map((label) => [label, `甲${label}`])],
        columns: header.filter((label) => !own.includes(label)),
      },
    ]);
  });
});

test('a page’s title and header between the rows are of no project', () => {
  const header = ['项目名称', ...NAMED];
  const title = ['2026年项目绩效目标表', '', '', '', ''];
  const { projects, said } = read(header, ['河道清淤', ...FIRST], title, header, ['', ...FIRST]);
  expect(projects).toMatchObject([{ fields: [['项目名称', '河道清淤']], lines: [2, 5] }]);
  expect(said).toEqual([]);
});

test('a goal that one page cuts off is the whole one of another page', () => {
  const goals = ['一、清淤三公', '一、清淤三公里。', '二、保洁。'];
  const rows = goals.map((goal) => ['河道清淤', goal, ...FIRST]);
  expect(read(['项目名称', '年度绩效目标', ...NAMED], ...rows).projects[0]?.goals).toEqual(goals.slice(1));
});

describe('of other columns', () => {
  test.each([
    ['a field behind the indicators is the project’s', '项目单位', true],
    ['a remark behind the indicators is the indicator’s', '备注', false],
    ['a group’s label behind the indicators names no field', '基本信息', false],
  ])('%s', (_name, label, isOwn) => {
    const { projects } = read(['项目名称', ...NAMED, label], ['河道清淤', ...FIRST, '甲']);
    expect(projects[0]?.fields).toEqual([['项目名称', '河道清淤'], ...(isOwn ? [[label, '甲']] : [])]);
    expect(projects[0]?.columns).toEqual(isOwn ? NAMED : [...NAMED, label]);
  });

  test('one without a label is no field, wherever it stands', () => {
    const { projects } = read(['项目名称', '', ...NAMED], ['河道清淤', '', ...FIRST]);
    expect(projects[0]?.fields).toEqual([['项目名称', '河道清淤']]);
  });

  test('单位 left of the indicators is who spends the money; behind them it is that of a figure', () => {
    const { projects } = read(
      ['单位', '项目名称', ...NAMED, '单位'],
      ['水政大队', '河道清淤', ...FIRST, '公里'],
    );
    expect(projects).toMatchObject([
      {
        fields: [
          ['用款单位', '水政大队'],
          ['项目名称', '河道清淤'],
        ],
        columns: [...NAMED, '单位'],
      },
    ]);
  });

  test('the unit of a figure is the indicator’s, though it stands first', () => {
    const { projects } = read(['计量单位', '项目名称', ...NAMED], ['公里', '河道清淤', ...FIRST]);
    expect(projects).toMatchObject([{ fields: [['项目名称', '河道清淤']], columns: ['计量单位', ...NAMED] }]);
  });

  test.each([
    ['序号', false],
    ['编号', false],
    ['项目编号', true],
    ['编号规则', true],
  ])('%s is a field: %s', (label, isField) => {
    const { projects } = read([label, '项目名称', ...NAMED], ['1', '河道清淤', ...FIRST]);
    const field = isField ? [[label, '1']] : [];
    expect(projects[0]?.fields).toEqual([...field, ['项目名称', '河道清淤']]);
  });
});

describe('a row', () => {
  test.each(['合计', '总 计', '小计：', '共计'])('that adds up is no project: %s', (total) => {
    const { projects, said } = read(
      ['项目名称', ...NAMED],
      ['河道清淤', ...FIRST],
      [total, '', '', '', '9公里'],
    );
    expect(projects).toMatchObject([{ lines: [2, 2] }]);
    expect(said).toEqual([`3:1 ledger/total-row 这是合计行，没有当作项目：“${total}”、“9公里”`]);
  });

  test.each(['总计划编制费', '普查数据总计'])(
    'is a project, though its name holds such a word: %s',
    (name) => {
      const { projects, said } = read(['项目名称', ...NAMED], [name, ...FIRST]);
      expect(projects).toMatchObject([{ fields: [['项目名称', name]] }]);
      expect(said).toEqual([]);
    },
  );

  test('whose name is blank or the same belongs to the project above', () => {
    const { projects } = read(
      ['项目名称', ...NAMED],
      ['河道清淤', ...FIRST],
      ['', ...FIRST],
      ['河道清淤', ...FIRST],
      ['堤防加固', ...FIRST],
    );
    expect(projects.map(({ lines }) => lines)).toEqual([
      [2, 4],
      [5, 5],
    ]);
  });
});

test('a project whose rows differ in a field of its own is left out, with an error at the cell', () => {
  const { projects, said } = read(
    ['项目名称', '街镇', ...NAMED],
    ['河道清淤', '东城', ...FIRST],
    ['', '西城', ...FIRST],
  );
  expect(projects).toEqual([]);
  expect(said).toEqual([
    '3:2 ledger/field-differs 同一个项目的“街镇”第 2 行写“东城”，这里写“西城”；请改为一致，或把这一行的项目名称写全',
  ]);
});

describe('a row with a name and a sum alone', () => {
  const HEADER = ['项目名称', '预算数', '年度绩效目标', ...NAMED];
  const unit = (name: string, sum: string) => [name, sum, '', '', '', '', ''];
  const project = (name: string, sum: string) => [name, sum, '河道畅通', ...FIRST];
  /** The names of projects with their spending unit. */
  const namesOf = (...rows: string[][]) =>
    read(HEADER, ...rows).projects.map(({ fields }) => {
      const texts = new Map(fields.map(([label, text]) => [label, text]));
      return `${texts.get('项目名称')} ${texts.get('用款单位') ?? '·'}`;
    });

  const errorsOf = (...rows: string[][]) =>
    read(HEADER, ...rows).said.filter((notice) => !notice.includes('ledger/total-row'));

  test.each([
    [
      'is that of a unit, whatever its name, where its sum is that of the projects behind it',
      [
        unit('清河之家', '30.5'),
        project('甲', '10'),
        project('乙', '20.50'),
        unit('青溪苑', '7'),
        project('丙', '7'),
      ],
      ['甲 清河之家', '乙 清河之家', '丙 青溪苑'],
    ],
    [
      'may be that of a body over those of its units, of which one has its name',
      [
        unit('合计', '300'),
        unit('水务局', '300'),
        unit('水务局', '100'),
        project('甲', '60'),
        project('乙', '40'),
        unit('河道站', '200'),
        project('丙', '200'),
      ],
      ['甲 水务局', '乙 水务局', '丙 河道站'],
    ],
    [
      'may be that of a body over its projects and those of its unit',
      [unit('水务局', '12'), project('甲', '5'), unit('河道站', '7'), project('乙', '7')],
      ['甲 水务局', '乙 河道站'],
    ],
    [
      'may be that of a body with one unit and one project, which has its name',
      [unit('水务局', '7'), unit('河道站', '7'), project('河道站', '7')],
      ['河道站 水务局'],
    ],
    [
      'may have the name of the project behind it, which has another sum',
      [unit('水务局', '9'), project('水务局', '5'), project('甲', '4')],
      ['水务局 水务局', '甲 水务局'],
    ],
    [
      'may be two, where the sum is said again under a merged name',
      [unit('水务局', '3'), unit('', '3'), project('甲', '3')],
      ['甲 水务局'],
    ],
    [
      'may have no sum, where its name is that of an office',
      [unit('水务局', ''), project('甲', '3'), unit('河道站', ''), project('乙', '见附件')],
      ['甲 水务局', '乙 河道站'],
    ],
    [
      'may be more than all behind it, where its name is that of an office',
      [unit('水务局', '31'), project('甲', '10'), project('乙', '20')],
      ['甲 水务局', '乙 水务局'],
    ],
    [
      'is a project, where it has a goal',
      [['水务局', '3', '河道畅通', '', '', '', ''], project('甲', '3')],
      ['水务局 ·', '甲 ·'],
    ],
  ])('%s', (_name, rows, names) => {
    expect(namesOf(...rows)).toEqual(names);
    expect(errorsOf(...rows)).toEqual([]);
  });

  test.each([
    ['its sum is less', [unit('水务局', '29'), project('甲', '10'), project('乙', '20')]],
    ['its sum is more, and its name that of no office', [unit('清河之家', '31'), project('甲', '10')]],
    ['it has no sum, and the name of no office', [unit('清河之家', ''), project('甲', '')]],
    ['a sum behind it is no figure', [unit('水务局', '9'), project('甲', '10'), project('乙', '见附件')]],
    ['no project is behind it', [project('甲', '3'), unit('水务局', '3')]],
    [
      'its projects end where no other sum begins',
      [unit('水务局', '3'), project('甲', '3'), project('乙', '2')],
    ],
  ])('is neither a sum nor a project, where %s', (_name, rows) => {
    expect(namesOf(...rows)).not.toContainEqual(expect.stringMatching(/水务局|清河之家/));
    expect(errorsOf(...rows)).toEqual([
      expect.stringMatching(/^\d:1 ledger\/unclear-row 这一行没有目标和指标，金额也不是下面各项目之和：“/),
    ]);
  });

  test('is neither, where the ledger has no sums', () => {
    const { projects, said } = read(['项目名称', ...NAMED], ['清河之家', '', '', '', ''], ['甲', ...FIRST]);
    expect(projects).toHaveLength(1);
    expect(said).toEqual([expect.stringMatching(/^2:1 ledger\/unclear-row /)]);
  });

  test('may hold 主管部门, which is merged over the projects behind it', () => {
    const { projects } = read(
      ['主管部门', '项目名称', ...NAMED],
      ['青溪县水务局', '水政大队', '', '', '', ''],
      ['', '甲', ...FIRST],
    );
    expect(projects.map(({ fields }) => fields)).toEqual([
      [
        ['用款单位', '水政大队'],
        ['主管部门', '青溪县水务局'],
        ['项目名称', '甲'],
      ],
    ]);
  });
});

describe('a row of a unit and a sum alone, in a ledger with a column of units', () => {
  const HEADER = ['单位名称', '项目名称', '预算数', '年度绩效目标', ...NAMED];
  const unit = (name: string, sum: string, project = '') => [name, project, sum, '', '', '', '', ''];
  const project = (name: string, sum: string, own = '') => [own, name, sum, '河道畅通', ...FIRST];
  const fieldsOf = (...rows: string[][]) =>
    read(HEADER, ...rows).projects.map(({ fields }) => fields.map(([, text]) => text).join(' '));

  test('is the sum of its projects, and its unit is theirs where their cell is merged', () => {
    const rows = [
      unit('合计', '20'),
      unit('水务局', '20'),
      unit('水务局', '8'),
      project('甲', '5', '水务局'),
      project('乙', '3'),
      unit('河道站', '12'),
      project('丙', '12'),
    ];
    expect(fieldsOf(...rows)).toEqual(['水务局 甲 5', '水务局 乙 3', '河道站 丙 12']);
    expect(read(HEADER, ...rows).said).toEqual([
      '2:1 ledger/total-row 这是合计行，没有当作项目：“合计”、“20”',
      '3:1 ledger/total-row 这是单位“水务局”的合计行，没有当作项目：“水务局”、“20”',
      '4:1 ledger/total-row 这是单位“水务局”的合计行，没有当作项目：“水务局”、“8”',
      '7:1 ledger/total-row 这是单位“河道站”的合计行，没有当作项目：“河道站”、“12”',
    ]);
  });

  test('may say that it is one in the column of names', () => {
    const rows = [unit('水务局', '8', '小计'), project('甲', '8'), project('乙', '3', '河道站')];
    expect(fieldsOf(...rows)).toEqual(['水务局 甲 8', '河道站 乙 3']);
  });

  test('is no part of the project above it, where its sum is no sum', () => {
    const { said } = read(HEADER, project('甲', '8', '水务局'), unit('河道站', '2'), project('乙', '3'));
    expect(said).toEqual([expect.stringMatching(/^3:1 ledger\/unclear-row /)]);
  });
});
