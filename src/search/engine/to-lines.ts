/**
 * In: budgets and targets that answer a question.
 * Out: the lines that show them.
 */
import { must } from '../../record/must.ts';
import { findMarks } from '../find-marks.ts';
import type { Line } from '../query.ts';
import { targetKeysOf, type SearchRecord } from '../search-record.ts';
import type { MarkedText } from '../to-hit.ts';
import type { Found } from './find-quantities.ts';

/** @param words To mark in names. @param spelled To mark in targets. */
export function toLine(
  record: SearchRecord,
  { index, text }: Found,
  words: readonly string[],
  spelled: readonly string[],
): Line {
  const { publisher, year, name, apart, yuan, url } = record;
  const project = apart === undefined ? name : `${name}（${apart}）`;
  const common = { publisher, years: [year], projects: null };
  if (index === null)
    return {
      ...common,
      ...{ url, title: mark(project, words), yuan, target: null, reading: null, isPeriod: false, of: null },
    };
  const indicator = must(record.indicators[index]);
  const { annual, period, annualReading, periodReading } = indicator;
  const isAnnual = annual !== '' && targetKeysOf({ ...indicator, period: '', periodReading: '' })[0] === text;
  return {
    ...common,
    url: `${url}#${indicator.anchor}`,
    title: mark(indicator.name, words),
    target: mark(isAnnual ? annual : period, spelled),
    reading: (isAnnual ? annualReading : periodReading) ?? null,
    isPeriod: !isAnnual,
    yuan: null,
    of: project,
  };
}

function mark(text: string, words: readonly string[]): MarkedText {
  return { text, marks: findMarks(text, words) };
}
