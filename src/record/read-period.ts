import type { Report } from '../table/finding.ts';
import type { Period } from './disclosure-schema.ts';
import { normalizeLabel, type Form } from './form.ts';
import type { Field } from './read-fields.ts';

/** Offices write 2099 where no end is planned. */
const NO_END = 2099;
const YEARS = /^((?:19|20)\d{2})年?(?:[-~—–至到]+((?:19|20)\d{2})年?)?$/;

/**
 * Reads `起始年度 2021 到期年度 2099`, or `实施周期 2021年-2099年` in one cell.
 *
 * Null: the cells are not two years; the caller keeps them as they are.
 */
export function readPeriod(fields: readonly Field[], form: Form, report: Report): Period | null {
  const valueOf = (pattern: RegExp) =>
    fields.find(({ label }) => pattern.test(normalizeLabel(label.text)))?.value ?? null;
  const whole = valueOf(form.period.row);
  const first = valueOf(form.period.start);
  const last = valueOf(form.period.end);
  const place = first ?? last ?? whole ?? fields[0]?.label;
  if (!place) return null;

  const warn = (rule: string, message: string) => {
    report({ rule, severity: 'warning', line: place.line, column: place.column, message });
  };
  const [start, end] = whole
    ? yearsIn(whole.text)
    : [yearsIn(first?.text ?? '')[0], yearsIn(last?.text ?? '')[0]];
  if (start === undefined || end === undefined || (whole && (first ?? last))) {
    const written = [first, last, whole].flatMap((cell) => (cell ? [`“${cell.text}”`] : [])).join('和');
    warn(
      'period/not-a-year',
      `实施周期应为起始年度和到期年度，各为四位数的年份；这里${written === '' ? '没有写' : `写${written}，照原文列出`}`,
    );
    return null;
  }
  if (end < start) warn('period/end-before-start', `到期年度 ${end} 早于起始年度 ${start}`);
  return { start, end, openEnded: end === NO_END };
}

/** `2021` → [2021]; `2021年-2023年` → [2021, 2023]; all else → []. */
function yearsIn(text: string): number[] {
  const found = YEARS.exec(text.normalize('NFKC').replaceAll(/\s+/g, ''));
  return found ? [found[1], found[2]].filter((year) => year !== undefined).map(Number) : [];
}
