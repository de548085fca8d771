import { categoryMeanings } from './describe-category.ts';
import terms from './glossary.json' with { type: 'json' };

const { 表头, ...others } = terms;
const parts = { 表头, 一级指标: categoryMeanings, ...others };
export type GlossaryPart = keyof typeof parts;

/** What the words of the form mean, for readers: by the part of the form that they are in, each word with its meaning. */
export const glossary: Record<GlossaryPart, Record<string, string>> = parts;

const meanings = new Map(Object.values(glossary).flatMap((part) => Object.entries(part)));

/** What a word of the form means; undefined for words that an office added. */
export function meaningOf(term: string): string | undefined {
  return meanings.get(term);
}
