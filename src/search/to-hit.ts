/**
 * In: the record of a project that matches a query.
 * Out: what a result shows of it.
 */
import { findMarks, findStarts, type Mark } from './find-marks.ts';
import { toSearchable } from './fold.ts';
import { textsOfIndicator, type SearchIndicator, type SearchRecord } from './search-record.ts';

/** A text, and the parts that match. */
export interface MarkedText {
  text: string;
  marks: Mark[];
}

/** A project, or a result without one, that matches. */
export interface Hit extends Pick<SearchRecord, 'url' | 'year' | 'publisher' | 'yuan'> {
  name: MarkedText;
  /** As in SearchRecord; null if the project is alone with its name. */
  apart: string | null;
  /** Its indicators that match, best first. */
  indicators: IndicatorHit[];
  /** Whether its form has a column of targets of the year, if it has not. */
  asksAnnual?: false;
  /** If neither its name nor an indicator matches: the cell that does. */
  excerpt: { label: string; text: MarkedText } | null;
  /** Cells of its result that match. */
  answers: AnswerHit[];
  /** Whether it is a result without a published target. */
  isResult: boolean;
}

/** A cell of a result that matches. */
export interface AnswerHit {
  /** Address of its row, or of the page. */
  url: string;
  label: string;
  /** The indicator that it is about. Null: it is about the project. */
  of: string | null;
  text: MarkedText;
}

/** An indicator that matches. */
export interface IndicatorHit {
  /** Address of its row. */
  url: string;
  category: string;
  name: MarkedText;
  annual: MarkedText;
  period: MarkedText;
  /** As in SearchIndicator; null if there is none. */
  annualReading: string | null;
  periodReading: string | null;
}

/** What a word of a query means: itself, or several texts if it is pinyin. Folded, without spaces. */
export type Word = readonly string[];

/** UTF-16 units of a long cell to show before and after the first match. */
const BEFORE = 18;
const AFTER = 60;

/** @param words Of the query. @param isAnywhere As in findMarks. */
export function toHit(record: SearchRecord, words: readonly Word[], isAnywhere = false): Hit {
  const all = words.flat();
  const mark = (text: string): MarkedText => ({ text, marks: findMarks(text, all, isAnywhere) });
  const { url, year, publisher, yuan, others, asksAnnual, result } = record;
  const name = mark(record.name);
  const indicators = matchingIndicators(record, words, isAnywhere).map((indicator) => ({
    url: `${url}#${indicator.anchor}`,
    category: indicator.category,
    name: mark(indicator.name),
    annual: mark(indicator.annual),
    period: mark(indicator.period),
    annualReading: indicator.annualReading ?? null,
    periodReading: indicator.periodReading ?? null,
  }));
  const isShown = name.marks.length > 0 || indicators.length > 0;
  const other = isShown ? undefined : others.find(({ text }) => contains([text], all, isAnywhere));
  const excerpt = other ? { label: other.label, text: cutAround(mark(other.text)) } : null;
  const answers = (result?.cells ?? [])
    .filter(({ text }) => contains([text], all, isAnywhere))
    .map(({ label, of, text, anchor }) => ({
      url: `${result?.url ?? ''}${anchor === undefined ? '' : `#${anchor}`}`,
      ...{ label, of: of ?? null, text: cutAround(mark(text)) },
    }));
  return {
    ...{ url, year, publisher, yuan, name, apart: record.apart ?? null, indicators, excerpt },
    ...{ answers, isResult: result?.url === url },
    ...(asksAnnual === undefined ? {} : { asksAnnual }),
  };
}

/** The indicators that contain a word; first those that contain more words, then those with one in the name. */
function matchingIndicators(
  { indicators }: SearchRecord,
  words: readonly Word[],
  isAnywhere: boolean,
): SearchIndicator[] {
  return indicators
    .map((indicator) => {
      const texts = textsOfIndicator(indicator);
      const count = words.filter((word) => contains(texts, word, isAnywhere)).length;
      return {
        indicator,
        score: count && count * 2 + (contains([indicator.name], words.flat(), isAnywhere) ? 1 : 0),
      };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ indicator }) => indicator);
}

function contains(texts: readonly string[], word: Word, isAnywhere: boolean): boolean {
  const folded = texts.map((text) => toSearchable(text).text);
  return word.some((variant) => folded.some((text) => findStarts(text, variant, isAnywhere).length > 0));
}

/** A long text, cut around its first match. */
function cutAround({ text, marks }: MarkedText): MarkedText {
  const first = marks[0]?.start ?? 0;
  const start = Math.max(0, first - BEFORE);
  const end = Math.min(text.length, first + AFTER);
  const lead = start > 0 ? '…' : '';
  const shift = start - lead.length;
  return {
    text: lead + text.slice(start, end) + (end < text.length ? '…' : ''),
    marks: marks
      .filter((mark) => mark.end <= end)
      .map((mark) => ({ start: mark.start - shift, end: mark.end - shift })),
  };
}
