/** A generated disclosure: the fuzzer writes it as a file and expects to read the same values. */
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
  /** Labels of columns that the form does not define. */
  columns: string[];
  groups: { category: string; subgroups: { subcategory: string; rows: RowModel[] }[] }[];
  others: { label: string; value: string }[];
}

interface RowModel {
  name: string;
  periodTarget: string;
  annualTarget: string;
  /** One per extra column, may be empty. */
  details: string[];
}

/** How the file is written; must not affect what is read. */
export interface Layout {
  kind: 'tabs' | 'pipes';
  lineEnding: '\n' | '\r\n' | '\r';
  /** Whether a category is written once, or in every row. */
  isMerged: boolean;
  /** Dividers between a label and its value. */
  gap: number;
  /** Dividers after the last cell of a row. */
  trailing: number;
  /** Whether all cells are quoted, as some spreadsheets do. */
  isQuoted: boolean;
  hasByteOrderMark: boolean;
  hasTitles: boolean;
}
