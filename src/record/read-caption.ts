/**
 * In: a table's title and the lines above it.
 * Out: the year, the unit of its sums and the fields in them.
 */
import { isTitle } from '../table/caption.ts';
import { toPlain } from '../table/to-plain.ts';
import type { Form } from './form.ts';
import type { LabelledGrid } from './labelled-grid.ts';
import { cutAt, splitField, type Field } from './read-fields.ts';
import type { Label } from './read-label.ts';

export interface Caption {
  /** Null: no line names one, or several years are named. */
  year: number | null;
  unit: Label['unit'];
  fields: Field[];
}

export function readCaption({ title, above }: LabelledGrid, form: Form): Caption {
  const caption: Caption = { year: null, unit: null, fields: [] };
  const years = new Set<number>();
  for (const cell of title ? [title, ...above] : above) {
    const plain = toPlain(cell.text);
    // A form is often filled in during the year before.
    const named = /日期|时间/.test(plain) ? [] : plain.matchAll(/(?<!\d)((?:19|20)\d{2})(?=年)/g);
    const unit = /单位:?(?:人民币)?(元|万元)/.exec(plain)?.[1];
    for (const [, year] of named) years.add(Number(year));
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
