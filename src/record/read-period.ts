import { toPlain } from '../table/to-plain.ts';
import type { Period } from './disclosure-schema.ts';
import { isPlaceholder } from './is-placeholder.ts';
import type { Report } from './notices.ts';
import type { Field } from './read-fields.ts';

/** Offices write 2099 where no end is planned. */
const NO_END = 2099;
/** What may follow a year: .3, -03, -03-05, 年, 年3月, 年3月5日, 0305. */
const DAY = String.raw`(?:(?:0[1-9]|1[0-2])(?:[0-3]\d)?|年?[.\-/]\d{1,2}(?:[.\-/]\d{1,2})?|年(?:\d{1,2}月(?:\d{1,2}日)?)?)?`;
/** 2021, 2021年-2023年, 2021.3至2023.5. */
const YEARS = new RegExp(`^((?:19|20)\\d{2})${DAY}(?:[-~—–至到]+((?:19|20)\\d{2})${DAY})?$`);
/** The same without months and days. */
const YEARS_ALONE = /^(?:19|20)\d{2}年?(?:[-~—–至到]+(?:19|20)\d{2}年?)?$/;

/** How long, without a year: 1年, 三年, 12个月, 长期. */
const DURATION = /^(?:[\d一二两三四五六七八九十]+(?:年|个月)|长期|经常性)$/;

interface PeriodFields {
  whole: Field | undefined;
  first: Field | undefined;
  last: Field | undefined;
}

interface PeriodReading {
  period: Period | null;
  /** Whether the period is all of the cells' text; else the caller keeps the cells. */
  isWhole: boolean;
}

/**
 * Reads `起始年度 2021 到期年度 2099`, or `实施周期 2021年-2099年` in one cell; months stay in the cell only.
 *
 * Null: the cells are not two years.
 */
export function readPeriod({ whole, first, last }: PeriodFields, report: Report): PeriodReading {
  const fields = [first, last, whole].filter((field) => field !== undefined);
  const position = first?.value ?? last?.value ?? whole?.value ?? fields[0]?.label;
  if (!position) return { period: null, isWhole: true };
  // A form that nobody filled in here.
  if (fields.every(({ value }) => !value || isPlaceholder(value.text)))
    return { period: null, isWhole: false };

  const [start, end] = whole?.value
    ? yearsIn(whole.value.text)
    : [yearsIn(first?.value?.text ?? '')[0], yearsIn(last?.value?.text ?? '')[0]];
  const isDuration =
    whole?.value && !first?.value && !last?.value && DURATION.test(toPlain(whole.value.text));
  if (isDuration) return { period: null, isWhole: false };
  if (start === undefined || end === undefined || (whole?.value && (first?.value ?? last?.value))) {
    const written = fields.flatMap(({ value }) => (value ? [`“${value.text}”`] : [])).join('和');
    const message = `实施周期应为起始年度和到期年度，各为四位数的年份；这里写${written}，照原文列出`;
    report(position, 'period/not-a-year', message);
    return { period: null, isWhole: false };
  }
  const isWhole = fields.every(({ value }) => !value || YEARS_ALONE.test(toPlain(value.text)));
  return { period: { start, end, openEnded: end === NO_END }, isWhole };
}

/** The period in a goal's label: `实施周期总目标（2022年--2024年）`. Null: its brackets hold something else. */
export function periodInLabel(note: string | null): Period | null {
  const [start, end] = yearsIn(note ?? '');
  return start === undefined || end === undefined ? null : { start, end, openEnded: end === NO_END };
}

/** `2021` → [2021]; `2021年-2023年` → [2021, 2023]; other texts → []. */
function yearsIn(text: string): number[] {
  const [, start, end] = YEARS.exec(toPlain(text)) ?? [];
  return [start, end].filter((year) => year !== undefined).map(Number);
}
