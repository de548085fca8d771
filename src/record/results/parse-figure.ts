import { toPlain } from '../../table/to-plain.ts';
import { withoutZeroWidth } from '../../table/without-zero-width.ts';
import type { Figure } from '../result-schema.ts';

const FIGURE = /^(?<value>-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?:[%‰]|分)?$/;

/** Reads a cell of points or per cent: `97.57%`, `9.76分`. Never throws; a text that is no single number has no value. */
export function parseFigure(text: string): Figure {
  const value = FIGURE.exec(withoutZeroWidth(toPlain(text)))?.groups?.['value'];
  return { text, value: value?.replaceAll(',', '') ?? null };
}
