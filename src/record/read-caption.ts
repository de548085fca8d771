/**
 * In: a table's title and the lines above it.
 * Out: what they say of it: year, unit of its sums, fields.
 */
import { isTitle } from '../table/caption.ts';
import type { Grid } from '../table/grid.ts';
import { toPlain } from '../table/to-plain.ts';
import type { Form } from './form.ts';
import { cutAt, splitField, type Field } from './read-fields.ts';
import { readLabel, type Label } from './read-label.ts';

export interface Caption {
  /** Null: no line names one, or several years are named. */
  year: number | null;
  unit: Label['unit'];
  fields: Field[];
}

export function readCaption({ title, above }: Grid, form: Form): Caption {
  const caption: Caption = { year: null, unit: null, fields: [] };
  const years = new Set<number>();
  for (const cell of title ? [title, ...above] : above) {
    const plain = toPlain(cell.text);
    // The day on which a form was filled in is often in the year before.
    const found = /日期|时间/.test(plain) ? [] : plain.matchAll(/(?<!\d)((?:19|20)\d{2})(?=年)/g);
    const unit = /单位:?(?:人民币)?(元|万元)/.exec(plain)?.[1];
    for (const [, year] of found) years.add(Number(year));
    if (unit === '元' || unit === '万元') caption.unit ??= unit;
    if (cell === title || unit || isTitle(cell.text) || /^附[件表]/.test(plain)) continue;
    // `编制日期：2026年1月` is kept under its own label.
    const colon = cell.text.search(/[:：]/);
    if (colon > 0) caption.fields.push(splitField(cell, form) ?? cutAt(cell, colon));
  }
  const [year] = years;
  if (years.size === 1 && year !== undefined) caption.year = year;
  return caption;
}

/** The year in a goal's label, `2026年度目标`. */
export function yearInLabel(text: string | undefined): number | null {
  return text === undefined ? null : readLabel(text).year;
}
