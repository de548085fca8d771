import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readForms, readOfficeForms } from '../../../src/content/read-forms.ts';
import {
  checkName,
  formsWith,
  KeepError,
  newFile,
  refuseWhile,
  removeForm,
  saveForm,
  writeForm,
} from '../../../src/desk/save-form.ts';
import { OfficeFormSchema } from '../../../src/record/form-schema.ts';
import { tempFolders } from '../../helpers/temp-folders.ts';

const newFolder = tempFolders();
const data = OfficeFormSchema.parse({
  name: '本地: 表 #1',
  basedOn: 'national',
  fields: { name: ['项目全称'] },
  budget: ['核定数（万元）', '- 数: 一'],
  columns: { annualTarget: ['承诺值'] },
});

describe('a form that is kept', () => {
  test('is a file that every command reads, whatever its words', () => {
    const folder = newFolder();
    saveForm(folder, 'own.yaml', data, true);
    const [form, ...others] = readOfficeForms(folder);
    expect(others).toEqual([]);
    expect(form?.data).toMatchObject({ name: data.name, basedOn: 'national', budget: data.budget });
    expect(form?.data.columns).toMatchObject({ annualTarget: ['承诺值'] });
    expect(readdirSync(join(folder, 'forms'))).toEqual(['own.yaml']);
  });

  test('that somebody wrote keeps its comments, and what has no place on the desk', () => {
    const before = `# 财政局发的表
name: 本地表
categories: [产出]
budget:
  - 核定数 # 见第三行
others: [科室]
`;
    const own = OfficeFormSchema.parse({
      name: '本地新表',
      categories: ['产出'],
      budget: ['核定数'],
      goals: { annual: ['科室'] },
    });
    expect(writeForm(before, own)).toBe(`# 财政局发的表
name: 本地新表
categories: [ 产出 ]
budget:
  - 核定数 # 见第三行
goals:
  annual:
    - 科室
`);
  });

  test('whose lists are written in a way that can not be changed here is left as it is', () => {
    const text = 'name: 本地表\nbudget: &a [核定数]\nothers: *a\n';
    const folder = newFolder();
    mkdirSync(join(folder, 'forms'));
    writeFileSync(join(folder, 'forms/own.yaml'), text);
    expect(() => {
      saveForm(folder, 'own.yaml', data, false);
    }).toThrow(KeepError);
    expect(readFileSync(join(folder, 'forms/own.yaml'), 'utf8')).toBe(text);
  });

  test('is taken away, and nothing else', () => {
    const folder = newFolder();
    saveForm(folder, 'a.yaml', data, true);
    saveForm(folder, 'b.yaml', { ...data, name: '乙' }, true);
    removeForm(folder, 'a.yaml');
    expect([existsSync(join(folder, 'forms/a.yaml')), existsSync(join(folder, 'forms/b.yaml'))]).toEqual([
      false,
      true,
    ]);
  });

  test('is tried in the order of the files, as it will be read', () => {
    const folder = newFolder();
    saveForm(folder, 'b.yaml', data, true);
    const forms = readOfficeForms(folder);
    const next = formsWith(forms, 'a.yaml', { ...data, name: '甲' });
    expect(next.slice(0, 2).map(({ name }) => name)).toEqual(['甲', data.name]);
    expect(formsWith(forms, 'b.yaml', null)).toEqual(readForms(newFolder()));
    saveForm(folder, 'a.yaml', { ...data, name: '甲' }, true);
    expect(readForms(folder)).toEqual(next);
  });
});

describe('the name of a form', () => {
  const forms = [{ file: 'own.yaml', data, form: readForms('')[0] }].flatMap((each) =>
    each.form ? [{ ...each, form: each.form }] : [],
  );

  test.each([
    ['', '请写'],
    ['甲'.repeat(61), '最多 60 个字'],
    ['甲\n乙', '写在一行里'],
    [data.name, '已经有一种表叫'],
    ['财政部项目支出绩效目标表', '已经有一种表叫'],
  ])('%j is not taken', (name, message) => {
    expect(() => {
      checkName(name, forms, null);
    }).toThrow(message);
  });

  test('may be the one that the form has', () => {
    expect(() => {
      checkName(data.name, forms, forms[0] ?? null);
      checkName('云岭市绩效目标申报表', forms, null);
    }).not.toThrow();
  });

  test.each([
    ['云岭市申报表', [], 'yun-ling-shi-shen-bao-biao.yaml'],
    ['云岭市申报表', ['yun-ling-shi-shen-bao-biao.yml'], 'yun-ling-shi-shen-bao-biao-2.yaml'],
    ['../../site', [], 'site.yaml'],
    ['CON', [], 'form-con.yaml'],
    ['..', [], '5ec1f7e7.yaml'],
  ])('%j gives a file name that is safe everywhere', (name, taken, file) => {
    expect(
      newFile(
        name,
        taken.map((each) => ({ file: each })),
      ),
    ).toBe(file);
  });
});

test('nothing is kept while a site is built', () => {
  expect(() => {
    refuseWhile(true);
  }).toThrow(KeepError);
  expect(() => {
    refuseWhile(false);
  }).not.toThrow();
});
