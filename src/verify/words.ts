/**
 * The labels of every form with their meanings. They are data: `record/forms/forms.json`, which the parser reads too, and the
 * forms that a content folder adds in `forms/`. Which form a table follows does not matter here: a label of any form counts.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** The meanings of a label by its bare form: `department`, `annualGoal`, `column name`, `is category`. */
export type Words = ReadonlyMap<string, ReadonlySet<string>>;

/** Tables of one project have other words than ledgers, where 绩效目标 is the year's goal. */
export type Vocabulary = Readonly<Record<'sheet' | 'ledger', Words>>;

/** A form as data: lists of labels by key, some one level deeper. */
type Lists = Partial<Record<string, unknown>>;

const FORMS = new URL('../record/forms/forms.json', import.meta.url);
/** A longer text is no label. */
const LONGEST = 48;
const GOALS: Record<string, string> = { section: 'goals', period: 'periodGoal', annual: 'annualGoal' };

export function readVocabulary(content: string): Vocabulary {
  const folder = join(content, 'forms');
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => /\.ya?ml$/.test(name)) : [];
  const { common, ...known } = JSON.parse(readFileSync(FORMS, 'utf8')) as Record<string, Lists>;
  const offices = files.map((name) => Object(parse(readFileSync(join(folder, name), 'utf8'))) as Lists);
  const forms = [...Object.values(known), ...offices];
  const isLedger = ({ layout, basedOn }: Lists) => (layout ?? basedOn) === 'ledger';
  return {
    sheet: toWords([common ?? {}, ...forms.filter((form) => !isLedger(form))]),
    ledger: toWords([common ?? {}, ...forms.filter(isLedger)]),
  };
}

/** Whether a text is a label that can mean one of these. */
export function means(words: Words, text: string, ...meanings: string[]): boolean {
  if (text === '' || text.length > LONGEST) return false;
  const found = words.get(bareWord(text));
  return found !== undefined && meanings.some((meaning) => found.has(meaning));
}

/** Whether a text is a label of any meaning. */
export function isLabel(words: Words, text: string): boolean {
  return text.length <= LONGEST && words.has(bareWord(text));
}

function toWords(forms: readonly Lists[]): Words {
  const words = new Map<string, Set<string>>();
  for (const [meaning, labels] of forms.flatMap(listLabels))
    for (const label of labels)
      words.set(bareWord(label), (words.get(bareWord(label)) ?? new Set()).add(meaning));
  return words;
}

function listLabels(form: Lists): [meaning: string, labels: string[]][] {
  const deeper = (key: string, toMeaning: (name: string) => string) =>
    Object.entries(Object(form[key]) as Lists).map(([name, labels]): [string, string[]] => [
      toMeaning(name),
      listOf(labels),
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

function listOf(labels: unknown): string[] {
  return Array.isArray(labels) ? labels.map(String) : [];
}

/** `（一）2026年项目资金【万元】：` → 项目资金. */
export function bareWord(text: string): string {
  return plainWord(text)
    .replace(/^\*+/, '')
    .replace(/^(?:\(?[一二三四五六七八九十]+[、)]|\d{1,2}[、.](?!\d))/, '')
    .replace(/^其中:?/, '')
    .replace(/^([^()]+)\([^()]*\)$/, '$1')
    .replace(/:$/, '')
    .replace(/^(?:19|20)\d{2}(?:年(?!度)|(?=年度))(?=.)/, '');
}

/** A text without what varies: spaces, full-width forms, kinds of brackets, a colon at its end. */
export function plainWord(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replaceAll(/[[【〔]/g, '(')
    .replaceAll(/[\]】〕]/g, ')')
    .replace(/[:*]+$/, '');
}
