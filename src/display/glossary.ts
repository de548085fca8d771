import { categoryEntries } from './describe-category.ts';
import type { English } from './english.ts';
import terms from './glossary.json' with { type: 'json' };
import names from './name-families.json' with { type: 'json' };

/** What a word of the form means. */
export interface GlossaryEntry {
  /** Chinese, for readers. */
  meaning: string;
  english: English;
  /** Words that forms use for it too. */
  also?: readonly string[];
}

const { 表头, ...others } = terms;
/** Endings of a family that the glossary shows. */
const SHOWN = 3;
/** Names of indicators are too many to list: they are explained by how they end. */
const 三级指标的名称 = Object.fromEntries(
  names.families.map(({ endings, ...entry }) => [endings.slice(0, SHOWN).join('、'), entry]),
);
const parts = { 表头, 一级指标: categoryEntries, ...others, 三级指标的名称 };
export type GlossaryPart = keyof typeof parts;

/** What the words of the form mean, for readers: by the part of the form that they are in, each word with its meaning. */
export const glossary: Record<GlossaryPart, Readonly<Record<string, GlossaryEntry>>> = parts;

/** Parts whose words are no words of a form alone: 管理 may be the name of an indicator too. */
const NOT_ALONE = ['其他一级指标', '三级指标的名称'];
/** Entries by folded word. */
const entries = new Map(
  Object.entries(glossary)
    .filter(([part]) => !NOT_ALONE.includes(part))
    .flatMap(([, words]) => Object.entries(words))
    .flatMap(([word, entry]) => [word, ...(entry.also ?? [])].map((each) => [fold(each), entry] as const)),
);
/** What a name means by its ending; undefined: an ending that looks like one of these, and is none. The longest first. */
const endings = [
  ...names.families.flatMap(({ endings: own, ...entry }) => own.map((ending) => [ending, entry] as const)),
  ...names.others.map((ending) => [ending, undefined] as const),
].sort(([a], [b]) => b.length - a.length);

/** A name that says several things, that there is nothing, or that something shall be less. */
const UNCLEAR =
  /[;。,?!]|[率度数量间][、和与及或]|^(?:不(?!动产|良)|无(?!障碍|线|人|偿|害)|没|未(?!成年)|非(?!遗|物质|税|公|营利)|低于|高于|超过|少于)|符合|是否|(?:降低|减少|节约|节省|压减).*(?:成本|费用|支出|经费)$/;

/**
 * What a word of the form, or the name of an indicator, means. A word is found in any spelling; a name by its ending: 读者满意度.
 *
 * Undefined for words that an office added, and where a name could mean something else: an explanation is never a guess.
 */
export function explain(term: string): GlossaryEntry | undefined {
  const word = fold(term);
  const known = entries.get(word);
  if (known !== undefined) return known;
  if (UNCLEAR.test(word)) return undefined;
  return endings.find(([ending]) => word.endsWith(ending))?.[1];
}

/** Without spaces, full-width forms, the unit in brackets and 指标 at the end, which change nothing in the meaning. */
function fold(word: string): string {
  const plain = word.normalize('NFKC').replaceAll(/\s/g, '');
  return plain
    .replace(/[.。:]$/, '')
    .replace(/\([^()]*\)$/, '')
    .replace(/(.)指标$/, '$1')
    .replace(/(?<=率)达标$/, '');
}
