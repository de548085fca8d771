import type { Asked, ParsedProject } from '../record/disclosure-schema.ts';

type Column = Asked['columns'][number];

/** Which columns a table of the indicators of these projects has: those that the form of one of them has. */
export function askedColumns(
  projects: readonly { source: Pick<ParsedProject['source'], 'asked'> }[],
): Record<Column, boolean> {
  const has = (column: Column) => projects.some(({ source }) => source.asked.columns.includes(column));
  return {
    category: has('category'),
    subcategory: has('subcategory'),
    annualTarget: has('annualTarget'),
    periodTarget: has('periodTarget'),
  };
}
