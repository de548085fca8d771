import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openContent } from '../../../src/content/open-content.ts';
import { compileOfficeForm, readOfficeForms, type OfficeFormData } from '../../../src/content/read-forms.ts';
import { openDrafts } from '../../../src/desk/drafts.ts';
import { listLabelsOf } from '../../../src/desk/form-places.ts';
import { openedDrafts, readDraft, type DraftReading } from '../../../src/desk/read-draft.ts';
import { saveForm } from '../../../src/desk/save-form.ts';
import {
  applyChoices,
  isChoice,
  missingPlaces,
  readTaught,
  taughtForm,
  teachingOf,
} from '../../../src/desk/teach-draft.ts';
import { OfficeFormSchema } from '../../../src/record/form-schema.ts';
import { tempFolders } from '../../helpers/temp-folders.ts';
import { fixtureSource } from '../../helpers/write-files.ts';

const newFolder = tempFolders();
const SHEET = `云岭市2026年度绩效目标申报表

事项全称\t馆藏档案数字化\t核定数\t18.6\t
经办单位\t云岭市档案馆\t\t\t
大类\t小类\t考核项\t承诺值\t责任科室
产出指标\t数量指标\t数字化页数\t12万页\t保管科
效益指标\t社会效益\t开放目录条数\t4.6万条\t利用科
`;
const LEDGER = `2026年绩效目标汇总表

事项\t核定数\t大类\t小类\t考核项\t承诺值
档案数字化\t18.6\t产出指标\t数量指标\t数字化页数\t12万页
\t\t效益指标\t社会效益\t开放目录条数\t4.6万条
库房改造\t20\t产出指标\t数量指标\t改造面积\t300平方米
`;
const COLUMNS = {
  大类: 'columns.category',
  小类: 'columns.subcategory',
  考核项: 'columns.name',
  承诺值: 'columns.annualTarget',
};
const CHOICES = {
  事项全称: 'fields.name',
  核定数: 'budget|万元',
  经办单位: 'fields.spendingUnit',
  ...COLUMNS,
  责任科室: 'others',
};

/** A file of a text in a content folder with forms, and what was chosen for its labels. */
async function open(text: string, choices: Record<string, string> = {}, folder = newFolder()) {
  const drafts = openDrafts(join(folder, '.drafts'));
  const dropped = drafts.add('2026年申报表.txt', Buffer.from(text));
  const draft = drafts.answer(dropped, { taught: { choices } });
  const opened = openedDrafts(drafts);
  const content = await openContent({ root: '.', folder });
  const reading = await readDraft(draft, content, opened);
  const teaching = teachingOf(reading, readOfficeForms(folder));
  if (!teaching) return { folder, reading, teaching, data: null, taught: null };
  const source = reading.converted.text;
  const data = taughtForm(teaching, source);
  const taught = await readTaught(draft, content, opened, teaching, source);
  return { folder, reading, teaching, data, taught };
}

const missingOf = (taught: DraftReading | null, data: OfficeFormData | null) =>
  taught && data && missingPlaces(taught, data);

