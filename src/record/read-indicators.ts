/**
 * In: the header row of the indicator table and the rows under it.
 * Out: one ParsedIndicator a row, merged cells filled down, a row that slipped sideways moved back.
 */
import { fillDown } from '../table/fill-down.ts';
import type { Report } from '../table/finding.ts';
import { cellAt, filledCells, type Cell, type Row } from '../table/grid.ts';
import type { Detail, ParsedIndicator, Target } from './disclosure-schema.ts';
import type { Form } from './form.ts';
import type { PartCells } from './places.ts';
import { headedColumns, readColumns, strayCell, type Side } from './read-columns.ts';
import { normalizeLabel, readLabel } from './read-label.ts';
import { readTarget } from './read-target.ts';
import { straightenRow } from './straighten-row.ts';

/** One side of a row. */
interface Half {
  side: Side;
  subcategory: Cell | undefined;
  name: Cell;
}

export function readIndicators(
  header: Row,
  rows: readonly Row[],
  form: Form,
  places: PartCells,
  report: Report,
): ParsedIndicator[] {
  const columns = readColumns(header, form);
  const headed = headedColumns(columns);
  const straight = rows.map((row) => straightenRow(row, columns, headed, form, report));
  const merged = columns.sides.map(({ at }) =>
    fillDown(straight, [columns.category ?? -1, at.subcategory ?? -1]),
  );
  return straight.flatMap((row, index) => {
    const stray = strayCell(row.cells, headed);
    if (stray) {
      const message = `“${stray.text}”这一格上面没有表头，不知道是什么；请按表头对齐这一行`;
      report({
        rule: 'table/cell-without-header',
        severity: 'error',
        line: stray.line,
        column: stray.column,
        message,
      });
    }
    const halves = columns.sides.flatMap((side, number): Half[] => {
      const name = cellAt(row, side.at.name);
      const subcategory = merged[number]?.[index]?.[1];
      return name ? [{ side, subcategory, name }] : reportNameless(row, side, columns.sides.length, report);
    });
    const category = merged[0]?.[index]?.[0];
    return joinHalves(halves).map((group) => toIndicator(row, category, group, form, places, report));
  });
}

/** A row, or a side of it, that has a target or no other side must have a name. */
function reportNameless(row: Row, side: Side, sides: number, report: Report): [] {
  const { at } = side;
  const target = [at.periodTarget, at.annualTarget].map((column) => cellAt(row, column)).find(Boolean);
  const [cell] = sides === 1 ? filledCells(row) : [target];
  if (cell) {
    report({
      rule: 'indicator/no-name',
      severity: 'error',
      line: cell.line,
      column: cell.column,
      message: `这一行有“${cell.text}”，却没有三级指标的名称`,
    });
  }
  return [];
}

/** Both sides of a row are one indicator where they name the same; else each is one of its own. */
function joinHalves(halves: readonly Half[]): [Half, ...Half[]][] {
  const [left, right] = halves;
  if (!left || !right) return halves.map((half) => [half]);
  const same = (a: Cell | undefined, b: Cell | undefined) =>
    normalizeLabel(a?.text ?? '') === normalizeLabel(b?.text ?? '');
  return same(left.name, right.name) && same(left.subcategory, right.subcategory)
    ? [[left, right]]
    : [[left], [right]];
}

function toIndicator(
  row: Row,
  category: Cell | undefined,
  halves: readonly [Half, ...Half[]],
  form: Form,
  places: PartCells,
  report: Report,
): ParsedIndicator {
  const [first] = halves;
  const main = withoutScore(category, '一级指标', form.categories);
  const sub = withoutScore(first.subcategory, '二级指标', form.subcategories);
  const read = (column: 'periodTarget' | 'annualTarget'): Target | null => {
    for (const { side } of halves) {
      const cell = cellAt(row, side.at[column]);
      if (cell) {
        const target = readTarget(row, cell, side, report);
        places.set(target, cell);
        return target;
      }
    }
    return null;
  };
  const indicator: ParsedIndicator = {
    category: main.text,
    subcategory: sub.text,
    name: first.name.text,
    periodTarget: read('periodTarget'),
    annualTarget: read('annualTarget'),
    details: [...main.details, ...sub.details, ...halves.flatMap(({ side }) => readDetails(row, side))],
    line: row.line,
  };
  places.set(indicator, first.name);
  return indicator;
}

/**
 * `产出指标(50分)` is the category 产出指标, and the cell as written is a detail. Spaces and line breaks within the form's own
 * words are the layout's.
 */
function withoutScore(
  cell: Cell | undefined,
  label: string,
  words: ReadonlySet<string>,
): { text: string; details: Detail[] } {
  if (!cell) return { text: '', details: [] };
  const { key, note } = readLabel(cell.text);
  if (!words.has(key)) return { text: cell.text, details: [] };
  return { text: key, details: note === null ? [] : [{ label, value: cell.text }] };
}

function readDetails(row: Row, { details }: Side): Detail[] {
  return [...details].flatMap(([column, label]) => {
    const cell = cellAt(row, column);
    return cell ? [{ label, value: cell.text }] : [];
  });
}
