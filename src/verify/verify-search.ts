/**
 * In: a built site, and its projects as published in JSON.
 * Out: what search does not find, or shows otherwise: its records, names, filters, bodies, quantities, and the words of its index.
 */
import { dirname } from 'node:path';
import { RANGES } from './compare-list.ts';
import { toFoundResults, type FoundResults } from './found-results.ts';
import type { JoinedResult } from './join-results.ts';
import type { PublishedSite } from './published-site.ts';
import type { Comparison, RecordedIndicator, RecordedProject, Target } from './record.ts';
import { fenOf } from './sums.ts';
import { verifyIndex } from './verify-index.ts';
import { verifyQuantities } from './verify-quantities.ts';

/** A `pagefind/table.json`, as far as it is made of projects. */
export interface SearchTable {
  version: string;
  index: { digest: string; bundleSize: number; bounds: string[] };
  bodies: string[];
  types: string[];
  disclosures: [year: number, body: number, department?: number][];
  disclosure: number[];
  type: number[];
  nameLength: number[];
  scale: number[];
  answered: number[];
  budgets: number[];
  latin: string[];
  guide: { title: string; url: string }[];
}

interface NameList {
  names: string[];
  indicators: [name: string, facet: number][];
  indicatorsOf: number[][];
}

/** By the facets that matches are filtered by, from 1; a category of the office's own is the next. */
const CATEGORIES = ['产出指标', '效益指标', '满意度指标', '成本指标'];
/** Characters that the national standard lists, each under its sounds. */
const USUAL_CHARACTERS = 6763;
const SPACES = /[\s\u200B-\u200D\u2060\uFEFF]/g;

/** @param joined All results with their projects. */
export function verifySearch(site: PublishedSite, joined: readonly JoinedResult[]): Comparison {
  const { readJson } = site;
  const losses: string[] = [];
  const results = toFoundResults(site, joined);
  const { publisherOf } = results;
  const projects = [...site.projects, ...results.alone].sort(byNumber);
  const same = (what: string, found: unknown, expected: unknown) => {
    const [text = '', other = ''] = [found, expected].map((value) => JSON.stringify(value));
    if (text !== other)
      losses.push(`${what}（搜索）是 ${excerpt(text, other)}，应是 ${excerpt(other, text)}`);
  };
  const table = readJson('pagefind/table.json') as SearchTable;
  compareRecords(site, projects, results, same);
  compareTable(table, projects, results, same);
  compareNames(site, projects, publisherOf, same, losses);
  compareAddresses(site, table, projects, results, same);
  for (const { title, url } of table.guide) {
    const [path = '', fragment] = url.split('#');
    const html = site.hasFile(path) ? site.read(`${path.slice(1)}index.html`) : '';
    const isThere = html.includes(title) && (fragment === undefined || html.includes(` id="${fragment}"`));
    if (!isThere) losses.push(`pagefind/table.json: 没有“${title}”（${url}）`);
  }
  for (const file of site.files.filter((name) => /^guide\/[^/]+\/index\.html$/.test(name)))
    if (!table.guide.some(({ url }) => url === `/${dirname(file)}/`))
      losses.push(`pagefind/table.json: 没有 ${file}`);
  const parts = [verifyQuantities(site, projects), verifyIndex(site, table, projects, results.byId)];
  return {
    cells: parts.reduce((sum, { cells }) => sum + cells, projects.length),
    losses: [...losses, ...parts.flatMap((part) => part.losses)],
  };
}

type Same = (what: string, found: unknown, expected: unknown) => void;

/** Largest budget first; equal ones by address. */
function byNumber(a: RecordedProject, b: RecordedProject): number {
  const [first, second] = [fenOf(a), fenOf(b)];
  return first === second ? (`${a.id}/` < `${b.id}/` ? -1 : 1) : first < second ? 1 : -1;
}

