/** A place in a file: line and column. */
export interface Place {
  line: number;
  column: number;
}

/** A change of one place in a file. */
export interface Change {
  /** From the project's folder. */
  file: string;
  /** Lines and columns from 1; the end is not in it. */
  start: Place;
  end: Place;
  replacement: string;
}

type ChangeOfText = Omit<Change, 'file'>;

export function applyChange(text: string, change: ChangeOfText): string {
  const [from, to] = offsetsOf(text, change);
  return text.slice(0, from) + change.replacement + text.slice(to);
}

/** What a change replaces. */
export function replacedText(text: string, change: ChangeOfText): string {
  return text.slice(...offsetsOf(text, change));
}

function offsetsOf(text: string, { start, end }: ChangeOfText): [number, number] {
  const lines = text.split('\n');
  const offset = ({ line, column }: Place) =>
    lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, column - 1);
  return [offset(start), offset(end)];
}
