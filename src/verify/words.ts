/**
 * The labels of every form with their meanings. They are data: `record/forms/forms.json`, which the parser reads too, and the
 * forms that a content folder adds in `forms/`. Which form a table follows does not matter here: a label of any form counts.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** The meanings of a label by its bare form: `department`, `annualGoal`, `column name`, `is category`. */
export type Words = ReadonlyMap<string, ReadonlySet<string>>;

/** Tables of one project have other words than ledgers, where 绩效目标 is the year's goal; tables of results have some of their own. */
export type Vocabulary = Readonly<Record<'sheet' | 'ledger' | 'result', Words>>;

/** A form as data: lists of labels by key, some one level deeper. */
type Lists = Partial<Record<string, unknown>>;

interface Data {
  /** Words of labels that change nothing in their meaning: patterns, and what replaces them. */
  folds: [pattern: string, word: string][];
  /** The categories that a subcategory can be of, by a pattern of its words. */
  categoriesOf: [pattern: string, categories: string[]][];
}

const FORMS = new URL('../record/forms/forms.json', import.meta.url);
const { folds, categoriesOf, results, overall, ...FORM_LISTS } = JSON.parse(
  readFileSync(FORMS, 'utf8'),
) as Data & Record<string, Lists> & { results: Lists; overall: Lists };
const FOLDS = folds.map(([pattern, word]) => [new RegExp(pattern), word] as const);
const CATEGORIES_OF = categoriesOf.map(([pattern, categories]) => [new RegExp(pattern), categories] as const);
/** Longest label that is folded. */
const LONGEST_FOLDED = 24;
/** Before a label without the words that change nothing, among the words. */
const FOLDED = '~';
/** A longer text is no label. */
const LONGEST = 48;
/** Meanings of labels of sums, and before the unit of one. */
const MONEY = /^(?:budget|total|funding)$/;
const UNIT = 'unit';
const UNIT_IN = /\((?:(?:金额)?单位:?)?(?:人民币)?(万?元)(?:人民币)?\)/;
const GOALS: Record<string, string> = { section: 'goals', period: 'periodGoal', annual: 'annualGoal' };

export function readVocabulary(content: string): Vocabulary {
  const folder = join(content, 'forms');
  const files = existsSync(folder)
    ? readdirSync(folder).filter((name) => /^[^.].*\.(?:ya?ml|json)$/.test(name))
    : [];
  const { common, ...known } = FORM_LISTS;
  const offices = files.map((name) => Object(parse(readFileSync(join(folder, name), 'utf8'))) as Lists);
  const forms = [...Object.values(known), ...offices];
  const isLedger = ({ layout, basedOn }: Lists) => (layout ?? basedOn) === 'ledger';
  return {
    sheet: toWords([common ?? {}, ...forms.filter((form) => !isLedger(form))]),
    ledger: toWords([common ?? {}, ...forms.filter(isLedger)]),
    result: toWords([common ?? {}, FORM_LISTS['national'] ?? {}].map(withoutPeriod), listsOfResults()),
  };
}

/** In a table of results each goal is what was promised, but for those that say what came of it. */
function withoutPeriod(form: Lists): Lists {
  const { period, annual, ...others } = Object(form['goals']) as Lists;
  return { ...form, goals: { ...others, annual: [...listOf(annual), ...listOf(period)] } };
}

/** `periodGoal` is what came of the goal. */
function listsOfResults(): [meaning: string, labels: string[]][] {
  const columns = (kind: string, key: string) =>
    Object.entries(Object(results[key]) as Lists).map(([name, labels]): [string, string[]] => [
      `${kind} ${name}`,
      listOf(labels),
    ]);
  return [
    ...columns('fund', 'fundColumns'),
    ...columns('result', 'resultColumns'),
    ['fund group', listOf(results['fundGroups'])],
    ['fund total', listOf(results['fundTotals'])],
    ['result total', listOf(results['totalRows'])],
    ['name', listOf(results['names'])],
    ['code', listOf(results['code'])],
    ['department', listOf(results['departments'])],
    ['spendingUnit', listOf(results['spendingUnits'])],
    ['annualGoal', listOf(results['expectedGoals'])],
    ['periodGoal', listOf(results['actualGoals'])],
    ['section', listOf(results['sections'])],
    ['other', listOf(results['labels'])],
    ['task name', listOf(overall['taskNames'])],
    ['task content', listOf(overall['taskContents'])],
    ['task group', listOf(overall['taskGroups'])],
    ['task total', listOf(overall['taskTotals'])],
  ];
}

/** Whether a text is a label that can mean one of these. */
export function means(words: Words, text: string, ...meanings: string[]): boolean {
  const found = meaningsOf(words, text);
  return meanings.some((meaning) => found.has(meaning));
}

