import { expect, test } from 'vitest';
import type { Form } from '../../../../src/record/form.ts';
import { FormSchema } from '../../../../src/record/form-schema.ts';
import { CATEGORIES } from '../../../../src/record/categories.ts';
import { formInputs, forms } from '../../../../src/record/forms/forms.ts';
import words from '../../../../src/record/forms/forms.json' with { type: 'json' };
import { otherTables } from '../../../../src/record/forms/other-tables.ts';

/** `部门名称 → department 3`: the word's place among those that mean the same, 0 for the form's own. */
function listMeanings(meanings: ReadonlyMap<string, { name: string; rank: number }>): string[] {
  return [...meanings].map(([label, { name, rank }]) => `${label} → ${name} ${rank}`);
}

function listForm(form: Form): string {
  return [
    `# ${form.name}${form.isLedger ? ' (ledger)' : ''}`,
    ...['## head', ...listMeanings(form.head)],
    ...['## goals', ...listMeanings(form.goals)],
    ...['## columns', ...listMeanings(form.columns)],
    ...['## sections of goals', ...form.goalSections.keys()],
    ...['## sections of indicators', ...form.indicators.keys()],
    ...['## categories', ...form.categories],
    ...['## subcategories', ...form.subcategories],
    '',
  ].join('\n');
}

test.each(['common', ...Object.keys(formInputs)] as const)('the data of %s are a form', (name) => {
  const { success, error } = FormSchema.safeParse(words[name as keyof typeof words]);
  expect([success, error]).toEqual([true, undefined]);
});

/** An office's file is read by these words: one that is lost makes a field of it the office's own, without an error. */
test('forms know the labels that are on record in known-labels.txt, and mean the same by them', async () => {
  await expect(forms.map(listForm).join('\n')).toMatchFileSnapshot('known-labels.txt');
});

test('forms ask for the four categories', () => {
  for (const { categories } of Object.values(formInputs)) expect(categories).toEqual(CATEGORIES);
});

test('tables of other kinds are made out by the labels that are on record in other-tables.txt', async () => {
  const listed = otherTables.map(({ name, labels, pattern, least, excludesTargets }) =>
    [
      `# ${name}`,
      `## ${least} of these${excludesTargets ? ', which no target table has' : ''}`,
      ...labels,
      ...(pattern ? [`pattern ${pattern.source}`] : []),
      '',
    ].join('\n'),
  );
  await expect(listed.join('\n')).toMatchFileSnapshot('other-tables.txt');
});
