/** The fields of a table's head that hold one text each. */
export type FieldName = 'name' | 'type' | 'level' | 'department' | 'spendingUnit';
/** The columns of the indicator table that have a field in the record. */
export type ColumnName = 'category' | 'subcategory' | 'name' | 'periodTarget' | 'annualTarget';
export type GoalName = 'period' | 'annual';

/** A form of the target table, as data: which labels mean what. Patterns meet labels that `normalizeLabel` has simplified. */
export interface Form {
  fields: Record<FieldName, RegExp>;
  /** Groups `year` and `unit` (元 or 万元), either of which may be missing. */
  budget: RegExp;
  /** The row of first and last year, and the labels within it. */
  period: { row: RegExp; start: RegExp; end: RegExp };
  /** The merged cell beside the goals, and the labels of the goals. */
  goals: { section: RegExp; labels: Record<GoalName, RegExp> };
  /** Headers of the indicator columns. */
  columns: Record<ColumnName, RegExp>;
  /** The merged cell left of the indicators. */
  indicators: RegExp;
  /** What stands in the two outer indicator columns; tells a row that has slipped sideways. */
  category: RegExp;
  subcategory: RegExp;
}

/** A label without what varies from office to office: spaces, line breaks, full-width forms, a colon behind it. */
export function normalizeLabel(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s+/g, '').replace(/:$/, '');
}
