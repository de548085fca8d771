import type { Position } from '../table/grid.ts';
import type { Notice } from './disclosure-schema.ts';
import type { Message } from './message.ts';
import { catalogue, type RuleId } from './rules/catalogue.ts';

/** A position in a file. */
export interface FilePosition extends Position {
  /** As notices name the file: relative to the content folder, forward slashes. */
  path: string;
}

/** Records a notice. Its severity and subject are those of the rule. The message is Chinese, for staff. */
export type Report = (position: Position, rule: RuleId, message: string | Message) => void;

/** The notices of one file, in the order of their recording. */
export class Notices {
  readonly all: Notice[] = [];
  /** How many of them are errors. */
  errorCount = 0;
  readonly #path: string;
  /** What is said of a line above a ledger is said once, though each of its projects has it. */
  readonly #said = new Set<string>();

  constructor(path: string) {
    this.#path = path;
  }

  readonly report: Report = ({ line, column }, rule, message) => {
    const notice = toNotice({ path: this.#path, line, column }, rule, message);
    const said = `${rule} ${line}:${column} ${notice.message}`;
    if (!this.#said.has(said)) this.all.push(notice);
    this.#said.add(said);
    if (notice.severity === 'error') this.errorCount += 1;
  };
}

export function toNotice(
  { path, line, column }: FilePosition,
  rule: RuleId,
  message: string | Message,
): Notice {
  const { severity } = catalogue[rule];
  return { rule, severity, path, line, column, ...(typeof message === 'string' ? { message } : message) };
}
