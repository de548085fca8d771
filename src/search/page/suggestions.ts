/**
 * In: what a reader types, and the answers to it.
 * Out: the state of the suggestions under the search box, and its next one. No DOM, no timers.
 */
import { formatCount } from '../../display/format-count.ts';
import type { Answer, Line } from '../query.ts';
import type { Hit, IndicatorHit } from '../to-hit.ts';
import { describeQuestions } from './describe-question.ts';

/** Indicators suggested per project. */
const MAX_INDICATORS = 2;
/** Lines of groups: bodies, pages of the guide, amounts and targets. */
const MAX_PLACES = 2;
const MAX_LINES = 6;

/** A choice in the list. */
export type Suggestion =
  | { kind: 'project'; hit: Hit; url: string }
  | { kind: 'indicator'; hit: IndicatorHit; url: string }
  | { kind: 'line'; line: Line; url: string }
  | { kind: 'all'; count: number }
  | { kind: 'recent'; text: string };

export interface SuggestionState {
  isOpen: boolean;
  suggestions: readonly Suggestion[];
  /** Index of the active suggestion; -1: the focus is in the text. */
  active: number;
  /** Shown above the list. */
  message: string;
  /** Announced by a screen reader. */
  announcement: string;
  /** Words to mark on the page of a suggestion. */
  words: readonly string[];
}

export const CLOSED: SuggestionState = {
  isOpen: false,
  suggestions: [],
  active: -1,
  message: '',
  announcement: '',
  words: [],
};

function showMessage(message: string): SuggestionState {
  return { ...CLOSED, isOpen: true, message, announcement: message };
}

export const SEARCHING = showMessage('正在查找…');
export const FAILED = showMessage('搜索没有载入，请检查网络。按回车到搜索页再试。');

export function showRecent(texts: readonly string[]): SuggestionState {
  if (texts.length === 0) return CLOSED;
  return {
    ...showMessage('最近搜索，只存在这台设备上'),
    suggestions: texts.map((text) => ({ kind: 'recent', text })),
    announcement: `${texts.length} 条最近搜索，按上下键选择。`,
  };
}

export function showAnswer(answer: Answer, text: string): SuggestionState {
  const { hits, words, count, isNamesOnly, readAs, questions } = answer;
  const lines = linesOf(answer);
  if (count === 0 && lines.length === 0)
    return showMessage(`没有找到“${text.trim()}”。按回车，看相近的说法。`);
  const asked = describeQuestions(questions);
  const read = readAs.length > 0 ? `按“${readAs.slice(0, 3).join('”“')}”查找。` : '';
  return {
    ...showMessage(
      (asked === '' ? '' : `${asked}。`) + read + (isNamesOnly ? '索引没有载入，只在名称里找。' : ''),
    ),
    suggestions: [
      ...lines.map((line): Suggestion => ({ kind: 'line', line, url: line.url })),
      ...hits
        .slice(0, Math.max(0, MAX_LINES - lines.length))
        .flatMap((hit): Suggestion[] => [
          { kind: 'project', hit, url: hit.url },
          ...hit.indicators
            .slice(0, MAX_INDICATORS)
            .map((indicator): Suggestion => ({ kind: 'indicator', hit: indicator, url: indicator.url })),
        ]),
      { kind: 'all', count },
    ],
    announcement: `找到 ${formatCount(count)} 个项目，按上下键选择。`,
    words,
  };
}

/** The first lines of all groups; of a page that explains a question about a number none. */
function linesOf({ groups, questions }: Answer): Line[] {
  const isWords = questions.every(({ kind }) => kind === 'word' || kind === 'year');
  return groups
    .filter(({ id }) => isWords || id !== 'guide')
    .flatMap(({ id, lines }) => (id === 'bodies' || id === 'guide' ? lines.slice(0, MAX_PLACES) : lines))
    .slice(0, MAX_LINES);
}

/** The index that a key makes active; undefined if the key belongs to the text field. */
export function moveTo(key: string, { isOpen, suggestions, active }: SuggestionState): number | undefined {
  if (!isOpen || suggestions.length === 0) return undefined;
  const last = suggestions.length - 1;
  if (key === 'ArrowDown') return active === last ? -1 : active + 1;
  if (key === 'ArrowUp') return active === -1 ? last : active - 1;
  // Without an active suggestion, these move the caret.
  if (active !== -1 && key === 'Home') return 0;
  if (active !== -1 && key === 'End') return last;
  return undefined;
}
