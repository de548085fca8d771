import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VFile } from 'vfile';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readDisclosure } from '../../../src/content/read-disclosure.ts';
import { readTables } from '../../../src/content/read-tables.ts';
import { readForms } from '../../../src/content/read-forms.ts';
import { labelGrid } from '../../../src/record/labelled-grid.ts';
import { must } from '../../../src/record/must.ts';
import { suggestForm } from '../../../src/report/suggest-form.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jixiao-suggested-'));
  mkdirSync(join(folder, 'forms'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const toText = (rows: readonly string[]) => `## 项目绩效目标表\n\n${rows.join('\n')}\n`;
const suggest = (text: string) => suggestForm(labelGrid(must(readTables(text, () => undefined)[0])));
const formsWith = (yaml: string) => {
  writeFileSync(join(folder, 'forms/own.yaml'), yaml);
  return readForms(folder);
};

/** Does what the first line of the suggestion asks: moves each label, with its quotes, behind the key of its meaning. */
function fill(suggestion: string, labels: Record<string, string>): string {
  let group = '';
  return suggestion
    .split('\n')
    .map((line) => {
      group = /^(\w+):$/.exec(line)?.[1] ?? group;
      const key = /^( *)(\w+): \[\]/.exec(line);
      if (!key) return line;
      const place = key[1] === '' ? must(key[2]) : `${group}.${must(key[2])}`;
      const label = labels[place];
      if (label === undefined) return line;
      expect(suggestion).toContain(`#   ${JSON.stringify(label)} 第`);
      return line.replace('[]', `[${JSON.stringify(label)}]`);
    })
    .join('\n');
}

const SHEET = [
  '课题"甲" #: 名\t堤岸修补',
  '责任处\t青溪县水务局',
  '钱款\t核定数\t100万元',
  '\t其中：财政款\t100万元',
  '今年要达到\t修补两公里',
  '绩效指标\t指标大类\t指标小类\t指标条目\t承诺值',
  '\t产出指标\t数量指标\t修补长度\t≥2公里',
];
const SHEET_LABELS = {
  'fields.name': '课题"甲" #: 名',
  'fields.department': '责任处',
  budget: '核定数',
  groups: '钱款',
  funding: '其中：财政款',
  'goals.annual': '今年要达到',
  'columns.category': '指标大类',
  'columns.subcategory': '指标小类',
  'columns.name': '指标条目',
  'columns.target': '承诺值',
};

describe('the form that is suggested for a table', () => {
  test('makes it known, once the office has filled it in', () => {
    const text = toText(SHEET);
    const file = new VFile({ path: 'disclosures/2026/a.md', value: text });
    expect(readDisclosure(file).projects).toEqual([]);
    const forms = formsWith(fill(must(suggest(text)), SHEET_LABELS));
    const { projects, notices } = readDisclosure(file, { forms });
    expect(notices.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(projects).toMatchObject([
      {
        name: '堤岸修补',
        department: '青溪县水务局',
        budget: { yuan: '1000000.00' },
        goals: { annual: '修补两公里' },
        indicators: [{ category: '产出指标', name: '修补长度', annualTarget: { value: '2', unit: '公里' } }],
      },
    ]);
  });

  test('makes a ledger known that says what it is based on', () => {
    const text = toText([
      '课题\t核定数（万元）\t指标大类\t指标小类\t指标条目\t承诺值',
      '堤岸修补\t100\t产出指标\t数量指标\t修补长度\t≥2公里',
      '河道清淤\t50\t产出指标\t数量指标\t清淤长度\t≥3公里',
    ]);
    const columns = Object.entries(SHEET_LABELS).filter(([place]) => place.startsWith('columns.'));
    const labels = { ...Object.fromEntries(columns), 'fields.name': '课题', budget: '核定数（万元）' };
    const filled = fill(must(suggest(text)), labels);
    const forms = formsWith(filled.replace('basedOn: guangdong', 'basedOn: ledger'));
    const { projects } = readDisclosure(new VFile({ path: '2026/a.md', value: text }), { forms });
    expect(projects.map(({ name, budget }) => [name, budget?.yuan])).toEqual([
      ['堤岸修补', '1000000.00'],
      ['河道清淤', '500000.00'],
    ]);
  });

  test('guesses nothing: before it is filled in it is valid, and reads no more than before', () => {
    const text = toText(SHEET);
    const forms = formsWith(must(suggest(text)));
    expect(readDisclosure(new VFile({ path: '2026/a.md', value: text }), { forms }).projects).toEqual([]);
  });

  test('lists each unread label with the label that is spelled like it, and no value', () => {
    const lines = must(suggest(toText(['项目全称\t堤岸修补', '核定数\t100万元', ...SHEET.slice(5)]))).split(
      '\n',
    );
    expect(lines.filter((line) => line.startsWith('#   '))).toEqual([
      '#   "项目全称" 第 3 行：最接近“项目名称”，fields.name',
      '#   "核定数" 第 4 行：没有相近的',
      '#   "指标大类" 第 5 行：没有相近的',
      '#   "指标小类" 第 5 行：没有相近的',
      '#   "指标条目" 第 5 行：没有相近的',
      '#   "承诺值" 第 5 行：没有相近的',
    ]);
  });

  test('is based on the form that fits best, and leaves out what the table has', () => {
    const text = toText([
      '项目名称\t堤岸修补',
      '实施单位\t青溪县水务局',
      '实施期资金总额：\t3万元',
      '总体目标\t修补两公里',
      '绩效指标\t一级指标\t二级指标\t三级指标甲乙丙\t指标值',
    ]);
    expect(suggest(text)?.split('\n').slice(3)).toEqual([
      'basedOn: national # 一行一项指标、一张表里有几个项目的，改为 ledger',
      'fields:',
      '  department: [] # 主管部门',
      'columns:',
      '  name: [] # 三级指标（要有）',
      'others: [] # 照原样列出的其他栏目',
    ]);
  });

  test.each([
    [
      'that has hardly a known label',
      ['主管部门\t青溪县水务局', '甲  乙\t堤岸修补', '丙丁\t20000'],
      [
        '#   "甲 乙" 第 4 行：没有相近的',
        '#   "丙丁" 第 5 行：没有相近的',
        'name: 本地绩效目标表',
        'basedOn: guangdong',
        ...['fields:', '  name: []（要有）', '  spendingUnit: []', 'budget: []（要有）', 'groups: []'],
        ...['goals:', '  annual: []', 'columns:', '  category: []（要有）', '  subcategory: []'],
        ...['  name: []（要有）', '  target: []（要有）', 'others: []'],
      ],
    ],
    [
      'whose targets of the year are known, and a label is spelled like another',
      [
        ...['项目名称\t堤岸修补', '起始年分\t2026', '金额\t2'],
        '绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值',
      ],
      [
        '#   "起始年分" 第 4 行：最接近“起始年度”，period.start',
        '#   "金额" 第 5 行：没有相近的',
        'name: 本地绩效目标表',
        'basedOn: guangdong',
        ...['fields:', '  department: []', '  spendingUnit: []', 'budget: []（要有）', 'groups: []'],
        ...['period:', '  start: []', 'goals:', '  annual: []', 'others: []'],
      ],
    ],
    [
      'that has a budget, a subcategory and targets of the period',
      [
        ...['项目名称\t堤岸修补', '资金总额年度\t3', '年度资金总额\t3万元', '年度目标\t修'],
        ...['金额甲\t2', '绩效指标\t二级指标\t三级指标\t实施期指标值'],
      ],
      [
        '#   "资金总额年度" 第 4 行：最接近“资金总额”，budget',
        '#   "金额甲" 第 7 行：没有相近的',
        'name: 本地绩效目标表',
        'basedOn: national',
        ...['fields:', '  department: []', '  spendingUnit: []', 'budget: []', 'others: []'],
      ],
    ],
  ])('of a table %s', (_, rows, expected) => {
    const [first = '', ...lines] = suggest(toText(rows))?.split('\n') ?? [];
    expect(first).toMatch(/^# 没读懂的栏目/);
    expect(lines.map((line) => line.replace(/ # .*?(（要有）)?$/, '$1'))).toEqual(expected);
  });

  test('is none where every label is understood', () => {
    expect(suggest(toText(['总体目标\t修补两公里']))).toBeNull();
  });

  test('is none for a table of something else', () => {
    expect(suggest(toText(['一月\t晴', '二月\t雨']))).toBeNull();
  });
});
