/**
 * In: the rows of a table.
 * Out: which of them are headers of indicators; a header of two rows as one.
 */
import type { SourceRow, SourceTable } from './source-tables.ts';
import { isLabel, means, plainWord, type Vocabulary, type Words } from './words.ts';

const TARGETS = ['direction', 'unit', 'target', 'annualTarget', 'periodTarget'].map(
  (name) => `column ${name}`,
);

/** The columns of a table of results that say what became of a target. */
const RESULTS = ['result actual', 'result weight', 'result score', 'result reason'];

export function isHeader({ cells }: SourceRow, words: Words): boolean {
  const has = (...columns: string[]) => cells.some((cell) => means(words, cell, ...columns));
  return has('column name') && has('column category', 'column subcategory');
}

/** Only a ledger has a header with projects and indicators. */
export function isLedgerHeader(row: SourceRow, words: Words): boolean {
  return isHeader(row, words) && row.cells.some((cell) => means(words, cell, 'name'));
}

/**
 * Whether a row says a header again, as the next page of a table does: two of its words at least, and no other text; or numbers
 * its columns.
 */
export function isRepeat(row: SourceRow, header: SourceRow, words: Words): boolean {
  const said = new Set(header.cells.map(plainWord));
  const filled = row.cells.filter((cell) => cell !== '');
  const width = header.cells.filter((cell) => cell !== '').length;
  if (width > 3 && filled.length === width && filled.every((cell, index) => Number(cell) === index + 1))
    return true;
  return (
    filled.length > 1 && filled.every((cell) => said.has(plainWord(cell)) || means(words, cell, 'section'))
  );
}

/** Two rows of a header as one: where both have words, the lower ones are the column's. */
export function joinHeaderRows(table: SourceTable, { sheet, ledger, result }: Vocabulary): SourceTable {
  const joined: SourceRow[] = [];
  for (const row of table) {
    const above = joined.at(-1);
    const isSecond =
      above &&
      ([sheet, ledger].some((words) => isUpper(above, row, words) || isLower(row, above, words)) ||
        isLower(row, above, result));
    if (!above || !isSecond) joined.push(row);
    else {
      const width = Math.max(above.cells.length, row.cells.length);
      const cells = Array.from(
        { length: width },
        (_, column) => row.cells[column] || (above.cells[column] ?? ''),
      );
      joined[joined.length - 1] = { line: above.line, endLine: row.endLine, cells };
    }
  }
  return joined;
}

/** The words of projects, over the words of indicators. */
function isUpper(upper: SourceRow, lower: SourceRow, words: Words): boolean {
  if (!isHeader(lower, words) || isHeader(upper, words)) return false;
  const filled = upper.cells.filter((cell) => cell !== '');
  const name = filled.findIndex((cell) => means(words, cell, 'name'));
  const labels = filled.filter((cell) => isLabel(words, cell));
  // 项目名称 beside a name is a field of a sheet.
  return (
    name >= 0 &&
    (isLabel(words, filled[name + 1] ?? '') || labels.length > 2) &&
    lower.cells.every((cell, column) => {
      const above = upper.cells[column] ?? '';
      return cell === '' || above === '' || isOfIndicators(above, words);
    })
  );
}

/** The parts of a target or of a result, right of the names of indicators. */
function isLower(lower: SourceRow, upper: SourceRow, words: Words): boolean {
  if (!isHeader(upper, words) || isHeader(lower, words)) return false;
  const filled = lower.cells.filter((cell) => cell !== '');
  const lastName = upper.cells.findLastIndex((cell) => means(words, cell, 'column name'));
  return (
    filled.length > 1 &&
    lower.cells.findIndex((cell) => cell !== '') > lastName &&
    filled.every((cell) => means(words, cell, ...TARGETS, ...RESULTS))
  );
}

function isOfIndicators(text: string, words: Words): boolean {
  const columns = ['category', 'subcategory', 'name'].map((name) => `column ${name}`);
  return means(words, text, 'section', 'goals', 'periodGoal', 'annualGoal', ...columns, ...TARGETS);
}
