import { expect, test } from 'vitest';
import { openContent } from '../../../src/content/open-content.ts';
import { compileOfficeForm } from '../../../src/content/read-forms.ts';
import { effectsOf, refuseErrors } from '../../../src/desk/form-effects.ts';
import { OfficeFormSchema } from '../../../src/record/form-schema.ts';
import { forms } from '../../../src/record/forms/forms.ts';
import { tempFolders } from '../../helpers/temp-folders.ts';
import { fixtureSource, writeFiles } from '../../helpers/write-files.ts';

const newFolder = tempFolders();
const own = {
  name: '本地表',
  fields: { name: ['项目全称'] },
  budget: ['核定数'],
  columns: {
    category: ['指标大类'],
    subcategory: ['指标小类'],
    name: ['指标条目'],
    annualTarget: ['承诺值'],
  },
};
const compile = (input: object) => compileOfficeForm(OfficeFormSchema.parse(input));

async function contentWith(form: string) {
  const folder = newFolder();
  writeFiles(folder, {
    'forms/own.yaml': form,
    'disclosures/2026/a.md': fixtureSource('form-that-nobody-described'),
    'disclosures/2026/b.md': fixtureSource('a-plain-table'),
  });
  return openContent({ root: '.', folder });
}

test('forms that read all sources as before have no effect', async () => {
  const content = await contentWith(JSON.stringify(own));
  expect(content.errors).toEqual([]);
  expect(effectsOf(content, content.forms)).toEqual([]);
});

test('a source that is read in another way is named', async () => {
  const content = await contentWith(JSON.stringify(own));
  const changed = { ...own, fields: { name: ['项目全称'], spendingUnit: ['经办处室'] } };
  const effects = effectsOf(content, [compile(changed), ...forms]);
  expect(effects).toEqual([{ what: '云岭市卫生局2026年', error: null }]);
  expect(() => {
    refuseErrors(effects);
  }).not.toThrow();
});

test('a source that could not be read any more is a reason to refuse', async () => {
  const content = await contentWith(JSON.stringify(own));
  const effects = effectsOf(content, forms);
  expect(effects.map(({ what, error }) => [what, error?.severity])).toEqual([[expect.any(String), 'error']]);
  expect(() => {
    refuseErrors(effects);
  }).toThrow('就读不出了');
});

test('a source with errors may keep them', async () => {
  const content = await contentWith('name: 空表\n');
  expect(content.errors.length).toBeGreaterThan(0);
  const effects = effectsOf(content, [compile(own), ...forms]);
  expect(effects.map(({ error }) => error)).toEqual([null]);
});
