/**
 * The words of every form and what each may mean, as data: those of the project, and those that the content folder describes in
 * `forms/`. Which form a table is of is not asked: a word of any of them counts.
 *
 * The words are data of the forms; no code is shared.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { formInputs } from '../record/forms/forms.ts';
import { plainWord } from './form-words.ts';

/** The meanings of a word by its bare form: `department`, `annualGoal`, `column name`, `is category`. */
export type Vocabulary = ReadonlyMap<string, ReadonlySet<string>>;

/** A form as its data say it: lists of words by key, some one level deeper. */
type Words = Partial<Record<string, unknown>>;

const GOALS: Record<string, string> = { section: 'goals', period: 'periodGoal', annual: 'annualGoal' };

export function readVocabulary(content: string): Vocabulary {
  const folder = join(content, 'forms');
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => /\.ya?ml$/.test(name)) : [];
  const own = files.map((name) => Object(parse(readFileSync(join(folder, name), 'utf8'))) as Words);
  const meanings = new Map<string, Set<string>>();
  for (const form of [...Object.values(formInputs), ...own]) {
    for (const [meaning, words] of listWords(form))
      for (const word of words)
        meanings.set(toBareWord(word), (meanings.get(toBareWord(word)) ?? new Set()).add(meaning));
  }
  return meanings;
}

/** Whether a text is a word of a form that may mean one of these. */
export function means(vocabulary: Vocabulary, text: string, ...meanings: string[]): boolean {
  const found = vocabulary.get(toBareWord(text));
  return found !== undefined && meanings.some((meaning) => found.has(meaning));
}

function listWords(form: Words): [meaning: string, words: string[]][] {
  const deeper = (key: string, toMeaning: (name: string) => string) =>
    Object.entries(Object(form[key]) as Words).map(([name, words]): [string, string[]] => [
      toMeaning(name),
      listOf(words),
    ]);
  return [
    ...deeper('fields', (name) => name),
    ['budget', listOf(form['budget'])],
    ['funding', listOf(form['funding'])],
    ['group', listOf(form['groups'])],
    ['other', listOf(form['others'])],
    ...deeper('period', (name) => (name === 'row' ? 'period' : name)),
    ...deeper('goals', (name) => GOALS[name] ?? name),
    ['section', listOf(form['indicators'])],
    ...deeper('columns', (name) => `column ${name}`),
    ['is category', listOf(form['categories'])],
    ['is subcategory', listOf(form['subcategories'])],
  ];
}

function listOf(words: unknown): string[] {
  return Array.isArray(words) ? (words as string[]) : [];
}

/** `（一）2026年项目资金（万元）：` → 项目资金. */
export function toBareWord(text: string): string {
  return plainWord(text)
    .replace(/^(?:\*|\(?[一二三四五六七八九十\d]+[、.)])/, '')
    .replace(/^其中:?/, '')
    .replace(/\([^()]*\)$/, '')
    .replace(/^(?:19|20)\d{2}(?:年(?!度)|(?=年度))(?=.)/, '')
    .replace(/[:*]+$/, '');
}
