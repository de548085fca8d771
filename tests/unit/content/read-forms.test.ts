import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openContent } from '../../../src/content/open-content.ts';
import { readForms } from '../../../src/content/read-forms.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jixiao-forms-'));
  mkdirSync(join(folder, 'forms'));
  mkdirSync(join(folder, 'disclosures/2026'), { recursive: true });
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});
const write = (text: string) => {
  writeFileSync(join(folder, 'forms/own.yaml'), text);
};
const own = `name: 云岭市绩效目标表
basedOn: national
fields:
  name: [项目全称]
  department: [经办处室]
budget: [核定数]
columns:
  category: [指标大类]
  subcategory: [指标小类]
  name: [指标条目]
  target: [承诺值]
`;
const unknown = readFileSync('tests/unit/record/fixtures/form-that-nobody-described/source.md', 'utf8');

test('a form of the office reads the table that no other form does', async () => {
  writeFileSync(join(folder, 'disclosures/2026/a.md'), unknown);
  expect((await openContent({ root: '.', folder })).errors.map(({ rule }) => rule)).toContain('form/unknown');
  write(own);
  const { sources, errors } = await openContent({ root: '.', folder });
  expect(errors).toEqual([]);
  expect(sources[0]?.disclosure.projects[0]).toMatchObject({
    name: '村卫生室设备更新',
    budget: { yuan: '1000000.00' },
    indicators: [{ name: '更新设备数量', annualTarget: { value: '50', unit: '套' } }],
  });
});

test.each([
  ['name: [', 'forms/own.yaml:1 不是有效的 YAML'],
  ['name: 本地\nlabels: *nothing', 'forms/own.yaml:2 不是有效的 YAML'],
  ['basedOn: national\n', 'name 应为文字'],
  ['name: 甲\ncolour: red\n', '没有 colour 这一项'],
  ['name: 甲\nbasedOn: beijing\n', 'basedOn 应为 guangdong、guangdong-period、national、ledger 之一'],
  ['name: 甲\nbudget: 核定数\n', 'budget 应为一列栏目名称'],
  ['name: 甲\nbudget: [1]\n', 'budget.0 应为文字'],
  ['name: 甲\nfields: 乙\n', 'fields 应为“项: 值”的形式'],
  ['- 甲\n', '文件 应为“项: 值”的形式'],
  ["name: ''\n", 'name 写得不对'],
  ['name: 甲\ncolour: red\nsize: 1\n', 'forms/own.yaml 没有 colour、size 这一项；可用的有 name、layout、'],
  ['name: 甲\nperiod:\n  year: [乙]\n', 'forms/own.yaml period 里没有 year 这一项；可用的有 row、start、end'],
  [
    'name: 甲\ngoals:\n  year: [乙]\n',
    'forms/own.yaml goals 里没有 year 这一项；可用的有 section、period、annual',
  ],
  ['name: 甲\nfields:\n  colour: [乙]\n', 'fields 里没有 colour 这一项；可用的有 name、type、'],
  ['name: 甲\ncolumns:\n  colour: [乙]\n', 'columns 里没有 colour 这一项；可用的有 category、subcategory、'],
])('says in Chinese what is wrong with %j', (text, message) => {
  write(text);
  expect(() => readForms(folder)).toThrow(message);
});

test('all problems of all files are in one error', () => {
  writeFileSync(join(folder, 'forms/a.yml'), 'budget: 核定数\n');
  writeFileSync(join(folder, 'forms/b.json'), '{');
  expect(() => readForms(folder)).toThrow(
    expect.objectContaining({
      name: 'FormError',
      message: [
        'content/forms/ 里的表式有误，没有读文件：',
        'forms/a.yml name 应为文字',
        'forms/a.yml budget 应为一列栏目名称',
        'forms/b.json:1 不是有效的 YAML',
      ].join('\n'),
    }) as Error,
  );
});

test('forms are read by the order of their names, before those of the project; other files are none', () => {
  for (const name of ['b.json', 'a.yml', 'c.yaml', '.d.yaml', 'e.yaml.txt', 'yaml'])
    writeFileSync(join(folder, 'forms', name), `{"name": "表式 ${name}"}`);
  const known = readForms(join(folder, 'no such folder'));
  const forms = readForms(folder);
  expect(forms.map(({ name }) => name)).toEqual([
    ...['表式 a.yml', '表式 b.json', '表式 c.yaml'],
    ...known.map(({ name }) => name),
  ]);
  expect(forms.slice(3)).toEqual(known);
});
