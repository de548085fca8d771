import type { Indicator } from '../record/disclosure-schema.ts';

/** Where an error in a row is reported. */
export type ReportAt = (indicator: Indicator) => string;

/** What a reader reports an error of. */
export interface Reported {
  /** Address of the page and row. */
  address: string;
  /** `机关党员培训，培训班次`. */
  what: string;
  /** `第 12 行`, `原件第 3 页`. */
  place: string;
}

/**
 * Where a reader reports an error: a mail that says what it is about, or a form with the same in its parameters `page`, `row` and
 * `line`.
 *
 * @param to An address of e-mail, or the URL of a form.
 */
export function reportLink(to: string, { address, what, place }: Reported): string {
  if (to.includes('://')) {
    const form = new URL(to);
    for (const [name, value] of [
      ['page', address],
      ['row', what],
      ['line', place],
    ] as const)
      form.searchParams.set(name, value);
    return form.href;
  }
  const body = [`网页：${address}`, `内容：${what}`, `位置：${place}`, '', '哪里不对：', ''].join('\r\n');
  return `mailto:${to}?subject=${encodeURIComponent(`报告错误：${what}`)}&body=${encodeURIComponent(body)}`;
}