function compareRecords(
  site: PublishedSite,
  projects: readonly RecordedProject[],
  results: FoundResults,
  same: Same,
): void {
  const numbers = site.files.flatMap((file) => /^pagefind\/records\/(\d+)\.json$/.exec(file)?.[1] ?? []);
  const records = numbers
    .sort((a, b) => Number(a) - Number(b))
    .flatMap((number) => site.readJson(`pagefind/records/${number}.json`) as Record<string, unknown>[]);
  const anchors = new Map<string, readonly string[]>(results.anchors);
  for (const [address, { project }] of site.rows)
    anchors.set(project.id, [...(anchors.get(project.id) ?? []), address.slice(project.id.length + 1)]);
  const names = Map.groupBy(projects, ({ id, name }) => `${dirname(id)}\n${name}`);
  same(
    'pagefind/records',
    records.map(({ url }) => url),
    projects.map(({ id }) => `/${id}/`),
  );
  for (const [number, project] of projects.entries()) {
    const { apart, indicators = [], result, ...record } = records[number] ?? {};
    const { id, source, year, name, type, budget } = project;
    const place = `${source.path}: ${source.startLine} 行起 “${name}”`;
    same(place, record, {
      ...{ url: `/${id}/`, year, publisher: results.publisherOf(project), name, type },
      ...(source.notAsked?.includes('type') ? { asksType: false } : {}),
      ...(source.notAsked?.includes('annualTarget') ? { asksAnnual: false } : {}),
      yuan: budget?.yuan ?? null,
      others: othersOf(project),
    });
    same(`${place}的自评`, result, results.byId.get(id));
    const isAlone = names.get(`${dirname(id)}\n${name}`)?.length === 1;
    same(`${place}的区别`, Boolean(apart), !isAlone);
    const rows = indicators as (Record<string, unknown> & Readings)[];
    same(
      `${place}的指标`,
      rows.map(({ annualReading: _, periodReading: __, ...row }) => row),
      project.indicators.map(({ category, subcategory, annualTarget, periodTarget, ...row }, at) => ({
        ...{ anchor: anchors.get(id)?.[at], category, subcategory, name: row.name },
        ...{ annual: annualTarget?.text ?? '', period: periodTarget?.text ?? '' },
        details: row.details.map(({ value }) => value),
      })),
    );
    for (const [at, { annualTarget, periodTarget }] of project.indicators.entries()) {
      const { annualReading, periodReading } = rows[at] ?? {};
      for (const [reading, target] of [
        [annualReading, annualTarget],
        [periodReading, periodTarget],
      ] as const)
        if (!isReadingOf(reading, target))
          same(`${place}的“${target?.text ?? ''}”`, reading, readingOf(target));
    }
  }
}

interface Readings {
  annualReading?: string;
  periodReading?: string;
}

/** A figure that the cell gives alone is read with the comparator and unit of other columns; any other cell may be. */
function isReadingOf(reading: string | undefined, target: Target | null): boolean {
  const isBare =
    /^[\d,.\s]+$/.test(target?.text ?? '') && (target?.comparator ?? target?.unit ?? null) !== null;
  if (reading === undefined) return target?.value == null || !isBare;
  const { comparator = null, value = null, upper = null, unit = null, text = '' } = target ?? {};
  const figures = [text, `${value ?? ''}${upper === null ? '' : `~${upper}`}`];
  return figures.some((figure) => reading === `${comparator ?? ''}${figure}${unit ?? ''}`);
}

function readingOf(target: Target | null): string {
  return `${target?.comparator ?? ''}${target?.text ?? ''}${target?.unit ?? ''}`;
}

/** All cells but the name and the indicators, each with the label that results show. */
function othersOf(project: RecordedProject): { label: string; text: string }[] {
  const { year, budget, goals, type, level, department, spendingUnit, period, otherFields } = project;
  const fields: [label: string, text: string | null | undefined][] = [
    ['预算金额', budget?.text],
    ['实施周期总目标', goals.period],
    [`${year}年度目标`, goals.annual],
    ['项目类型', type],
    ['项目等级', level],
    ['主管部门', department],
    ['用款单位', spendingUnit],
    ['起始年度', period && String(period.start)],
    ['到期年度', period && String(period.end)],
    ...otherFields.map(({ label, value }): [string, string] => [label, value || label]),
  ];
  return fields.flatMap(([label, text]) => (text ? [{ label, text }] : []));
}

