/** The part of a published project that holds what its source says. */
export interface RecordedProject {
  id: string;
  year: number;
  name: string;
  type: string | null;
  level: string | null;
  department: string | null;
  spendingUnit: string | null;
  period: { start: number; end: number; openEnded: boolean } | null;
  /** Null: its form has no funds. */
  budget: { text: string; yuan: string } | null;
  goals: { period: string | null; annual: string | null };
  indicators: RecordedIndicator[];
  otherFields: (Detail & { line: number })[];
  /** `notAsked`: fields and columns that its form does not have; missing where it has all. */
  source: {
    path: string;
    sha256: string;
    startLine: number;
    endLine: number;
    notAsked?: string[] | undefined;
  };
}
export interface RecordedIndicator {
  category: string;
  subcategory: string;
  name: string;
  periodTarget: Target | null;
  annualTarget: Target | null;
  details: Detail[];
  line: number;
}
export interface Target {
  text: string;
  comparator: string | null;
  /** Figures as written, without separators; null where the text is no quantity. */
  value: string | null;
  upper: string | null;
  unit: string | null;
}
export interface Detail {
  label: string;
  value: string;
}

/** A `disclosure.json`. */
export interface RecordedDisclosure {
  projects: RecordedProject[];
  notices: { rule: string; path: string; line: number; message: string }[];
}

/** What was compared, and each value that is not there as it was written. */
export interface Comparison {
  cells: number;
  losses: string[];
}