/** Whether a text is a label of any meaning. */
export function isLabel(words: Words, text: string): boolean {
  return meaningsOf(words, text).size > 0;
}

/** The units that forms name for the sums of a label: 元, 万元. */
export function unitsOf(words: Words, label: string): string[] {
  return [...(words.get(bareWord(label)) ?? [])].flatMap((meaning) =>
    meaning.startsWith(`${UNIT} `) ? meaning.slice(UNIT.length + 1) : [],
  );
}

/** Whether an indicator of this subcategory can be of this category. True where either is a word of the office's own. */
export function isOfCategory(subcategory: string, category: string): boolean {
  const [, stems] = CATEGORIES_OF.find(([pattern]) => pattern.test(bareWord(subcategory))) ?? [];
  const isOf = (stem: string) => bareWord(category).startsWith(stem);
  return stems === undefined || stems.some(isOf) || !CATEGORIES_OF.some(([, others]) => others.some(isOf));
}

/** Meanings by text that were looked up before, as forms say the same labels again and again; not all texts of a province. */
const foundBefore = new WeakMap<Words, Map<string, ReadonlySet<string>>>();
const REMEMBERED = 10_000;

function meaningsOf(words: Words, text: string): ReadonlySet<string> {
  const before = foundBefore.get(words) ?? new Map<string, ReadonlySet<string>>();
  const found = before.get(text) ?? lookUp(words, text);
  if (before.size === REMEMBERED) before.clear();
  foundBefore.set(words, before.set(text, found));
  return found;
}

/** The meanings of a label as it is listed; of each kind that it has none of, those of the labels that mean the same. */
function lookUp(words: Words, text: string): ReadonlySet<string> {
  const key = text.length > LONGEST ? '' : bareWord(text);
  const found = new Set(words.get(key));
  const kinds = new Set([...found].map(kindOf));
  for (const folded of key === '' ? [] : foldsOf(key))
    for (const meaning of words.get(FOLDED + folded) ?? [])
      if (!kinds.has(kindOf(meaning))) found.add(meaning);
  return found;
}

/** What a label can have one meaning of: a column, a goal, the section of goals or indicators, a field. */
function kindOf(meaning: string): string {
  return /^(?:column|is|goals|section|unit|fund|result|task)\b|Goal$/.exec(meaning)?.[0] ?? 'field';
}

function foldsOf(key: string): string[] {
  if (key.length > LONGEST_FOLDED) return [key];
  const folded = FOLDS.reduce((text, [pattern, word]) => text.replace(pattern, word), key);
  return folded.startsWith('项目') && folded.length > 4 ? [folded, folded.slice(2)] : [folded];
}

function toWords(forms: readonly Lists[], others: readonly [string, string[]][] = []): Words {
  const words = new Map<string, Set<string>>();
  const add = (word: string, meaning: string) => words.set(word, (words.get(word) ?? new Set()).add(meaning));
  for (const [meaning, labels] of [...forms.flatMap(listLabels), ...others])
    for (const label of labels) {
      const key = bareWord(label);
      add(key, meaning);
      // 核定数（万元）: the unit of sums where the table names none. It is of this label alone.
      const unit = MONEY.test(meaning) && UNIT_IN.exec(plainWord(label))?.[1];
      if (unit) add(key, `${UNIT} ${unit}`);
      if (!meaning.startsWith('is ')) add(FOLDED + (foldsOf(key)[0] ?? key), meaning);
    }
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
    ['total', listOf(form['totals'])],
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
  let word = plainWord(text)
    .replace(/^\*+/, '')
    .replace(/^(?:\(?[一二三四五六七八九十]+[、)]|\d{1,2}[、.](?!\d))/, '')
    .replace(/^其中:?/, '');
  for (const bracket = /^(.*[^()].*?)\([^()]*\)$/; bracket.test(word);)
    word = word.replace(bracket, '$1').replace(/:$/, '');
  return word.replace(/^(?:19|20)\d{2}(?:年(?!度)|(?=年度))(?=.)/, '').replace(/:$/, '');
}

/** A text without what varies: spaces, characters without width, full-width forms, kinds of brackets, a colon at its end. */
export function plainWord(text: string): string {
  return text
    .replaceAll(/[\u{200b}-\u{200f}\u{2060}\u{feff}\u{ad}]/gu, '')
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replaceAll(/[[【〔]/g, '(')
    .replaceAll(/[\]】〕]/g, ')')
    .replace(/[:*]+$/, '');
}

/** What stands for nothing in a form: `/`, `—`, `……`. */
export function isPlaceholder(text: string): boolean {
  return /^[\s./\\—–_…·*-]*$/.test(text.normalize('NFKC'));
}