/** By what results are filtered and ranked. */
function compareTable(
  table: SearchTable,
  projects: readonly RecordedProject[],
  { byId, publisherOf }: FoundResults,
  same: Same,
): void {
  const file = 'pagefind/table.json';
  const { bodies, types, disclosures } = table;
  const names = projects.flatMap((project) => [publisherOf(project), project.department || []].flat());
  same(`${file} 的单位`, bodies, [...new Set(names)].sort());
  same(`${file} 的类型`, types, [...new Set(projects.flatMap(({ type }) => type ?? []))].sort());
  same(
    `${file} 的年度、单位和部门`,
    table.disclosure.map((at) => {
      const [year, body = -1, department = body] = disclosures[at] ?? [];
      return [year, bodies[body], bodies[department] ?? null];
    }),
    projects.map((project) => [project.year, publisherOf(project), project.department || null]),
  );
  same(
    `${file} 的项目类型`,
    table.type.map((at) => types[at] ?? at),
    projects.map(({ type, source }) => (source.notAsked?.includes('type') ? -2 : (type ?? -1))),
  );
  same(
    `${file} 的名称长度`,
    table.nameLength,
    projects.map(({ name }) => name.replaceAll(SPACES, '').length),
  );
  let number = 0;
  same(
    `${file} 的自评`,
    table.answered.map((step) => projects[(number += step)]?.id),
    projects.flatMap(({ id }) => (byId.has(id) ? [id] : [])),
  );
  const sums = projects.filter(({ budget }) => budget).map((project) => Number(fenOf(project)) / 100);
  same(
    `${file} 的金额范围`,
    table.budgets,
    RANGES.map(([least]) => sums.filter((sum) => sum >= Number(least)).length),
  );
}

/** What is suggested while a reader types, and how it sounds. */
function compareNames(
  { readJson }: PublishedSite,
  projects: readonly RecordedProject[],
  publisherOf: (project: RecordedProject) => string,
  same: Same,
  losses: string[],
): void {
  const { names, indicators, indicatorsOf } = readJson('pagefind/names.json') as NameList;
  same(
    'pagefind/names.json 的项目',
    names,
    projects.map(({ name }) => name),
  );
  same(
    'pagefind/names.json 的指标',
    indicatorsOf.map((row) => row.map((at) => indicators[at])),
    projects.map((project) => project.indicators.map((row) => [row.name, facetOf(row)])),
  );
  const pinyin = readJson('pagefind/pinyin.json') as Record<string, string[]>;
  const sounds = Object.entries(readJson('pagefind/sounds.json') as Record<string, string>);
  const usual = new Set(sounds.flatMap(([, characters]) => Array.from(characters)));
  same('pagefind/sounds.json 的字数', usual.size, USUAL_CHARACTERS);
  const texts = projects.flatMap((project) => [
    ...[project.name, publisherOf(project)],
    ...project.indicators.map(({ name }) => name),
  ]);
  for (const character of new Set(texts.join('').match(/\p{Script=Han}/gu)))
    if (usual.has(character) && !pinyin[character]?.some((reading) => /^[a-z]+$/.test(reading)))
      losses.push(`pagefind/pinyin.json: “${character}”没有读音`);
}

/** The index of a category among the facets by which matches are filtered. */
export function facetOf({ category }: RecordedIndicator): number {
  const place = CATEGORIES.indexOf(category);
  return 1 + (place < 0 ? CATEGORIES.length : place);
}

/** The newest page of each body; of results alone, where it has no other. */
function compareAddresses(
  { readJson }: PublishedSite,
  { bodies }: SearchTable,
  projects: readonly RecordedProject[],
  { alone, publisherOf }: FoundResults,
  same: Same,
): void {
  const withoutTargets = new Set(alone);
  const newest = new Map<string, string>();
  const folders = projects
    .map((project) => ({
      ...{ name: publisherOf(project), year: project.year, url: `/${dirname(project.id)}/` },
      isLast: withoutTargets.has(project),
    }))
    .sort((a, b) => Number(a.isLast) - Number(b.isLast) || b.year - a.year || (a.url < b.url ? -1 : 1));
  for (const { name, url } of folders) if (!newest.has(name)) newest.set(name, url);
  const expected = bodies.map((name) => newest.get(name) ?? null);
  same('pagefind/bodies.json', readJson('pagefind/bodies.json'), expected);
}

/** From where a text differs from another one on. */
function excerpt(text: string, other: string): string {
  let at = 0;
  while (at < text.length && text.charAt(at) === other.charAt(at)) at += 1;
  const start = Math.max(0, at - 20);
  return `${start > 0 ? '…' : ''}${text.slice(start, at + 40)}${text.length > at + 40 ? '…' : ''}`;
}
