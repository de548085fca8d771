/**
 * In: the record of a project that matches a query.
 * Out: what a result shows of it.
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
  /** How they read with the columns beside them; null where they say all themselves. */
  annualReading: string | null;
  periodReading: string | null;
}

/** A word of a query: what it stands for, several texts where it is pinyin. Folded, without spaces. */
export type Word = readonly string[];

/** Units shown of a long cell, before and behind the first match. */
const BEFORE = 18;
const BEHIND = 60;

/** @param words Of the query; at least one. */
export function toHit(record: SearchRecord, words: readonly Word[]): Hit {
  const all = words.flat();
  const marked = (text: string): MarkedText => ({ text, marks: findMarks(text, all) });
  const name = marked(record.name);
  const indicators = matchingIndicators(record, words).map((indicator) => ({
    url: `${record.url}#${indicator.anchor}`,
    category: indicator.category,
    name: marked(indicator.name),
    annual: marked(indicator.annual),
    period: marked(indicator.period),
    annualReading: indicator.annualReading ?? null,
    periodReading: indicator.periodReading ?? null,
  }));
  const other =
    name.marks.length > 0 || indicators.length > 0
      ? undefined
      : record.others.find(({ text }) => contains([text], all));
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
function matchingIndicators({ indicators }: SearchRecord, words: readonly Word[]): SearchIndicator[] {
  return indicators
    .map((indicator) => {
      const texts = textsOfIndicator(indicator);
      const held = words.filter((word) => contains(texts, word)).length;
      return { indicator, score: held * 2 + (contains([indicator.name], words.flat()) ? 1 : 0), held };
    })
    .filter(({ held }) => held > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ indicator }) => indicator);
}

function contains(texts: readonly string[], word: Word): boolean {
  const folded = texts.map((text) => toSearchable(text).text);
  return word.some((variant) => folded.some((text) => text.includes(variant)));
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
