/** One project as one output tells it. Every kind of output is read into this shape, and compared in one way. */
export interface PublishedProject {
  /** Where it was read: `page 2026/qingxi/he-dao/index.html`. */
  where: string;
  name: string;
  /** The amount, exact yuan with two places. Null: the output has none (a table of indicators). */
  yuan: string | null;
  /** Texts of the head by key: a key of `form-words.ts`, or the office's own label. Null: the output has no head (a table of indicators). */
  fields: Map<string, string[]> | null;
  /** Rows of indicators in their order. Null: the output has none (a table of projects). */
  rows: PublishedRow[] | null;
  /** Whether rows stand together by category, so that only within one the order is the source's. */
  isGrouped: boolean;
  /** Lines of the source as they are shown, by number. Null: the output shows none. */
  lines: Map<number, string> | null;
}

export interface PublishedRow {
  category: string;
  subcategory: string;
  name: string;
  periodTarget: string;
  annualTarget: string;
  details: { label: string; value: string }[];
}
