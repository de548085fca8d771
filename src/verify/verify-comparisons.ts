/**
 * In: a built site, and its projects as published in JSON, which are compared with the sources elsewhere.
 * Out: what the pages that compare indicators do not hold, hold twice, say otherwise or count wrong.
 */
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { addZeros, compareIndicatorSheet, MOST_INDICATORS } from './compare-tables.ts';
import { compareOtherYears } from './compare-other-years.ts';
import { compareSpread, WORDS, type SpreadRow } from './compare-spread.ts';
import type { JoinedResult } from './join-results.ts';
import { anchorsOfResults, digestOf, type PublishedSite } from './published-site.ts';
import { pagesOfProject } from './pages-of-project.ts';
import {
  attributeOf,
  findAll,
  hasClass,
  hasId,
  readElements,
  textOf,
  type Element,
} from './read-elements.ts';
import { readCsv } from './read-tables.ts';
import type { RecordedIndicator, RecordedProject, Target } from './record.ts';
import { countOf, toWords } from './sums.ts';

/** Words for powers of ten before a unit, in zeros. */
const ZEROS: Record<string, number> = { 千: 3, 万: 4, 百万: 6, 亿: 8 };
const POWER = /^(?:(?:百万|千)(?=元)|万|亿)/;
/** A row of a project's page, and the comparison that it leads to. */
const LINK_OF_ROW =
  /<tr id="([^"]*)" data-indicator[^>]*>(?:(?!<\/tr>)[^])*?<a class="compared" href="\/([^"]*)\/"/g;
const WRITTEN: Record<string, string> = {
  '>': '高于',
  '≥': '不低于',
  '=': '只写数',
  '≈': '大约',
  '≤': '不高于',
  '<': '低于',
};

/** A row as a page shows it. */
interface Row extends SpreadRow {
  address: string;
}

/** @param joined All results with their projects. */
export function verifyComparisons(site: PublishedSite, joined: readonly JoinedResult[]): string[] {
  const actuals = actualsOf(site, joined);
  const pages = site.files.filter((file) => /^indicators\/.+\/index\.html$/.test(file));
  const lists = Map.groupBy(pages, (file) => dirname(file).replace(/\/page\/\d+$/, ''));
  /** The addresses of all rows, each behind the folder of its list. */
  const listed = new Set<string>();
  const losses = [...lists].flatMap(([folder, files]) => {
    const sorted = files.toSorted((a, b) => numberOf(a) - numberOf(b));
    return compareList(folder, sorted, site, actuals, listed).map((loss) => `${folder}: ${loss}`);
  });
  const byId = new Map(site.projects.map((project) => [project.id, project]));
  for (const project of site.projects) {
    const pages = pagesOfProject(project.id, (file) => site.hasFile(`/${file}`)).map(site.read);
    losses.push(...compareLinks(pages.join(''), project, listed));
    const years = compareOtherYears(pages[0] ?? '', project, byId);
    losses.push(...years.map((loss) => `${project.id}: ${loss}`));
  }
  return losses;
}

/** Each row of a project's page leads to a comparison that holds it. */
function compareLinks(
  html: string,
  { id, indicators }: RecordedProject,
  listed: ReadonlySet<string>,
): string[] {
  const links = [...html.matchAll(LINK_OF_ROW)].map(
    ([, anchor = '', folder = '']) => `${folder} ${id}#${anchor}`,
  );
  const count = indicators.filter(({ subcategory }) => subcategory !== '').length;
  return [
    ...links.filter((link) => !listed.has(link)).map((link) => `${id}: 比较的页面里没有 ${link}`),
    ...(links.length < count ? [`${id}: ${count} 项指标，${links.length} 项连到比较`] : []),
  ];
}

function numberOf(file: string): number {
  return Number(/\/page\/(\d+)\//.exec(file)?.[1] ?? 1);
}

function compareList(
  folder: string,
  files: readonly string[],
  site: PublishedSite,
  actuals: Actuals,
  listed: Set<string>,
): string[] {
  const losses: string[] = [];
  const html = files.map((file) => site.read(file)).filter((text) => !text.includes('http-equiv="refresh"'));
  const pages = html.map((text) => readElements(text) ?? { tag: '', attributes: '', children: [] });
  const shown = pages.flatMap((page) => rowsOf(page, folder, site, actuals, losses));
  const [first] = pages;
  if (!first) return [];
  if (!folder.startsWith('indicators/name/')) losses.push(...compareFiles(folder, shown, site));
  const addresses = new Set(shown.map(({ address }) => address));
  for (const address of addresses) listed.add(`${folder} ${address}`);
  losses.push(...compareSpread(first, shown), ...compareNames(first, folder, site));
  if (addresses.size < shown.length) losses.push(`${shown.length - addresses.size} 项列了两次`);
  // All that are said to be there.
  const said = textOf(findAll(first, isOfClass('answer')).at(-1)).replaceAll(/\s/g, '');
  if (!said.includes(`写了${countOf(shown.length)}项。`)) losses.push(`${shown.length} 项，写的是“${said}”`);
  const [counts] = findAll(first, isOfClass('counts'));
  const [foot] = findAll(counts ?? first, isOf('tfoot'));
  if (counts && sumOf(foot) !== shown.length)
    losses.push(`合计是 ${sumOf(foot)} 项，应是 ${shown.length} 项`);
  const body = findAll(counts ?? first, isOf('tbody'))[0];
  if (counts && sumOf(body) !== shown.length)
    losses.push(`各种写法共 ${sumOf(body)} 项，应是 ${shown.length} 项`);
  for (const [unit, rows] of Map.groupBy(shown, (row) => row.unit)) {
    // Each group is said to have all its rows, on whatever page they are.
    for (const [index, page] of pages.entries())
      for (const group of findAll(page, isOf('tbody')).filter(
        (each) => attributeOf(each, 'data-group') === nameOf(unit),
      ))
        for (const head of findAll(group, isOfClass('category')))
          if (!textOf(head).includes(` ${countOf(rows.length)} 项`))
            losses.push(`第 ${index + 1} 页 “${textOf(head).trim()}”应有 ${rows.length} 项`);
    const values = rows.flatMap(({ value }) => (value === undefined ? [] : [Number(value)]));
    if (values.some((value, index) => value > (values[index - 1] ?? Infinity)))
      losses.push(`“${unit}”没有按指标值排`);
    if (unit !== WORDS && values.length !== rows.length) losses.push(`“${unit}”里有没有数的行`);
  }
  return losses;
}

/** How many indicators have each of the names that the page of a subcategory lists. */
function compareNames(page: Element, folder: string, { rows }: PublishedSite): string[] {
  if (folder.startsWith('indicators/name/')) return [];
  const section = findAll(page, (element) => hasId(element, 'names'))[0];
  const counts = new Map<string, number>();
  for (const { indicator } of rows.values())
    counts.set(indicator.name, (counts.get(indicator.name) ?? 0) + 1);
  return findAll(section ?? page, isOf('li')).flatMap((item) => {
    const [link] = findAll(item, isOf('a'));
    if (!attributeOf(link ?? item, 'href')?.startsWith('/indicators/name/')) return [];
    const name = textOf(link).trim();
    const count = Number(textOf(findAll(item, isOfClass('figures'))[0]).replaceAll(/[\s,]/g, ''));
    // Names that sound alike share a page.
    return count >= (counts.get(name) ?? Infinity) ? [] : [`“${name}”写着 ${count} 项`];
  });
}

/** The downloads of a comparison hold its rows, in its order, with the cells of the tables of the bodies. */
function compareFiles(folder: string, shown: readonly Row[], site: PublishedSite): string[] {
  const csv = readCsv(site.read(`${folder}/indicators.csv`));
  const [, ...rows] = csv;
  const addresses = rows.map(([address = '']) => address);
  const isSame = addresses.join() === shown.map(({ address }) => address).join();
  const wrong = rows.filter((cells) => site.rows.get(cells[0] ?? '')?.digest !== digestOf(cells));
  const bytes = readFileSync(site.pathOf(`/${folder}/indicators.xlsx`));
  const sheet = rows.length > MOST_INDICATORS ? [] : compareIndicatorSheet(bytes, csv).losses;
  return [
    ...(isSame ? [] : ['indicators.csv 不是页面上的各行']),
    ...wrong.map(([address = '']) => `indicators.csv: ${address} 与单位的表不同`),
    ...sheet.map((loss) => `indicators.xlsx: ${loss}`),
  ];
}

/** The rows of a page, each compared with its indicator. */
function rowsOf(
  page: Element,
  folder: string,
  site: PublishedSite,
  actuals: Actuals,
  losses: string[],
): Row[] {
  const [table] = findAll(page, isOfClass('compare'));
  if (!table) {
    losses.push('没有逐项的表');
    return [];
  }
  const isOfOneName = hasClass(table, 'of-one-name');
  const heading = textOf(findAll(page, isOf('h1'))[0]);
  return findAll(
    table,
    (element) => element.tag === 'tr' && attributeOf(element, 'id') !== undefined,
  ).flatMap((row) => {
    const [head] = findAll(row, isOf('th'));
    const [link] = findAll(head ?? row, isOf('a'));
    const address = (link && attributeOf(link, 'href'))?.slice(1).replace('/#', '#') ?? '';
    const record = site.rows.get(address);
    if (!record) {
      losses.push(`没有 ${address} 这一项`);
      return [];
    }
    const { indicator, project } = record;
    const target = indicator.annualTarget ?? indicator.periodTarget;
    const publisher = site.bodies.get(dirname(project.id))?.publisher ?? '';
    const textIn = (name: string) => {
      const [cell] = findAll(row, isOfClass(name));
      return textOf(cell, (part) => hasClass(part, 'reading') || hasClass(part, 'promise')).trim();
    };
    const { unit, value } = figureOf(target);
    const word = folder.startsWith('indicators/name/') ? indicator.name : indicator.subcategory;
    const same: [found: string | undefined, expected: string | undefined][] = [
      [heading.includes(word) ? word : heading, word],
      [textIn('value'), target?.text.trim() ?? '未写'],
      [textOf(link).trim(), isOfOneName ? project.name : indicator.name],
      [textIn('when'), `${project.year}年`],
      [textIn('who'), publisher],
      [attributeOf(row, 'data-body'), publisher],
      [attributeOf(row, 'data-year'), `${project.year}年`],
      [attributeOf(row, 'data-sum'), project.budget?.yuan],
      [attributeOf(row, 'data-unit'), unit],
      [attributeOf(row, 'data-value'), value],
      [attributeOf(row, 'data-writing'), writingOf(target)],
      [periodIn(row), periodOf(indicator)],
      [actualIn(row), actuals.get(indicator)],
      [
        textOf(findAll(row, isOfClass('budget'))[0])
          .replaceAll('\u00A0', ' ')
          .trim(),
        toWords(project.budget?.yuan),
      ],
    ];
    for (const [found, expected] of same)
      if (found !== expected) losses.push(`${address} 写成了“${found ?? ''}”，应是“${expected ?? ''}”`);
    if (!isOfOneName && !textIn('what').startsWith(project.name)) losses.push(`${address} 没有写项目`);
    const id = attributeOf(row, 'id') ?? '';
    return [{ address, id, year: project.year, publisher, unit, value, writing: writingOf(target) }];
  });
}

/** What is said of the whole period, next to the target of the year. */
function periodIn(row: Element): string | undefined {
  const [cell] = findAll(row, isOfClass('value'));
  const [said] = findAll(cell ?? row, isOfClass('promise')).filter((each) => !hasClass(each, 'answered'));
  return said && textOf(said).trim();
}

/** What became of the target, and where that is said. */
function actualIn(row: Element): string | undefined {
  const [said] = findAll(row, isOfClass('answered'));
  const [link] = said ? findAll(said, isOf('a')) : [];
  return said && `${textOf(said).trim()} ${(link && attributeOf(link, 'href')) ?? ''}`;
}

/** By indicator: as {@link actualIn} finds it. */
type Actuals = ReadonlyMap<RecordedIndicator, string>;

function actualsOf(site: PublishedSite, joined: readonly JoinedResult[]): Actuals {
  const anchors = anchorsOfResults(site);
  return new Map(
    joined.flatMap(({ result, rows }) =>
      rows.flatMap(({ indicator, answer }): [RecordedIndicator, string][] => {
        if (!indicator || !answer?.actual) return [];
        const anchor = anchors.get(result.id)?.[result.indicators.indexOf(answer)] ?? '';
        return [[indicator, `自评 ${answer.actual.text.trim()} /${result.id}/#${anchor}`]];
      }),
    ),
  );
}

function periodOf({ annualTarget, periodTarget }: RecordedIndicator): string | undefined {
  if (!periodTarget || periodTarget.text === annualTarget?.text) return undefined;
  return annualTarget ? `周期 ${periodTarget.text}`.trim() : '整个周期';
}

/** A target as rows of one unit hold it: 万 and 亿 multiplied. */
function figureOf(target: Target | null): { unit: string; value: string | undefined } {
  if (target?.value == null) return { unit: WORDS, value: undefined };
  const [power = ''] = POWER.exec(target.unit ?? '') ?? [];
  const unit = (target.unit ?? '').slice(power.length);
  const isNegative = target.value.startsWith('-');
  const value = addZeros(target.value.replace('-', ''), ZEROS[power] ?? 0);
  const word = unit === '' ? '没有写单位' : unit === '%' ? '百分数' : unit;
  return { unit: word, value: isNegative && value !== '0' ? `-${value}` : value };
}

function writingOf(target: Target | null): string {
  if (!target) return '未写';
  if (target.value === null) return '只有文字';
  return target.upper === null ? (WRITTEN[target.comparator ?? '='] ?? '') : '范围';
}

function nameOf(unit: string): string {
  return unit === WORDS ? 'words' : unit;
}

/** The figures of a table's rows together. */
function sumOf(part: Element | undefined): number {
  const cells = part ? findAll(part, isOf('td')) : [];
  return cells.reduce((sum, cell) => sum + Number(textOf(cell).replaceAll(/[\s,]/g, '')), 0);
}

function isOf(tag: string) {
  return (element: Element) => element.tag === tag;
}

function isOfClass(name: string) {
  return (element: Element) => hasClass(element, name);
}
