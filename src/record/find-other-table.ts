import { filledCells } from '../table/grid.ts';
import { toPlain } from '../table/to-plain.ts';
import type { Form } from './form.ts';
import { otherTables, type OtherTable } from './forms/other-tables.ts';
import { joinHeaders } from './join-headers.ts';
import type { LabelledGrid } from './labelled-grid.ts';
import { isIndicatorHeader } from './read-columns.ts';

/** The kind of a table that is not a target table: 绩效自评表, 价目表. Null: it may be a target table. */
export function findOtherTable(grid: LabelledGrid, form: Form): OtherTable | null {
  const keys = new Set<string>();
  let hasTargets = false;
  for (const row of joinHeaders(grid, [form]).rows) {
    for (const { key } of filledCells(row)) keys.add(key);
    hasTargets ||= isIndicatorHeader(row, form);
    if (hasTargets) break;
  }
  const title = toPlain(grid.title?.text ?? '');
  return (
    otherTables.find(({ title: words, labels, pattern, least, excludesTargets }) => {
      if (hasTargets && !excludesTargets) return false;
      const count = [...keys].filter((key) => labels.has(key) || pattern?.test(key)).length;
      return count >= least || (words.test(title) && (count > 0 || excludesTargets));
    }) ?? null
  );
}
