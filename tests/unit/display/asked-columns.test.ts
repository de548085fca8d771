import { expect, test } from 'vitest';
import { askedColumns } from '../../../src/display/asked-columns.ts';
import type { Asked } from '../../../src/record/disclosure-schema.ts';
import { COLUMNS } from '../../../src/record/fields.ts';

const formWith = (...columns: Asked['columns']) => ({ source: { asked: { fields: [], columns } } });
const shown = (...forms: ReturnType<typeof formWith>[]) =>
  COLUMNS.filter((column) => askedColumns(forms)[column]);

test.each(COLUMNS)('a form with the column %s alone has that column', (column) => {
  expect(shown(formWith(column))).toEqual([column]);
});

test('projects of several forms have the columns of each', () => {
  expect(shown(formWith('category'), formWith('periodTarget'))).toEqual(['category', 'periodTarget']);
  expect(shown(formWith())).toEqual([]);
});
