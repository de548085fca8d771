import { toSearchable } from './fold.ts';

/**
 * A project as search indexes it and as a result shows it; or a result (自评) that answers no published target. All texts are as
 * published.
 */
export interface SearchRecord {
  /** Address of the page of the project, or of the result. */
  url: string;
  year: number;
  /** The body that published it. */
  publisher: string;
  name: string;
  /** What tells it apart from other projects of its name, body and year; shown, not searched. Not there where there are none. */
  apart?: string;
  /** 项目类型; null if its cell is blank, or the form has none. */
  type: string | null;
  /** Whether the form has 项目类型, if it has not. */
  asksType?: false;
  /** Whether the form has a column of targets of the year, if it has not. */
  asksAnnual?: false;
  /** Budget, exact yuan. Null: the form has no funds. */
  yuan: string | null;
  indicators: SearchIndicator[];
  /** All other cells, each with the label to show. */
  others: { label: string; text: string }[];
  /** What became of it. Not there where no result was published. */
  result?: SearchResult;
}

/** What search finds of a result. */
interface SearchResult {
  /** Address of its page; that of the record, if no target was published. */
  url: string;
  /** Its cells that say more than the targets. */
  cells: ResultCell[];
}

export interface ResultCell {
  label: string;
  /** The indicator that it is about. Not there where it is about the project. */
  of?: string;
  text: string;
  /** Fragment of its row on the page of the result. Not there where it is about the project. */
  anchor?: string;
}

export interface SearchIndicator {
  /** Fragment of its row on the project's page. */
  anchor: string;
  category: string;
  subcategory: string;
  name: string;
  /** Target of the year; empty if there is none. */
  annual: string;
  /** Target of the period; empty if there is none. */
  period: string;
  /** The targets combined with the columns next to them (`≥95%`), if that adds something. Shown, not searched. */
  annualReading?: string;
  periodReading?: string;
  /** Cells of additional columns. */
  details: string[];
}

/** The distinct texts that match a record: its cells and categories, but no labels of the form. */
export function textsOf({ name, indicators, others, result }: SearchRecord): string[] {
  const cells = [...others, ...(result?.cells ?? [])];
  const texts = [name, ...indicators.flatMap(textsOfIndicator), ...cells.map(({ text }) => text)];
  return [...new Set(texts.filter((text) => text !== ''))];
}

export function textsOfIndicator(indicator: SearchIndicator): string[] {
  const { name, annual, period, subcategory, category, details } = indicator;
  return [name, annual, period, subcategory, category, ...details];
}

/** The targets of an indicator by which quantities are found: folded, with what columns next to them say; no blank ones. */
export function targetKeysOf({ annual, period, annualReading, periodReading }: SearchIndicator): string[] {
  const texts = [annualReading ?? annual, periodReading ?? period];
  return texts.map((text) => toSearchable(text).text).filter((text) => text !== '');
}
