/**
 * In: a built site, and its projects in the order of their numbers in search, with their results.
 * Out: texts by which the index does not find their project, texts of no project, and texts that rank as what they are not.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FoundResult, FoundResults } from './found-results.ts';
import type { PublishedSite } from './published-site.ts';
import { openFile, readBundle, type IndexedTexts } from './read-index.ts';
import type { Comparison, RecordedProject } from './record.ts';
import { latinWords, searchForm, wholeDigits } from './search-form.ts';
import { facetOf, type SearchTable } from './verify-search.ts';

const FACETS = 5;
const NONE: IndexedTexts = { cells: [], units: new Set(), digits: new Set(), broken: 0, unmarked: 0 };
/** Where texts are in a record: the name; then by facet names of indicators, targets, other columns; then all other cells. */
const PLACES = { name: 0, indicator: 0, target: FACETS, rest: 2 * FACETS, others: 3 * FACETS + 1 };

export function verifyIndex(
  site: PublishedSite,
  { index, latin }: SearchTable,
  projects: readonly RecordedProject[],
  results: FoundResults['byId'],
): Comparison {
  const comparison: Comparison = { cells: 0, losses: [] };
  const folder = site.pathOf('/pagefind/index');
  const expected = index.bounds.map((_, number) => `pagefind/index/${index.digest}-${number}.pf_index`);
  const found = site.files.filter((file) => file.startsWith('pagefind/index/'));
  if (found.join() !== expected.toSorted().join())
    comparison.losses.push('pagefind/index: 文件与 table.json 不符');
  const files = expected.map((name) =>
    openFile(readFileSync(join(folder, name.slice('pagefind/index/'.length)))),
  );
  const size = index.bundleSize;
  const bundles = Math.max(1, Math.ceil(projects.length / size));
  const words = new Set<string>();
  for (let bundle = 0; bundle < bundles; bundle += 1) {
    const own = projects.slice(bundle * size, (bundle + 1) * size);
    const texts = readBundle(files, bundle, bundles, own.length);
    for (const [number, project] of own.entries()) {
      const digits = new Set<string>();
      const places = placesOf(project, results.get(project.id), words, digits);
      const { source, name } = project;
      const indexed = texts[number] ?? NONE;
      const losses = [...compareTexts(places, indexed), ...compareDigits(digits, indexed.digits)];
      comparison.cells += places.size;
      comparison.losses.push(
        ...losses.map((loss) => `${source.path}: ${source.startLine} 行起 “${name}”：${loss}（搜索索引）`),
      );
    }
  }
  const known = new Set(latin);
  const missing = [...words].filter((word) => !known.has(word));
  if (missing.length > 0)
    comparison.losses.push(`pagefind/table.json: 没有 ${missing.slice(0, 5).join('、')}`);
  return comparison;
}

/**
 * All texts of a project by which it is found, each with its places.
 *
 * @param words Gets their words in Latin letters.
 * @param digits Gets their digits that are whole numbers.
 */
function placesOf(
  { name, year: _, ...project }: RecordedProject,
  result: FoundResult | undefined,
  words: Set<string>,
  digits: Set<string>,
): Map<string, number[]> {
  const { budget, goals, type, level, department, spendingUnit, period, otherFields, indicators } = project;
  const places = new Map<string, number[]>();
  const add = (place: number, texts: readonly (string | number | null | undefined)[]) => {
    for (const text of texts) {
      const form = searchForm(String(text ?? ''));
      for (const word of latinWords(String(text ?? ''))) words.add(word);
      for (const digit of wholeDigits(String(text ?? ''))) digits.add(digit);
      if (form !== '') places.set(form, [...(places.get(form) ?? []), place]);
    }
  };
  add(PLACES.name, [name]);
  for (const indicator of indicators) {
    const facet = facetOf(indicator);
    const { category, subcategory, annualTarget, periodTarget, details } = indicator;
    add(PLACES.indicator + facet, [indicator.name]);
    add(PLACES.target + facet, [annualTarget?.text, periodTarget?.text]);
    add(PLACES.rest + facet, [subcategory, category, ...details.map(({ value }) => value)]);
  }
  add(PLACES.others, [budget?.text, goals.period, goals.annual, type, level, department, spendingUnit]);
  add(PLACES.others, [period?.start, period?.end, ...otherFields.map(({ label, value }) => value || label)]);
  add(PLACES.others, result?.cells.map(({ text }) => text) ?? []);
  return places;
}

function compareTexts(places: ReadonlyMap<string, readonly number[]>, indexed: IndexedTexts): string[] {
  const losses: string[] = [];
  const cells = indexed.cells.map(searchForm);
  const units = [...indexed.units].map(searchForm);
  const characters = new Set(units.join(''));
  const whole = new Set([...cells, ...units]);
  for (const text of places.keys()) {
    const isThere = whole.has(text) || cells.some((cell) => cell.includes(text));
    if (!isThere) losses.push(`找不到“${text}”`);
  }
  for (const unit of new Set([...places.keys()].join('')))
    if (!characters.has(unit) && unit.length === 1) losses.push(`找不到“${unit}”`);
  // A text that is in several places is at the first of them that is left.
  let last = 0;
  for (const cell of cells) {
    if (cell === '') continue;
    const own = places.get(cell) ?? [];
    const place = Math.min(...own.filter((each) => each >= last));
    if (own.length === 0) losses.push(`多出“${cell}”`);
    else if (place === Infinity) losses.push(`“${cell}”不在它的位置`);
    else last = place;
  }
  const { broken, unmarked } = indexed;
  if (broken > 0) losses.push(`${broken} 处连不起来`);
  if (unmarked > 0) losses.push(`${unmarked} 处数字的起止不对`);
  return losses;
}

function compareDigits(digits: ReadonlySet<string>, indexed: ReadonlySet<string>): string[] {
  return [...digits.symmetricDifference(indexed)].map((digit) =>
    digits.has(digit) ? `找不到数字“${digit}”` : `多出数字“${digit}”`,
  );
}
