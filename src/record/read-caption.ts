/**
 * In: a table's title and the lines above it.
 * Out: the year, the unit of its sums and the fields in them.
 */
import { isPageCaption, isTitle } from '../table/caption.ts';
import type { Cell } from '../table/grid.ts';
import { toPlain } from '../table/to-plain.ts';
import type { Form } from './form.ts';
import type { Context } from './context.ts';
import { LabelledCell, type LabelledGrid, type LabelledRow } from './labelled-grid.ts';
import { must } from './must.ts';
import { nameInTitle, type TitleName } from './name-in-title.ts';
import { cutAt, splitField, type Field } from './read-fields.ts';
import type { Label } from './read-label.ts';
import { shiftPosition } from './shift-position.ts';

export interface Caption {
  /** Null: no line names one, or several years are named. */
  year: number | null;
  unit: Label['unit'];
  fields: Field[];
  /** The title and the lines. */
  lines: Cell[];
  /** The project's name in a line above the table, for a table that has no 项目名称. Null: no line names one. */
  name: TitleName | null;
}

/** The unit of sums: 单位：万元, (金额单位:人民币元). 编制单位：元江县水务局 is none. */
const UNIT =
  /(?<![\p{Script=Han}])(?:(?:金\s*额|货\s*币|计\s*量)\s*)?单\s*位\s*:?\s*(?:人民币)?\s*(?<unit>万?\s*元)(?![\p{Script=Han}])/u;
/** The unit under the label of a group of sums. */
const UNIT_ALONE = /^\(万?元\)$/;
/** Between the statements of one line: a wide space, two spaces, or a space before a label with a colon. */
const GAP = /[\t\u{3000}]+\s*|\s{2,}|\s(?=[^\s:：]{2,12}[:：])/gu;

export function readCaption({ title, above }: LabelledGrid, form: Form): Caption {
  const lines = title ? [title, ...above] : above;
  const caption: Caption = { year: null, unit: null, fields: [], lines, name: null };
  const years = new Set<number>();
  for (const line of lines) {
    if (isTitle(line.text)) caption.name ??= nameInTitle(line);
    for (const cell of splitLine(line)) {
      const plain = toPlain(cell.text);
      // A form is often filled in during the year before.
      const named = /日期|时间/.test(plain) ? [] : plain.matchAll(/(?<!\d)((?:19|20)\d{2})(?=年)/g);
      const unit = unitIn(cell.text);
      for (const [, year] of named) years.add(Number(year));
      caption.unit ??= unit;
      if (
        line === title ||
        unit ||
        isTitle(line.text) ||
        /^附[件表]:?[\d一二三四五六七八九十]*:?$/.test(plain)
      )
        continue;
      // `编制日期：2026年1月` is kept under its own label.
      const colon = cell.text.search(/[:：]/);
      if (colon > 0)
        caption.fields.push({ ...(splitField(cell, form) ?? cutAt(cell, colon)), isCaption: true });
    }
  }
  const [year] = years;
  if (years.size === 1 && year !== undefined) caption.year = year;
  return caption;
}

/** `2026年  单位：元`, `部门名称：水务局 单位：万元`: the statements of a line, each with its position. */
function splitLine(line: LabelledCell): LabelledCell[] {
  const parts: LabelledCell[] = [];
  let from = 0;
  const add = (to: number) => {
    const text = line.text.slice(from, to);
    if (text.trim() !== '') parts.push(new LabelledCell(text.trim(), shiftPosition(line, from)));
  };
  for (const gap of line.text.matchAll(GAP)) {
    const before = line.text.slice(from, gap.index);
    const next = gap.index + gap[0].length;
    // `单 位：万 元` and `编制日期：  2026年` are one statement; of two blank labels, each is its own.
    const isOpen = /[:：]\s*$/.test(before) && !/^[^\s:：]{2,12}[:：]/u.test(line.text.slice(next));
    if (isOpen || !/[:：年)）]/.test(before)) continue;
    add(gap.index);
    from = next;
  }
  add(line.text.length);
  return parts;
}

/**
 * The unit in a cell of its own among the fields, as in a line above: 单位：万元; or under the label of a group: （万元）. Two units
 * that differ are none.
 *
 * @returns The caption with it, and the rows without the cell.
 */
export function takeUnit(
  caption: Caption,
  rows: readonly LabelledRow[],
  context: Context,
): { caption: Caption; rows: LabelledRow[] } {
  const unitOf = ({ text }: LabelledCell) => (toPlain(text).includes('万') ? '万元' : '元');
  const isUnit = ({ text }: LabelledCell) =>
    UNIT_ALONE.test(toPlain(text)) || (isPageCaption(text) && unitIn(text) !== null);
  const found = rows.flatMap(({ cells }) => cells.filter(isUnit));
  if (found.length === 0) return { caption, rows: [...rows] };
  for (const cell of found) context.useAsLabel(cell);
  const [unit, ...others] = [...found.map(unitOf), ...(caption.unit === null ? [] : [caption.unit])];
  return {
    caption: { ...caption, unit: others.every((other) => other === unit) ? must(unit) : null },
    rows: rows.map(({ line, cells }) => ({
      line,
      cells: cells.map((cell) => (isUnit(cell) ? new LabelledCell('', cell) : cell)),
    })),
  };
}

function unitIn(text: string): Label['unit'] {
  const unit = UNIT.exec(text.normalize('NFKC'))?.groups?.['unit']?.replaceAll(/\s/g, '');
  return unit === '元' || unit === '万元' ? unit : null;
}
