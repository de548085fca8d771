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
