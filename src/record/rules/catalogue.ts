/**
 * Every rule that a notice can come from. The only place that lists them: code refers to a rule by its id, and chooses notices
 * by the fields below. What the guide says about each is in `rule-texts.json`.
 */
export type Severity = 'error' | 'warning' | 'info';

/** What a notice is about: where a page shows it. */
export type Subject =
  /** The file as a whole: its name, encoding, end. */
  | 'file'
  /** Text outside tables. */
  | 'text'
  /** A table whose form is not recognized, so that none of its cells can be interpreted. */
  | 'form'
  /** A table as a whole, also where its position is that of a row. */
  | 'table'
  /** A labelled cell of the head. */
  | 'field'
  | 'budget'
  | 'goal'
  /** A row of the indicator table. */
  | 'row'
  /** Any cell. */
  | 'cell';

export interface RuleInfo {
  /** error: can't be published · warning: published, with the notice on the page · info: background detail. */
  severity: Severity;
  subject: Subject;
  /** `staff`: not shown on pages and not in downloads. Default: everybody. */
  audience?: 'staff';
  /** It is about how the text is written (Markdown, columns, blank rows), not about what it says: it stays with the source. */
  isAboutLayout?: true;
}

export const catalogue = {
  // The file.
  'file/unreadable': { severity: 'error', subject: 'file' },
  'file/too-large': { severity: 'error', subject: 'file' },
  'file/not-utf-8': { severity: 'error', subject: 'file' },
  'file/control-character': { severity: 'error', subject: 'file' },
  'file/no-year': { severity: 'error', subject: 'file' },
  'file/duplicate-name': { severity: 'error', subject: 'file' },
  'file/same-original': { severity: 'error', subject: 'file' },
  'file/original-missing': { severity: 'error', subject: 'file' },
  'file/original-altered': { severity: 'error', subject: 'file' },
  'file/reserved-name': { severity: 'error', subject: 'file' },
  'file/personal-number': { severity: 'error', subject: 'file' },
  'file/not-read': { severity: 'warning', subject: 'file' },
  'file/may-be-cut': { severity: 'warning', subject: 'file' },
  'file/projects-missing': { severity: 'warning', subject: 'file' },
  'file/no-line-end': { severity: 'info', subject: 'file', audience: 'staff' },
  'front-matter/unreadable': { severity: 'warning', subject: 'file' },
  'front-matter/import-unreadable': { severity: 'error', subject: 'file' },
  'front-matter/wrong-correction': { severity: 'error', subject: 'file' },
  'permalink/unreadable': { severity: 'error', subject: 'file' },
  'permalink/vanished': { severity: 'error', subject: 'file' },

  // Files next to the tables.
  'site/unreadable': { severity: 'error', subject: 'file' },
  'site/unknown-field': { severity: 'error', subject: 'file' },
  'site/wrong-field': { severity: 'error', subject: 'file' },
  'guide/unreadable': { severity: 'error', subject: 'file' },
  'guide/unknown-field': { severity: 'error', subject: 'file' },
  'guide/wrong-field': { severity: 'error', subject: 'file' },
  'guide/unknown-component': { severity: 'error', subject: 'file' },
  'guide/wrong-attribute': { severity: 'error', subject: 'file' },
  'guide/code': { severity: 'error', subject: 'file' },
  'guide/wrong-name': { severity: 'error', subject: 'file' },

  // Tables.
  'text/outside-table': { severity: 'warning', subject: 'text', isAboutLayout: true },
  'heading/missing-marker': { severity: 'warning', subject: 'table', isAboutLayout: true },
  'table/missing': { severity: 'error', subject: 'file' },
  'table/no-targets': { severity: 'error', subject: 'file' },
  'table/nested': { severity: 'error', subject: 'table' },
  'table/missing-gap': { severity: 'warning', subject: 'table', isAboutLayout: true },
  'table/other-kind': { severity: 'warning', subject: 'table' },
  'table/blank-form': { severity: 'info', subject: 'table' },
  'table/unknown': { severity: 'error', subject: 'form' },
  'form/unknown': { severity: 'error', subject: 'form' },

  // The head of a table: labels and values.
  'field/glued': { severity: 'warning', subject: 'field', isAboutLayout: true },
  'field/repeated': { severity: 'error', subject: 'field' },
  'field/caption-differs': { severity: 'warning', subject: 'field' },
  'project/no-name': { severity: 'error', subject: 'field' },
  'project/in-two-files': { severity: 'warning', subject: 'table' },
  'project/duplicate': { severity: 'error', subject: 'table' },
  'project/printed-twice': { severity: 'info', subject: 'table' },
  'ledger/field-differs': { severity: 'error', subject: 'field' },
  'ledger/unclear-row': { severity: 'error', subject: 'row' },
  'ledger/total-row': { severity: 'info', subject: 'row', isAboutLayout: true },
  'year/title-differs': { severity: 'warning', subject: 'field' },
  'year/goal-differs': { severity: 'warning', subject: 'field' },
  'period/not-a-year': { severity: 'warning', subject: 'field' },
  'period/end-before-start': { severity: 'warning', subject: 'field' },

  // Tables of a whole office.
  'overall/unread-cells': { severity: 'warning', subject: 'row' },
  'overall/tasks-differ': { severity: 'warning', subject: 'budget' },
  'overall/second': { severity: 'warning', subject: 'table' },

  // Money and goals.
  'budget/missing': { severity: 'error', subject: 'budget' },
  'budget/not-in-form': { severity: 'warning', subject: 'budget' },
  'budget/not-a-number': { severity: 'error', subject: 'budget' },
  'budget/two-units': { severity: 'error', subject: 'budget' },
  'budget/no-unit': { severity: 'error', subject: 'budget' },
  'budget/too-precise': { severity: 'error', subject: 'budget' },
  'budget/no-year': { severity: 'error', subject: 'budget' },
  'budget/other-year': { severity: 'error', subject: 'budget' },
  'budget/cost-mismatch': { severity: 'warning', subject: 'budget' },
  'budget/sources-differ': { severity: 'warning', subject: 'budget' },
  'goal/years-differ': { severity: 'warning', subject: 'goal' },

  // The indicator table.
  'indicator/missing': { severity: 'error', subject: 'table' },
  'indicator/missing-category': { severity: 'warning', subject: 'table' },
  'indicator/no-satisfaction': { severity: 'info', subject: 'table' },
  'table/cell-without-header': { severity: 'error', subject: 'row' },
  'table/shifted-row': { severity: 'warning', subject: 'row', isAboutLayout: true },
  'table/misplaced-row': { severity: 'error', subject: 'row' },
  'indicator/no-name': { severity: 'error', subject: 'row' },
  'indicator/blank-row': { severity: 'info', subject: 'row', isAboutLayout: true },
  'indicator/duplicate': { severity: 'warning', subject: 'row' },
  'indicator/unknown-category': { severity: 'warning', subject: 'row' },
  'target/joined': { severity: 'warning', subject: 'row', isAboutLayout: true },
  'target/missing': { severity: 'warning', subject: 'row' },
  'target/columns-differ': { severity: 'warning', subject: 'row' },
  'target/unit-mismatch': { severity: 'warning', subject: 'row' },
  'target/period-below-annual': { severity: 'warning', subject: 'row' },
  'target/date-serial': { severity: 'warning', subject: 'row' },
  'target/likely-slip': { severity: 'warning', subject: 'row' },
  'target/words-only': { severity: 'info', subject: 'row' },

  // Results: 自评表.
  'result/no-year': { severity: 'error', subject: 'field' },
  'result/other-year': { severity: 'info', subject: 'field' },
  'result/no-indicators': { severity: 'warning', subject: 'table' },
  'result/unread-cells': { severity: 'warning', subject: 'row' },
  'result/not-an-amount': { severity: 'warning', subject: 'budget' },
  'result/no-unit': { severity: 'warning', subject: 'budget' },
  'result/total-blank': { severity: 'warning', subject: 'budget' },
  'result/rate-differs': { severity: 'warning', subject: 'budget' },
  'result/scores-differ': { severity: 'warning', subject: 'row' },
  'result/weights-not-100': { severity: 'warning', subject: 'row' },
  'result/no-actual': { severity: 'info', subject: 'row' },
  'result/words-only': { severity: 'info', subject: 'row' },
  'result/score-contradicts': { severity: 'info', subject: 'row' },

  // Any cell.
  'cell/phone-number': { severity: 'warning', subject: 'cell' },
  'cell/identity-number': { severity: 'error', subject: 'cell' },
  'cell/accepted-number': { severity: 'warning', subject: 'cell' },
  'cell/direction-mark': { severity: 'warning', subject: 'cell' },
} as const satisfies Record<string, RuleInfo>;

/** Id of a rule: `noun/finding`. Ids are published and don't change. */
export type RuleId = keyof typeof catalogue;