describe('a form that nobody described', () => {
  test('is asked about, and named after the table without its year', async () => {
    const { teaching, data, taught } = await open(SHEET);
    expect(teaching).toMatchObject({ isNeeded: true, office: null, name: '云岭市绩效目标申报表' });
    expect(teaching?.labels.map(({ key, choice }) => [key, choice])).toEqual(
      Object.keys(CHOICES).map((key) => [key, null]),
    );
    expect(data && listLabelsOf(data)).toEqual([]);
    expect(taught?.converted.reading.projects).toEqual([]);
  });

  test('is read as far as it was chosen, and says what no label is yet', async () => {
    const { data, taught } = await open(SHEET, { ...CHOICES, 承诺值: '', 考核项: '' });
    expect(missingOf(taught, data)).toEqual(['三级指标', '年度指标值']);
  });

  test('is read as it was chosen: every cell under its meaning, the sum in its unit', async () => {
    const { data, taught } = await open(SHEET, CHOICES);
    expect(data).toMatchObject({ name: '云岭市绩效目标申报表', basedOn: 'guangdong' });
    expect(missingOf(taught, data)).toEqual([]);
    expect(taught?.converted.reading.projects).toMatchObject([
      {
        name: '馆藏档案数字化',
        spendingUnit: '云岭市档案馆',
        budget: { text: '18.6', yuan: '186000.00' },
        indicators: [
          { category: '产出指标', name: '数字化页数', annualTarget: { text: '12万页' } },
          { name: '开放目录条数', details: [{ label: '责任科室', value: '利用科' }] },
        ],
      },
    ]);
  });

  test('with its projects in the rows of indicators is a ledger', async () => {
    const choices = { 事项: 'fields.name', 核定数: 'budget|万元', ...COLUMNS };
    const { data, taught } = await open(LEDGER, choices);
    expect(data?.basedOn).toBe('ledger');
    expect(taught?.converted.reading.projects).toMatchObject([
      { name: '档案数字化', budget: { yuan: '186000.00' }, indicators: [{}, { name: '开放目录条数' }] },
      { name: '库房改造', budget: { yuan: '200000.00' } },
    ]);
  });

  test('once it is kept, the next file of the form needs no answer', async () => {
    const { folder, data } = await open(SHEET, CHOICES);
    if (!data) throw new Error('no form');
    saveForm(folder, 'own.yaml', data, true);
    const next = await open(
      SHEET.replace('馆藏档案数字化', '库房改造').replaceAll('2026', '2027'),
      {},
      folder,
    );
    expect(next.teaching).toMatchObject({ isNeeded: false, office: { file: 'own.yaml' } });
    expect(next.reading.converted.reading.projects).toMatchObject([
      { name: '库房改造', budget: { yuan: '186000.00' } },
    ]);
    expect(next.reading.notices.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('is corrected: the label leaves its old place, the others stay', async () => {
    const { folder, data } = await open(SHEET, CHOICES);
    if (!data) throw new Error('no form');
    saveForm(folder, 'own.yaml', data, true);
    const { teaching, data: corrected } = await open(SHEET, { 经办单位: 'fields.department' }, folder);
    expect(teaching?.labels.map(({ key, choice }) => [key, choice])).toEqual(
      Object.entries({ ...CHOICES, 经办单位: 'fields.department' }),
    );
    expect(corrected && listLabelsOf(corrected)).toEqual(
      expect.arrayContaining([
        { key: '经办单位', text: '经办单位', choice: 'fields.department' },
        { key: '核定数', text: '核定数（万元）', choice: 'budget|万元' },
      ]),
    );
    expect(corrected?.fields.spendingUnit ?? []).toEqual([]);
  });
});

test('a sum whose unit was written when its label was chosen is asked about where none is', async () => {
  const own = { name: '本地表', fields: { name: ['事项全称'] }, budget: ['核定数'] };
  const folder = newFolder();
  saveForm(folder, 'own.yaml', OfficeFormSchema.parse(own), true);
  const choicesOf = async (text: string) => {
    const { teaching } = await open(text, {}, folder);
    return teaching?.labels.find(({ key }) => key === '核定数')?.choice;
  };
  expect(await choicesOf(SHEET)).toBeNull();
  expect(await choicesOf(SHEET.replace('核定数', '核定数（万元）'))).toBe('budget');
});

describe('a file that is read without an answer', () => {
  test('has nothing to say where each cell is a field', async () => {
    expect((await open(fixtureSource('a-plain-table'))).teaching).toBeNull();
  });

  test('can still say what a column is that is published as it is written', async () => {
    const { teaching } = await open(fixtureSource('extra-columns-become-details'));
    expect(teaching?.isNeeded).toBe(false);
    expect(teaching?.labels.map(({ text, choice }) => [text, choice])).toEqual([['权重', null]]);
  });

  test('of labels that say nothing of targets can be taught, if somebody wants to', async () => {
    const { teaching } = await open('姓名\t生日\t电话\n甲\t5月\t无\n乙\t6月\t无\n');
    expect(teaching?.isNeeded).toBe(false);
    expect(teaching?.labels.map(({ text }) => text)).toEqual(['姓名', '生日']);
  });
});

test('what is no choice of a label counts as none', async () => {
  const { teaching } = await open(SHEET, { 核定数: 'budget', 事项全称: 'columns.name', 承诺值: '__proto__' });
  expect(teaching?.labels.map(({ choice }) => choice)).toEqual(Object.keys(CHOICES).map(() => null));
  expect(isChoice({ isColumn: false, isUnitKnown: true }, 'budget')).toBe(true);
});

test('a choice that changes nothing leaves the lists as they are', () => {
  const form = OfficeFormSchema.parse({ name: '本地表', others: ['备考', '科室'] });
  const label = { key: '备考', text: '备考', choice: 'others' };
  expect(applyChoices(form, [label])).toEqual(form);
  expect(applyChoices(form, [{ ...label, choice: null }])).toEqual(form);
  const changed = applyChoices(form, [{ ...label, choice: 'columns.unit' }]);
  expect([changed.others, changed.columns.unit]).toEqual([['科室'], ['备考']]);
  expect(compileOfficeForm(changed).columns.get('备考')?.name).toBe('unit');
  const written = OfficeFormSchema.parse({ name: '本地表', budget: ['（一）2026年核定数（万元）'] });
  expect(applyChoices(written, [{ key: '核定数', text: '核定数', choice: 'budget|万元' }])).toEqual(written);
});
