import type { CharacterFormat } from './read-styles.ts';
import type { Numbering } from './numbering.ts';

/** What the readers of a document share. */
export interface WordContext {
  numbering: Numbering;
  /** Formats of styles, by the style's id. */
  styles: ReadonlyMap<string, CharacterFormat>;
  /** The cell that is read, `第 1 张表第 3 行第 2 格`; empty: text between tables. */
  place: string;
  /** What was left out or should be checked. */
  remarks: string[];
  /** What could not be read in the row that is read, each with its place. */
  faults: string[];
}

export function remark({ remarks, place }: WordContext, message: string): void {
  remarks.push(place === '' ? `表格以外：${message}` : `${place}：${message}`);
}

/** Text between tables is no value: what is unreadable there is only remarked on. */
export function fault(context: WordContext, message: string): void {
  if (context.place === '') remark(context, message);
  else context.faults.push(`${context.place}：${message}`);
}
