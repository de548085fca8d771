/**
 * In: the records that match a query.
 * Out: what a results page shows of them, best first.
 */
import { findMarks, type Mark } from './find-marks.ts';
import { toSearchable } from './fold.ts';
import { textsOfIndicator, type SearchIndicator, type SearchRecord } from './search-record.ts';

/** A text and the parts of it that were searched for. */
export interface MarkedText {
  text: string;
  marks: Mark[];
}

/** One project found. */
export interface Hit {
  url: string;
  year: number;
  publisher: string;
  /** Exact yuan. */
  yuan: string;
  name: MarkedText;
  /** Its indicators that match, best first. */
  indicators: IndicatorHit[];
  /** Where neither its name nor an indicator matches: the cell that does. */
  excerpt: { label: string; text: MarkedText } | null;
}

/** One indicator found. */
export interface IndicatorHit {
  /** Address of its row. */
  url: string;
  category: string;
  name: MarkedText;
  annual: MarkedText;
  period: MarkedText;
}

/** Units shown of a long cell, before and behind the first match. */
const BEFORE = 18;
const BEHIND = 60;

/**
 * Ranks: exact name, name begins with the query, name contains it, an indicator's name does, a value does, another cell
 * does. Equal ones by budget, largest first.
 *
 * @param words Of the query: folded, without spaces, at least one.
 */
export function rankHits(records: readonly SearchRecord[], words: readonly string[]): Hit[] {
  return records
    .map((record) => ({ record, rank: rankOf(record, words) }))
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        Number(b.record.yuan) - Number(a.record.yuan) ||
        (a.record.url < b.record.url ? -1 : 1),
    )
    .map(({ record }) => toHit(record, words));
}

function rankOf({ name, indicators }: SearchRecord, words: readonly string[]): number {
  const query = words.join('');
  const text = toSearchable(name).text;
  if (text === query) return 0;
  if (text.startsWith(query)) return 1;
  if (words.every((word) => text.includes(word))) return 2;
  if (indicators.some((indicator) => contains([indicator.name], words))) return 3;
  return indicators.some(({ annual, period }) => contains([annual, period], words)) ? 4 : 5;
}

function contains(texts: readonly string[], words: readonly string[]): boolean {
  const folded = texts.map((text) => toSearchable(text).text);
  return words.some((word) => folded.some((text) => text.includes(word)));
}

function toHit(record: SearchRecord, words: readonly string[]): Hit {
  const marked = (text: string): MarkedText => ({ text, marks: findMarks(text, words) });
  const name = marked(record.name);
  const indicators = matchingIndicators(record, words).map((indicator) => ({
    url: `${record.url}#${indicator.anchor}`,
    category: indicator.category,
    name: marked(indicator.name),
    annual: marked(indicator.annual),
    period: marked(indicator.period),
  }));
  const other =
    name.marks.length > 0 || indicators.length > 0
      ? undefined
      : record.others.find(({ text }) => contains([text], words));
  return {
    url: record.url,
    year: record.year,
    publisher: record.publisher,
    yuan: record.yuan,
    name,
    indicators,
    excerpt: other ? { label: other.label, text: cutAround(marked(other.text)) } : null,
  };
}

/** The indicators that hold a word of the query; those that hold more of them, and in their name, first. */
function matchingIndicators({ indicators }: SearchRecord, words: readonly string[]): SearchIndicator[] {
  return indicators
    .map((indicator) => {
      const texts = textsOfIndicator(indicator);
      const held = words.filter((word) => contains(texts, [word])).length;
      return { indicator, score: held * 2 + (contains([indicator.name], words) ? 1 : 0), held };
    })
    .filter(({ held }) => held > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ indicator }) => indicator);
}

/** A long text cut to what stands around its first match. */
function cutAround({ text, marks }: MarkedText): MarkedText {
  const first = marks[0]?.start ?? 0;
  const start = first > BEFORE ? first - BEFORE : 0;
  const end = Math.min(text.length, first + BEHIND);
  const lead = start > 0 ? '…' : '';
  const shift = start - lead.length;
  return {
    text: lead + text.slice(start, end) + (end < text.length ? '…' : ''),
    marks: marks
      .filter((mark) => mark.end <= end)
      .map((mark) => ({ start: mark.start - shift, end: mark.end - shift })),
  };
}
