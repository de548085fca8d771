/**
 * In: a built site, and its projects as published in JSON, which are compared with the sources elsewhere.
 * Out: what the lists of the API, and the pages that list projects and indicators, do not hold or say otherwise.
 */
import { dirname } from 'node:path';
import { checkFrame, type DataFacts } from './check-frame.ts';
import { compareCorrections } from './compare-corrections.ts';
import { compareOverallPage } from './compare-overall-page.ts';
import { compareList, compareParts } from './compare-list.ts';
import { compareSums, departmentOf, projectsOf } from './compare-sums.ts';
import type { JoinedResult } from './join-results.ts';
import type { PublishedSite } from './published-site.ts';
import {
  attributeOf,
  decode,
  findAll,
  plainTextOf,
  readElements,
  textOf,
  type Element,
} from './read-elements.ts';
import type { Comparison, RecordedProject } from './record.ts';
import { filesOfSet, sourcesOf } from './sources-of.ts';
import { verifyComparisons } from './verify-comparisons.ts';
import { countOf, groupDigits, toHeadline, totalOf, underHeadline, withoutBudget } from './sums.ts';
import { withoutSpaces } from './without-spaces.ts';

/** A cell that begins, or a link to a project, or to a row or line of its page. */
const LINK = /<(t[dh][^>]*)>|<a(?=[^>]* href="\/([^"]+)\/(?:#([^"]*))?")[^>]*>([^]*?)<\/a>/g;
/** What a page calls a line of an imported source. */
const PLACE = /^原件(?:“[^]*”)?(?:.*第 \d+ [页行])?$/;
/** A table of what was changed. */
const REVISIONS = /<table class="entries revisions">[^]*?<\/table>/g;
/** Pages of a year that are not those of a body. */
const OF_YEAR = '(?:bodies|changes|departments|quality|results)';
/** Pages of results are compared by verify-results. */
const OF_RESULTS = /^\d{4}\/(?:[^/]+\/)?results(?:\/|$)/;
const SET = new RegExp(`^\\d{4}(?:/(?!${OF_YEAR}$)[^/]+)?$`);

/** @param joined All results with their projects. */
export function verifyLists(site: PublishedSite, joined: readonly JoinedResult[]): Comparison {
  const { projects, rows } = site;
  const comparison: Comparison = { cells: 0, losses: [] };
  const { losses } = comparison;
  const byId = new Map(projects.map((project) => [project.id, project]));
  /** The addresses that lists link to, each behind the folder of its list: `2026/a 2026/a/b#c`. */
  const found = new Set<string>();
  const headlines = new Map<string, string>();
  const answered = new Set(joined.flatMap(({ project }) => project?.id ?? []));
  for (const file of site.files) {
    const folder = dirname(file).replace(/\/page\/\d+$/, '');
    const isOfProject = byId.has(folder) || byId.has(folder.replace(/\/embed$/, ''));
    if (!file.endsWith('.html') || isOfProject || OF_RESULTS.test(folder) || folder.endsWith('/source'))
      continue;
    // What was changed is compared by verify-revisions.
    const html = site.read(file).replaceAll(REVISIONS, '');
    const page = readElements(html);
    const path = `/${file.replace(/index\.html$/, '').replace('.html', '/')}`;
    const wrong = page ? checkFrame(page, path, site, dataOf(file, site)) : ['页面的标记不完整'];
    losses.push(...wrong.map((loss) => `${file}: ${loss}`));
    // An old address, which leads to a new one.
    if (html.includes('http-equiv="refresh"')) continue;
    const [list = folder] = /^indicators\/(?:name(?=\/))?/.exec(folder) ?? [];
    let cell = '';
    for (const [, opened, id = '', fragment = '', content = ''] of html.matchAll(LINK)) {
      cell = opened ?? cell;
      const project = opened === undefined ? byId.get(id) : undefined;
      if (!project) continue;
      comparison.cells += 1;
      const address = `${id}#${fragment}`;
      const link = `${list} ${address}`;
      // A page of changes has some projects twice: among the largest, and in their list.
      if (cell.startsWith('th') && found.has(link) && list === folder && !folder.includes('/changes'))
        losses.push(`${file}: ${address} 列了两次`);
      found.add(link);
      const name = rows.get(address)?.indicator.name;
      // A page of one name says whose each row is, instead of the name.
      const isOfName = folder.startsWith('indicators/name/');
      const expected =
        name === undefined ? textsOf(project, cell, fragment) : [name, ...(isOfName ? [project.name] : [])];
      const text = plainTextOf(content).trim();
      if (!expected.includes(text) && text !== `第 ${fragment.slice(1)} 行` && !PLACE.test(text))
        losses.push(`${file}: “${expected.join('”或“')}”写成了“${text}”`);
    }
    const headings = [...html.matchAll(/<h2>([^]*?)<\/h2>/g)].map(([, text = '']) => plainTextOf(text));
    const categories = folder === 'indicators' ? projects.flatMap(({ indicators }) => indicators) : [];
    for (const category of new Set(categories.map((row) => row.category)))
      if (category !== '' && !headings.includes(category)) losses.push(`${file}: 没有“${category}”`);
    const headline = page ? textOf(findAll(page, ({ tag }) => tag === 'h1')[0]).trim() : '';
    headlines.set(folder, headline);
    const sums = compareSums(html, folder, headline, site);
    losses.push(...sums.losses.map((loss) => `${file}: ${loss}`));
    const parts = page && /^(?:index|\d{4}\/)/.test(file) ? projectsOf(folder, headline, projects) : [];
    if (page && parts.length > 0) {
      const figures = [...compareList(page, parts, site, answered), ...compareParts(page, parts, site)];
      losses.push(
        ...[...figures, ...compareFacts(page, folder, parts, site)].map((loss) => `${file}: ${loss}`),
      );
    }
    for (const target of sums.linked) found.add(`${folder.replace(/\/bodies$/, '')} ${target}`);
    if (SET.test(folder)) {
      const said = withoutSpaces(page ? textOf(page) : '');
      for (const text of textsOfSet(folder, site))
        if (!said.includes(withoutSpaces(text))) losses.push(`${file}: 没有“${text}”`);
      const { page: address, corrections = [], overall = [] } = site.bodies.get(folder) ?? {};
      if (page)
        losses.push(
          ...compareOverallPage(page, file.includes('/page/') ? [] : overall).map(
            (loss) => `${file}: ${loss}`,
          ),
        );
      if (page && !file.includes('/page/'))
        losses.push(...compareCorrections(page, corrections).map((loss) => `${file}: ${loss}`));
      if (address !== undefined && !decode(html).includes(` href="${address}"`))
        losses.push(`${file}: 没有链接 ${address}`);
    }
  }
  losses.push(...verifyComparisons(site, joined));
  const isListed = [...rows.keys()].some((address) => found.has(`indicators ${address}`));
  const expected = [
    ...projects.flatMap(({ id, year }) => [
      `${year} ${id}#`,
      `${dirname(id)} ${id}#`,
      `${year} ${dirname(id)}`,
    ]),
    ...[...rows].flatMap(([address, { indicator }]) => [
      ...(indicator.subcategory === '' ? [] : [`indicators/ ${address}`]),
      ...(indicator.name === '' ? [] : [`indicators/name ${address}`]),
      // Listed there one by one, or not at all.
      ...(isListed ? [`indicators ${address}`] : []),
    ]),
  ];
  // Each project of a year with departments is on the page of its own.
  for (const [, folder = ''] of site.files
    .join('\n')
    .matchAll(/^(\d{4}\/departments\/[^/]+)\/index\.html$/gm)) {
    const [year] = folder.split('/');
    const name = headlines.get(folder);
    const own = projects.filter((project) => String(project.year) === year && departmentOf(project) === name);
    if (own.length === 0) losses.push(`${folder}: 没有项目`);
    expected.push(...own.map(({ id }) => `${folder} ${id}#`));
  }
  losses.push(...expected.filter((link) => !found.has(link)).map((link) => `列表里没有 ${link}`));
  return comparison;
}

/** What search engines are offered of a set; only its first page offers it. */
export function dataOf(file: string, site: PublishedSite): DataFacts | undefined {
  const [, folder] = /^((?:\d{4}\/(?:[^/]+\/(?:results\/)?)?)?)index\.html$/.exec(file) ?? [];
  const own = folder === undefined ? [] : sourcesOf(folder.replace(/\/$/, ''), site);
  const [first] = own;
  if (!first) return undefined;
  const { licence, published } = own.length === 1 ? first : {};
  return {
    publishers: [...new Set(own.map(({ publisher }) => publisher))],
    years: own.map(({ year }) => year),
    ...{ licence, published },
    files: filesOfSet(own, folder ?? ''),
  };
}

/** How many projects, indicators and bodies a list is said to have, and their sum: in its head, and on the home page. */
function compareFacts(
  page: Element,
  folder: string,
  parts: readonly RecordedProject[],
  { bodies }: PublishedSite,
): string[] {
  const isYear = /^(?:\.|\d{4})$/.test(folder);
  const isDepartment = /\/departments\/./.test(folder);
  if (!isYear && !isDepartment && !bodies.has(folder)) return [];
  const [meta] = findAll(page, ({ attributes }) => attributes.includes(' name="description"'));
  const [main] = findAll(page, ({ tag }) => tag === 'main');
  const [total, left] = [totalOf(parts), withoutBudget(parts)];
  const ofMany = `${countOf(new Set(parts.map(({ id }) => dirname(id))).size)} 个单位`;
  const indicators = `${countOf(parts.flatMap((project) => project.indicators).length)} 项绩效指标`;
  const without = left > 0 && total !== null ? [`（不含 ${countOf(left)} 个表上没有金额的项目）`] : [];
  const both = [`${countOf(parts.length)} 个项目`, ...without, ...(bodies.has(folder) ? [] : [ofMany])];
  const sum = total === null ? '表上没有金额' : `预算合计 ${groupDigits(total)} 元`;
  const isExact = total !== null && toHeadline(total) !== total;
  const heading = textOf(findAll(page, ({ tag }) => tag === 'h1')[0]);
  const publisher = bodies.get(folder)?.publisher;
  const said = [meta && attributeOf(meta, 'content'), textOf(main)].map((text) => withoutSpaces(text ?? ''));
  const [inHead = '', inMain = ''] = said;
  const expected: [text: string, whole: string][] = [
    ...[...both, sum].map((text): [string, string] => [text, inHead]),
    ...[...both, indicators].map((text): [string, string] => [text, inMain]),
    ...(folder === '.' && isExact ? [[sum, inMain] as [string, string]] : []),
  ];
  const isTitled = publisher === undefined || heading.trim() === publisher;
  return [
    ...(isTitled ? [] : [`h1 是“${heading}”`]),
    ...expected.flatMap(([text, whole]) => (whole.includes(withoutSpaces(text)) ? [] : [`没有“${text}”`])),
  ];
}

/** What the page of a year or of a body must say, beside its lists. */
function textsOfSet(folder: string, { projects, bodies }: PublishedSite): string[] {
  const own = projects.filter(({ id }) => id.startsWith(`${folder}/`));
  const body = bodies.get(folder);
  const [total, left] = [totalOf(own), withoutBudget(own)];
  const facts = [
    ['发布日期', body?.published],
    ['文号', body?.documentNumber],
    ['许可', body?.licence],
    ['SHA-256：', body?.sha256],
  ];
  return [
    total === null ? '表上没有金额' : underHeadline(total),
    ...(total === null || left === 0 ? [] : [`不含 ${countOf(left)} 个表上没有金额的项目`]),
    `${countOf(own.length)} 个项目`,
    `${countOf(own.flatMap(({ indicators }) => indicators).length)} 项绩效指标`,
    ...(body?.publisher === undefined ? [] : [body.publisher]),
    ...facts.flatMap(([label = '', text]) => (text === undefined ? [] : [label + text])),
    ...(body?.originals ?? []).flatMap(({ name, sha256 }) => [`单位的原件：${name}`, sha256]),
  ];
}

/** What a link to a project, or to a line of it, may say in a cell with these attributes; a line may be two indicators. */
function textsOf({ name, budget, indicators }: RecordedProject, cell: string, fragment: string): string[] {
  if (fragment === '') return [name];
  if (cell.includes('yuan')) return budget ? [groupDigits(budget.yuan)] : [];
  // Lists show the target of the year; for an indicator without one, that of the whole period.
  const columns = cell.includes('"now"')
    ? (['annualTarget', 'periodTarget'] as const)
    : (['periodTarget'] as const);
  const own = indicators.filter(({ line }) => `L${line}` === fragment);
  return own.map((each) => columns.map((column) => each[column]?.text).find(Boolean) ?? '');
}
