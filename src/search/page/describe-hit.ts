/** What a project and its indicators say in a list of results. */
import type { Hit, IndicatorHit, MarkedText } from '../to-hit.ts';

/** The target of the year; what it says where there is none, unless the form does not ask for one. */
export function annualOf({ annual }: Pick<IndicatorHit, 'annual'>, asksAnnual: boolean): MarkedText {
  return annual.text === '' ? { text: asksAnnual ? '年度未写' : '', marks: [] } : annual;
}

/** Whether the target of the whole period says something else than that of the year. */
export function hasOtherPeriod({ annual, period }: Pick<IndicatorHit, 'annual' | 'period'>): boolean {
  return period.text !== '' && period.text !== annual.text;
}

/** The one target that a suggestion has room for, and what it means. */
export function onlyTargetOf(hit: IndicatorHit): [target: MarkedText, reading: string | null] {
  const { annual, period, annualReading, periodReading } = hit;
  return annual.text === '' ? [period, periodReading] : [annual, annualReading];
}

/** What tells a project from others of its name: `（二）`; empty where nothing has to. */
export function formatApart({ apart }: Pick<Hit, 'apart'>): string {
  return apart === null ? '' : `（${apart}）`;
}

/** The one cell that a suggestion has room for, where neither the name nor an indicator matches; of the result as a last choice. */
export function excerptOf({ excerpt, name, indicators, answers }: Hit): Hit['excerpt'] {
  const [answer] = answers;
  if (excerpt || !answer || name.marks.length > 0 || indicators.length > 0) return excerpt;
  return { label: `自评的${answer.label}`, text: answer.text };
}
