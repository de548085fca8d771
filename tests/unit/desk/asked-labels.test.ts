import { readFileSync, readdirSync } from 'node:fs';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { compileOfficeForm, type OfficeForm } from '../../../src/content/read-forms.ts';
import { readDisclosure } from '../../../src/content/read-disclosure.ts';
import { readTables } from '../../../src/content/read-tables.ts';
import { findAskedLabels } from '../../../src/desk/asked-labels.ts';
import { OfficeFormSchema } from '../../../src/record/form-schema.ts';
import { forms } from '../../../src/record/forms/forms.ts';
import { recognizeTables } from '../../../src/record/recognize-tables.ts';
import { layouts } from '../../helpers/layouts.ts';
import { toPasted } from '../../helpers/office-files.ts';
import { fixtureSource } from '../../helpers/write-files.ts';

function tablesOf(text: string, office: readonly OfficeForm[] = []) {
  const all = [...office.map(({ form }) => form), ...forms];
  return readTables(text, () => undefined)
    .flatMap((grid) => recognizeTables(grid, all, () => undefined))
    .filter(({ other, isOverall }) => !other && !isOverall)
    .map((table) => findAskedLabels(table, office));
}
function tableOf(rows: readonly (readonly string[])[], office: readonly OfficeForm[] = []) {
  const width = Math.max(...rows.map(({ length }) => length));
  const lines = rows.map((cells) => Array.from({ length: width }, (_, column) => cells[column]).join('\t'));
  const text = `## 2026年绩效目标申报表\n\n${lines.join('\n')}\n`;
  const [table] = tablesOf(text, office);
  if (!table) throw new Error('no table');
  return table;
}
const textsOf = ({ asked }: ReturnType<typeof tableOf>) => asked.map(({ text }) => text);

const HEADER = ['一级指标', '二级指标', '三级指标', '承诺值', '责任科室'];
const ROW = ['产出指标', '数量指标', '数字化页数', '12万页', '保管科'];
const KNOWN = [
  ['项目名称', '馆藏档案数字化'],
  ['用款单位', '云岭市档案馆'],
  ['2026年预算金额（元）', '186,000.00'],
];
const UNKNOWN = [
  ['事项全称', '馆藏档案数字化', '', '核定数', '186,000.00'],
  ['大类', '小类', '考核项', '承诺值', '责任科室'],
  ROW,
  ['效益指标', '社会效益', '开放目录条数', '4.6万条', '利用科'],
];

describe('a table that can not be read without an answer', () => {
  test('lists every label of its head and of its header, with what is next to it', () => {
    const table = tableOf(UNKNOWN);
    expect(table.isNeeded).toBe(true);
    expect(table.asked.map(({ text, isColumn, samples }) => [text, isColumn, ...samples])).toEqual([
      ['事项全称', false, '馆藏档案数字化'],
      ['核定数', false, '186,000.00'],
      ['大类', true, '产出指标', '效益指标'],
      ['小类', true, '数量指标', '社会效益'],
      ['考核项', true, '数字化页数', '开放目录条数'],
      ['承诺值', true, '12万页', '4.6万条'],
      ['责任科室', true, '保管科', '利用科'],
    ]);
  });

  test.each([
    ['no column is a target', [...KNOWN, HEADER, ROW], ['承诺值', '责任科室']],
    [
      'no label is the budget’s',
      [...KNOWN.slice(0, 2), ['核定数', '186,000.00'], HEADER.with(3, '指标值'), ROW],
      ['核定数', '责任科室'],
    ],
    [
      'no label is the name’s',
      [['事项全称', '馆藏档案数字化'], ...KNOWN.slice(1), HEADER.with(3, '指标值'), ROW],
      ['事项全称', '责任科室'],
    ],
    [
      'no column is a category',
      [...KNOWN, ['大类', '三级指标', '指标值'], ['产出指标', '数字化页数', '12万页']],
      ['大类'],
    ],
  ])('%s', (_, rows, asked) => {
    const table = tableOf(rows);
    expect([table.isNeeded, textsOf(table)]).toEqual([true, asked]);
  });

  test('has a header of words that say nothing of indicators, where its rows are the widest', () => {
    const rows = UNKNOWN.map((cells) => cells.map((text) => text.replace(/指标$/, '')));
    expect(
      tableOf(rows)
        .asked.filter(({ isColumn }) => isColumn)
        .map(({ text }) => text),
    ).toEqual(UNKNOWN[1]);
  });

  test('without a header any label could be of a column', () => {
    const table = tableOf([
      ['事项全称', '馆藏档案数字化'],
      ['绩效核定数', '186,000.00'],
    ]);
    expect(table.asked.map(({ text, isColumn }) => [text, isColumn])).toEqual([
      ['事项全称', true],
      ['绩效核定数', true],
    ]);
  });

  test('a title in its first row is no label, nor are 合计, a unit alone and the text of a goal', () => {
    const rows = [
      ['云岭市考核任务书'],
      ['资金（万元）', '合计', '18.6'],
      ['（万元）', '核定数', '18.6'],
      ['总体目标'],
      ['完成馆藏档案数字化'],
      ...UNKNOWN.slice(1),
    ];
    expect(textsOf(tableOf(rows))).toEqual(['核定数', ...(UNKNOWN[1] ?? [])]);
  });
});

