/** What is read from a table: a project, or the result of one. */
export interface FromTable {
  source: { startLine: number; endLine: number };
}

/** Whether a line of the source belongs to a table. */
export function isWithin({ source }: FromTable, line: number): boolean {
  return line >= source.startLine && line <= source.endLine;
}
