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

/** The part of a published result that holds what its table says. */
export interface RecordedResult {
  id: string;
  year: number;
  name: string;
  code: string | null;
  department: string | null;
  spendingUnit: string | null;
  funds: { total: RecordedFunds | null; sources: RecordedFunds[] };
  goals: { expected: string | null; actual: string | null };
  indicators: RecordedAnswer[];
  total: { weight: Figure | null; score: Figure | null; line: number } | null;
  otherFields: (Detail & { line: number })[];
  source: { path: string; sha256: string; startLine: number; endLine: number };
}
/** A row of 项目资金. */
export interface RecordedFunds {
  label: string;
  initial: Money | null;
  revised: Money | null;
  spent: Money | null;
  weight: Figure | null;
  rate: Figure | null;
  score: Figure | null;
  details: Detail[];
  line: number;
}
/** An indicator of a result. */
export interface RecordedAnswer {
  category: string;
  subcategory: string;
  name: string;
  target: Target | null;
  actual: Target | null;
  weight: Figure | null;
  score: Figure | null;
  reason: string | null;
  details: Detail[];
  line: number;
}
/** Null: the text is no sum, or nothing says whether it counts yuan or 万元. */
export interface Money {
  text: string;
  yuan: string | null;
}
/** Points or per cent; null: the text is no number. */
export interface Figure {
  text: string;
  value: string | null;
}

/** The part of a record of a whole office that holds what its table says. */
export interface RecordedOverall {
  /** `<year>/<body>#overall`. */
  id: string;
  year: number;
  name: string | null;
  funds: (LabelledMoney & { line: number })[];
  tasks: {
    name: string | null;
    content: string | null;
    amounts: TaskMoney[];
    details: Detail[];
    line: number;
  }[];
  total: { label: string; amounts: TaskMoney[]; details: Detail[]; line: number } | null;
  goal: string | null;
  indicators: Omit<RecordedAnswer, 'actual' | 'score' | 'reason'>[];
  otherFields: (Detail & { line: number })[];
  source: { path: string; sha256: string; startLine: number; endLine: number };
}
type LabelledMoney = Money & { label: string };
/** `over`: the header over its column and others. */
type TaskMoney = LabelledMoney & { over: string | null };

/** A `disclosure.json`, or a `results.json`. */
export interface RecordedDisclosure {
  projects: RecordedProject[];
  results: RecordedResult[];
  /** Missing: the source has no table of a whole office. */
  overall?: RecordedOverall[] | undefined;
  notices: { rule: string; path: string; line: number; message: string }[];
}

/** What was compared, and each value that is not there as it was written. */
export interface Comparison {
  cells: number;
  losses: string[];
}
