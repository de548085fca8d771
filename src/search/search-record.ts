/** What search knows of a project: what it finds it by, and what a result shows. */
export interface SearchRecord {
  /** Address of the project's page. */
  url: string;
  year: number;
  /** The body that published it. */
  publisher: string;
  name: string;
  /** 项目类型; null where the table has none. */
  type: string | null;
  /** Budget, exact yuan. */
  yuan: string;
  indicators: SearchIndicator[];
  /** All other cells, each with the label it is shown under. */
  others: { label: string; text: string }[];
}

/** An indicator as search shows it; every text as published. */
export interface SearchIndicator {
  /** Fragment of its row on the project's page. */
  anchor: string;
  category: string;
  subcategory: string;
  name: string;
  /** Target of the year; empty where there is none. */
  annual: string;
  /** Target of the period; empty where there is none. */
  period: string;
  /** How they read with the columns beside them (`≥95%`), where they do not say it themselves. Shown, not searched. */
  annualReading?: string;
  periodReading?: string;
  /** Cells of further columns. */
  details: string[];
}

/** The distinct texts that a record is found by: its cells, and the names of categories, but no label of the form. */
export function textsOf(record: SearchRecord): string[] {
  const texts = [
    record.name,
    ...record.indicators.flatMap(textsOfIndicator),
    ...record.others.map(({ text }) => text),
  ];
  return [...new Set(texts.filter((text) => text !== ''))];
}

/** The texts that an indicator is found by. */
export function textsOfIndicator({
  category,
  subcategory,
  name,
  annual,
  period,
  details,
}: SearchIndicator): string[] {
  return [name, annual, period, subcategory, category, ...details];
}
