import type { SourceRow } from './source-tables.ts';

/** A text of a goal, and the goal it belongs to. */
export interface GoalText {
  /** What `meaningOf` says of a goal's label; the section's label, or the text itself, where no goal is named. */
  key: string;
  text: string;
  line: number;
}

/**
 * The texts of the rows of goals: each belongs to the goal over its column, else to the goal that was named last, else to the
 * section.
 *
 * @param meaningOf `goals` for the label of the section, another word for the label of a goal, undefined for a text.
 */
export function readGoalTexts(
  rows: readonly SourceRow[],
  meaningOf: (text: string) => string | undefined,
): GoalText[] {
  const byColumn = new Map<number, string>();
  const texts: GoalText[] = [];
  let section: string | undefined;
  let latest: string | undefined;
  for (const { cells, line } of rows) {
    for (const [column, text] of cells.entries()) {
      if (text === '') continue;
      const meaning = meaningOf(text);
      if (meaning === 'goals' && section === undefined && latest === undefined) section = text;
      else if (meaning !== undefined && meaning !== 'goals') {
        byColumn.set(column, meaning);
        latest = meaning;
      } else texts.push({ key: byColumn.get(column) ?? latest ?? section ?? text, text, line });
    }
  }
  return texts;
}
