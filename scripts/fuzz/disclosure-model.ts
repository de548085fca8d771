/** A disclosure that a case of the fuzzer writes down and expects to read again. */
export interface DisclosureModel {
  year: number;
  projects: ProjectModel[];
  layout: Layout;
}

export interface ProjectModel {
  texts: { name: string; type?: string; level?: string; department?: string; spendingUnit?: string };
  period: { start: number; end: number } | null;
  budget: { label: string; text: string; yuan: string };
  goals: { period: string | null; annual: string | null };
  /** Labels of columns of the office's own. */
  columns: string[];
  groups: { category: string; subgroups: { subcategory: string; rows: RowModel[] }[] }[];
  others: { label: string; value: string }[];
}

export interface RowModel {
  name: string;
  periodTarget: string;
  annualTarget: string;
  /** One a column of the office's own; `''` where nothing is written. */
  details: string[];
}

/** How it is written, which is to make no difference to what is read. */
export interface Layout {
  kind: 'tabs' | 'pipes';
  lineEnding: '\n' | '\r\n' | '\r';
  /** Whether a merged category is written once, or on every row. */
  isMerged: boolean;
  /** Dividers between a label and its value. */
  gap: number;
  /** Dividers behind the last cell of a row. */
  trailing: number;
  /** Whether every cell is quoted, as some spreadsheets do. */
  isQuoted: boolean;
  hasByteOrderMark: boolean;
  hasTitles: boolean;
}
