/**
 * In: the header of an indicator table of any form, and the rows under it.
 * Out: what each row must be published as, by column.
 */
import { straighten } from './expected-project.ts';
import { plainWord } from './form-words.ts';
import type { SourceRow } from './source-tables.ts';
import { means, type Vocabulary } from './vocabulary.ts';

const COLUMNS = ['category', 'subcategory', 'name', 'periodTarget', 'annualTarget'] as const;
type Column = (typeof COLUMNS)[number];

/** A row of indicators: its texts by column, and the cells of other columns under their headers. */
export interface OtherRow extends Record<Column, string> {
  line: number;
  details: { label: string; value: string }[];
}

/** The columns of one side of a table. */
interface Side {
  at: Map<string, number>;
  details: Map<number, string>;
}

export function isIndicatorHeader({ cells }: SourceRow, vocabulary: Vocabulary): boolean {
  const has = (...meanings: string[]) =>
    cells.some((cell) => cell !== '' && means(vocabulary, cell, ...meanings));
  return has('column name') && has('column category', 'column subcategory');
}

/** An empty cell of a merged column takes the text above it, until the column to its left changes. */
export function readOtherRows(
  header: SourceRow,
  body: readonly SourceRow[],
  vocabulary: Vocabulary,
): OtherRow[] {
  const sides = readSides(header, vocabulary);
  const headed = new Set(sides.flatMap(({ at, details }) => [...at.values(), ...details.keys()]));
  const homeOf = (column: string) => ({
    at: sides[0]?.at.get(column) ?? -1,
    isOwn: (cell: string) => cell !== '' && means(vocabulary, cell, `is ${column}`),
  });
  const merged = sides.map(() => ({ category: '', subcategory: '' }));
  return body.flatMap((row) => {
    const isHeaded = (column: number) => headed.has(column);
    const cells = straighten(row.cells, homeOf('category'), homeOf('subcategory'), isHeaded);
    const category = cells[homeOf('category').at] ?? '';
    const parts = sides.flatMap(({ at, details }, number): OtherRow[] => {
      const cell = (column: string) => cells[at.get(column) ?? -1] ?? '';
      const above = merged[number] ?? { category: '', subcategory: '' };
      const below = {
        category: category || above.category,
        subcategory: cell('subcategory') || (category === '' ? above.subcategory : ''),
      };
      merged[number] = below;
      if (cell('name') === '') return [];
      const values = [...details].map(([column, label]) => ({ label, value: cells[column] ?? '' }));
      return [
        {
          line: row.line,
          ...below,
          name: cell('name'),
          periodTarget: cell('periodTarget'),
          annualTarget: cell('annualTarget'),
          details: values.filter(({ value }) => value !== ''),
        },
      ];
    });
    return joinSides(parts);
  });
}

/** A second 三级指标 begins a second side, of the year's targets. A lone 指标值 is the year's; of two, the left is the period's. */
function readSides(header: SourceRow, vocabulary: Vocabulary): Side[] {
  let side: Side = { at: new Map(), details: new Map() };
  const sides = [side];
  for (const [column, cell] of header.cells.entries()) {
    const word = [...COLUMNS, 'target'].find((name) => means(vocabulary, cell, `column ${name}`));
    if (side.at.has('name') && (word === 'name' || word === 'subcategory')) {
      side = { at: new Map(), details: new Map() };
      sides.push(side);
    }
    const isSection = sides.length === 1 && side.at.size === 0 && means(vocabulary, cell, 'section');
    if (word !== undefined && !side.at.has(word)) side.at.set(word, column);
    else if (cell !== '' && !isSection) side.details.set(column, cell);
  }
  for (const [number, { at }] of sides.entries()) {
    const target = at.get('target');
    const name = sides.length > 1 && number === 0 ? 'periodTarget' : 'annualTarget';
    if (target !== undefined && !at.has(name)) at.set(name, target);
  }
  return sides;
}

/** Two sides that name the same are one indicator. */
function joinSides(parts: OtherRow[]): OtherRow[] {
  const [left, right] = parts;
  if (!left || !right || plainWord(left.name) !== plainWord(right.name)) return parts;
  if (plainWord(left.subcategory) !== plainWord(right.subcategory)) return parts;
  return [
    {
      ...left,
      periodTarget: left.periodTarget || right.periodTarget,
      annualTarget: left.annualTarget || right.annualTarget,
      details: [...left.details, ...right.details],
    },
  ];
}
