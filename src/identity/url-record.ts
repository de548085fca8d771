/** What is on record of the URLs under which projects and rows were ever published. */
export interface UrlRecord {
  /** Names of projects by their ids. */
  names: Readonly<Record<string, string>>;
  /** Fingerprints of indicators by their anchors, by the id of the project. */
  rows: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Where the content of an old path is now; a row is `/<id>/#<anchor>`. */
  moved: Readonly<Record<string, string>>;
}

/** The rows that were ever published under one project's page, or under one that leads to it. */
export interface RecordedRows {
  /** Fingerprints by anchors. */
  rows: Readonly<Record<string, string>>;
  /** Old anchors by those that they lead to. */
  former: ReadonlyMap<string, readonly string[]>;
}