describe('a table that is read', () => {
  test.each(layouts.map((layout) => [layout.id, layout] as const))(
    'layout %s needs no answer',
    (_, { tables }) => {
      expect(tablesOf(toPasted(tables)).filter(({ isNeeded }) => isNeeded)).toEqual([]);
    },
  );

  test('of all fixtures, one needs an answer', () => {
    const names = readdirSync('tests/unit/record/fixtures');
    const needed = names.filter((name) => tablesOf(fixtureSource(name)).some(({ isNeeded }) => isNeeded));
    expect(needed).toEqual(['form-that-nobody-described']);
    const text = readFileSync('tests/unit/record/fixtures/form-that-nobody-described/source.md');
    expect(readDisclosure(new VFile({ path: 'disclosures/2026/a.md', value: text })).projects).toEqual([]);
  });

  test.each([
    ['its name is blank', [['项目名称', ''], ...KNOWN.slice(1)]],
    ['its sum is blank', [...KNOWN.slice(0, 2), ['预算金额', '']]],
    ['its sum is no number', [...KNOWN.slice(0, 2), ['预算金额（元）', '125,0O0']]],
  ])('with labels that no form has, needs its own cells put right where %s', (_, head) => {
    const table = tableOf([...head, HEADER.with(3, '指标值'), ROW]);
    expect([table.isNeeded, textsOf(table)]).toEqual([false, ['责任科室']]);
  });
});

describe('the unit of a sum', () => {
  const isKnownIn = (head: readonly (readonly string[])[]) =>
    tableOf([['事项全称', '数字化'], ...head, ...UNKNOWN.slice(1)]).asked.find(({ key }) => key === '核定数')
      ?.isUnitKnown;

  test.each([
    ['nothing names it', [['核定数', '186,000.00']], false],
    ['the cell is blank', [['核定数', '', '经办单位', '档案馆']], false],
    ['the label names it', [['核定数（万元）', '18.6']], true],
    ['the cell names it', [['核定数', '18.6万元']], true],
    ['the group names it', [['资金（万元）', '核定数', '18.6']], true],
    ['a cell of its own names it', [['单位：万元'], ['核定数', '18.6']], true],
  ])('%s', (_, head, isKnown) => {
    expect(isKnownIn(head)).toBe(isKnown);
  });
});

describe('a form of the office', () => {
  const data = OfficeFormSchema.parse({
    name: '本地表',
    fields: { name: ['事项全称'] },
    budget: ['核定数（元）'],
    columns: { category: ['大类'], subcategory: ['小类'], name: ['考核项'], annualTarget: ['承诺值'] },
    others: ['责任科室'],
  });
  const office = { file: 'own.yaml', data, form: compileOfficeForm(data) };

  test('answers for its labels, which are listed with what they were chosen to be', () => {
    const table = tableOf(UNKNOWN, [office]);
    expect([table.isNeeded, table.office?.file]).toEqual([false, 'own.yaml']);
    expect(table.asked.map(({ key, kept, isUnitKnown }) => [key, kept, isUnitKnown])).toEqual([
      ['事项全称', 'fields.name', false],
      ['核定数', 'budget|元', false],
      ['大类', 'columns.category', false],
      ['小类', 'columns.subcategory', false],
      ['考核项', 'columns.name', false],
      ['承诺值', 'columns.annualTarget', false],
      ['责任科室', 'others', false],
    ]);
  });

  test('lets a unit be chosen again, also where the table names one', () => {
    const rows = UNKNOWN.map((cells) => cells.map((text) => text.replace('核定数', '核定数（万元）')));
    const asked = tableOf(rows, [office]).asked.find(({ key }) => key === '核定数');
    expect([asked?.kept, asked?.isUnitKnown]).toEqual(['budget|元', false]);
  });

  test('leaves a label open that it does not have', () => {
    const rows = UNKNOWN.map((cells) => cells.map((text) => text.replace('承诺值', '目标数')));
    const table = tableOf(rows, [office]);
    expect(table.isNeeded).toBe(true);
    expect(table.asked.filter(({ kept }) => kept === null).map(({ text }) => text)).toEqual(['目标数']);
  });
});
