/**
 * In: a table's title and the lines above it.
 * Out: what they say of it: year, unit of its sums, fields.
 */
import type { Report } from '../table/finding.ts';
import type { Grid } from '../table/grid.ts';
import type { Form } from './form.ts';
import { splitField, type Field } from './read-fields.ts';
import { readLabel, type Label } from './read-label.ts';

export interface Caption {
  /** Null: no line names one, or several years are named. */
  year: number | null;
  unit: Label['unit'];
  fields: Field[];
}

export function readCaption({ title, above }: Grid, form: Form, report: Report): Caption {
  const caption: Caption = { year: null, unit: null, fields: [] };
  const years = new Set<number>();
  for (const cell of title ? [title, ...above] : above) {
    const plain = cell.text.normalize('NFKC').replaceAll(/\s+/g, '');
    const found = [...plain.matchAll(/(?<!\d)((?:19|20)\d{2})(?=年)/g)].map(([, year]) => Number(year));
    const unit = /单位:?(?:人民币)?(元|万元)/.exec(plain)?.[1];
    for (const year of found) years.add(year);
    if (unit === '元' || unit === '万元') caption.unit ??= unit;
    if (cell === title || found.length > 0 || unit) continue;
    const field = splitField(cell, form);
    if (field) caption.fields.push(field);
    else if (!/^附[件表]/.test(plain)) {
      const colon = cell.text.search(/[:：]/);
      if (colon > 0) caption.fields.push(toField(cell.text, colon, cell));
      else
        report({
          rule: 'text/outside-table',
          severity: 'warning',
          line: cell.line,
          column: cell.column,
          message: `这段文字不在表格里，项目页的表中没有它：“${cell.text}”`,
        });
    }
  }
  const [year] = years;
  if (years.size === 1 && year !== undefined) caption.year = year;
  return caption;
}

/** `编制日期：2026年1月`: kept under its own label. */
function toField(text: string, colon: number, place: { line: number; column: number }): Field {
  return {
    label: { text: text.slice(0, colon).trim(), line: place.line, column: place.column },
    value: { text: text.slice(colon + 1).trim(), line: place.line, column: place.column + colon + 1 },
  };
}

/** The year in a goal's label, `2026年度目标`. */
export function yearInLabel(text: string | undefined): number | null {
  return text === undefined ? null : readLabel(text).year;
}
