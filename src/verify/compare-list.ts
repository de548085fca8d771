/**
 * In: a page that lists projects with their sums, and those projects.
 * Out: shares, bars, filters and counts that are not those of the projects.
 */
import { dirname } from 'node:path';
import { departmentOf, typeOf } from './compare-sums.ts';
import type { PublishedSite } from './published-site.ts';
import { attributeOf, findAll, hasClass, hasId, textOf, type Element } from './read-elements.ts';
import type { RecordedProject } from './record.ts';
import { isLength, shareOf } from './shares.ts';
import { fenOf, groupDigits, totalOf, toWords, withoutBudget } from './sums.ts';

/** Ranges of budgets, by the least that is in them, yuan; largest first. */
export const RANGES: readonly (readonly [least: bigint, label: string])[] = [
  [10_000_000n, '1000万元以上'],
  [5_000_000n, '500万至1000万元'],
  [1_000_000n, '100万至500万元'],
  [500_000n, '50万至100万元'],
  [100_000n, '10万至50万元'],
  [50_000n, '5万至10万元'],
  [0n, '5万元以下'],
];
/** More values than this are not offered one by one. */
const MOST_CHOICES = 100;

/**
 * @param parts All projects of the list, of whatever page.
 * @param answered Ids of the projects that have results.
 */
export function compareList(
  page: Element,
  parts: readonly RecordedProject[],
  site: PublishedSite,
  answered: ReadonlySet<string>,
): string[] {
  const losses: string[] = [];
  const same = (what: string, found: unknown, expected: unknown) => {
    if (found !== expected) losses.push(`${what} 是“${String(found)}”，应是“${String(expected)}”`);
  };
  const byId = new Map(parts.map((project) => [`/${project.id}/`, project]));
  const sums = parts.map((project) => fenOf(project));
  const largest = sums.reduce((most, sum) => (sum > most ? sum : most), 0n);
  const total = totalFen(parts);
  const hasResults = parts.some(({ id }) => answered.has(id));
  const resultOf = ({ id }: RecordedProject) => (answered.has(id) ? '有自评' : '没有自评');
  const isOfMany = new Set(parts.map(({ id }) => dirname(id))).size > 1;
  const [table] = findAll(page, (element) => hasId(element, 'project-list'));
  for (const row of table ? itemsOf(table) : []) {
    const [link] = findAll(row, isTag('a'));
    const project = byId.get((link && attributeOf(link, 'href')) ?? '');
    if (!project) continue;
    const { name, budget } = project;
    const share = shareOf(budget ? fenOf(project) : null, total);
    const publisher = isOfMany ? site.bodies.get(dirname(project.id))?.publisher : undefined;
    same(
      `“${name}”的 data-result`,
      attributeOf(row, 'data-result'),
      hasResults ? resultOf(project) : undefined,
    );
    for (const [attribute, value] of Object.entries(attributesOf(project, publisher)))
      same(`“${name}”的 ${attribute}`, attributeOf(row, attribute), value);
    same(`“${name}”的占比`, textOf(findAll(row, isOfClass('share'))[0]).trim(), share);
    const [bar] = findAll(row, isTag('svg'));
    if (Boolean(bar) !== Boolean(budget)) losses.push(`“${name}”的横条`);
    if (!bar || !budget) continue;
    same(
      `“${name}”的横条`,
      textOf(findAll(bar, isTag('title'))[0]).trim(),
      `${toWords(budget.yuan)}，占 ${share}`,
    );
    const width = attributeOf(findAll(bar, isTag('rect'))[0] ?? bar, 'width');
    if (!isLength(width, ratio(fenOf(project), largest))) losses.push(`“${name}”的横条长 ${width ?? ''}`);
  }
  if (table) {
    const choices = {
      body: isOfMany ? parts.map(({ id }) => site.bodies.get(dirname(id))?.publisher ?? '') : [],
      type: parts.map(typeOf),
      budget: parts.map(rangeOf),
      result: hasResults ? parts.map(resultOf) : [],
    };
    if (parts.length > 1) losses.push(...compareChoices(page, 'project-list', choices));
    losses.push(...compareTotal(table, parts));
  }
  losses.push(...compareTypes(page, parts));
  return losses;
}

/** What a row is filtered and sorted by. */
function attributesOf(
  project: RecordedProject,
  publisher: string | undefined,
): Record<string, string | undefined> {
  return {
    'data-body': publisher,
    'data-type': typeOf(project),
    'data-budget': rangeOf(project),
    'data-sum': project.budget?.yuan,
    'data-name': project.name,
  };
}

/** A list can be filtered by each value that occurs, and by no other. */
export function compareChoices(
  page: Element,
  list: string,
  values: Readonly<Record<string, readonly string[]>>,
): string[] {
  return Object.entries(values).flatMap(([name, all]) => {
    const expected = new Set(all);
    if (expected.size < 2 || expected.size > MOST_CHOICES) return [];
    const [select] = findAll(page, (element) => hasId(element, `${list}-${name}`));
    const found = new Set(
      findAll(select ?? page, isTag('option'))
        .map((option) => attributeOf(option, 'value') ?? '')
        .filter((value) => value !== ''),
    );
    const differing = [...found.symmetricDifference(expected)];
    return select && differing.length === 0 ? [] : [`筛选“${name}”：${differing.join('、')}`];
  });
}

/** The row under the list. */
function compareTotal(table: Element, parts: readonly RecordedProject[]): string[] {
  const [foot] = findAll(table, isTag('tfoot'));
  const [left, total] = [withoutBudget(parts), totalOf(parts)];
  const said = textOf(foot).replaceAll(/\s/g, '');
  const expected = [
    ...(left > 0 ? [`不含${groupDigits(String(left))}个表上没有金额的项目`] : []),
    groupDigits(total ?? '—'),
    total === null ? '—' : '100%',
  ];
  return said.endsWith(expected.join('')) ? [] : [`合计写着“${said}”，应是“${expected.join('')}”`];
}

/** What each type of projects has of the sum. */
function compareTypes(page: Element, parts: readonly RecordedProject[]): string[] {
  const [section] = findAll(page, (element) => hasId(element, 'types'));
  if (!section) return [];
  const total = totalFen(parts);
  const rows = findAll(section, isTag('tbody')).flatMap((body) => findAll(body, isTag('tr')));
  const shares = rows.map((row) => {
    const type = textOf(findAll(row, isTag('th'))[0]).trim();
    const sum = totalFen(parts.filter((project) => typeOf(project) === type));
    return { row, type, sum, share: shareOf(sum, total) };
  });
  const losses = shares.flatMap(({ row, type, share }) => {
    const found = textOf(findAll(row, isOfClass('share'))[0]).trim();
    return found === share ? [] : [`“${type}”占 ${found}，应是 ${share}`];
  });
  if (shares.length !== new Set(parts.map(typeOf)).size) losses.push('类型没有列全');
  const [stack] = findAll(section, isOfClass('stack'));
  if (!stack || total === null || total === 0n) return losses;
  const spoken = shares.map(({ type, share }) => `${type} ${share}`).join('，');
  if (textOf(findAll(stack, isTag('desc'))[0]).trim() !== spoken) losses.push(`横条没有写“${spoken}”`);
  let start = 0n;
  for (const [index, bar] of findAll(stack, isTag('rect')).entries()) {
    const { type = '', sum = null } = shares[index] ?? {};
    if (!isLength(attributeOf(bar, 'x'), ratio(start, total))) losses.push(`“${type}”的横条不在它的位置`);
    start += sum ?? 0n;
    // A gap parts it from the next.
    const width = Math.max(ratio(sum ?? 0n, total) - 0.0025, 0.0025);
    if (!isLength(attributeOf(bar, 'width'), width)) losses.push(`“${type}”的横条不是它的占比`);
  }
  return losses;
}

/** The rows of bodies and departments, apart from their counts and sums. @param parts The projects that these rows share. */
export function compareParts(
  page: Element,
  parts: readonly RecordedProject[],
  { bodies }: PublishedSite,
): string[] {
  const losses: string[] = [];
  const said = textOf(page).replaceAll(/\s/g, '');
  for (const table of findAll(page, isOfClass('projects'))) {
    const rows = findAll(table, isTag('tbody')).flatMap((body) => findAll(body, isTag('tr')));
    // Those that are summed up in one row have no bar.
    const drawn = rows.filter((row) => findAll(row, isTag('rect')).length > 0);
    const largest = drawn.reduce((most, row) => Math.max(most, sumIn(row)), 0);
    for (const row of rows) {
      const [link] = findAll(row, isTag('a'));
      const href = (link && attributeOf(link, 'href')) ?? '';
      const { publisher } = bodies.get(href.slice(1, -1)) ?? {};
      const left = publisher === undefined ? [] : parts.filter(({ id }) => `/${dirname(id)}/` === href);
      const text = `${publisher ?? ''} ${groupDigits(String(withoutBudget(left)))} 个`;
      if (withoutBudget(left) > 0 && !said.includes(text.replaceAll(/\s/g, '')))
        losses.push(`没有“${text}”表上没有金额`);
      if (!/\/departments\/./.test(href)) continue;
      const own = parts.filter((project) => departmentOf(project) === textOf(link).trim());
      const names = [...new Set(own.map(({ id }) => dirname(id)))].map(
        (id) => bodies.get(id)?.publisher ?? '',
      );
      const shown = textOf(findAll(row, isOfClass('promise'))[0]).trim();
      const count = Number(/^(\d+) 个单位：/.exec(shown)?.[1] ?? 1);
      const isNamed =
        shown === '' || names.filter((name) => shown.includes(name)).length >= Math.min(3, count);
      if (count !== names.length || !isNamed) losses.push(`“${textOf(link).trim()}”的单位是“${shown}”`);
      const [bar] = findAll(row, isTag('rect'));
      if (bar && !isLength(attributeOf(bar, 'width'), sumIn(row) / (largest || 1)))
        losses.push(`“${textOf(link).trim()}”的横条`);
    }
  }
  return losses;
}

function sumIn(row: Element): number {
  return Number(textOf(findAll(row, isOfClass('yuan'))[0]).replaceAll(/[\s,—]/g, ''));
}

function rangeOf({ budget }: RecordedProject): string {
  if (!budget) return toWords(null);
  const yuan = BigInt(budget.yuan.replace(/\..*/, ''));
  return RANGES.find(([least]) => yuan >= least)?.[1] ?? '';
}

/** In fen. Null: the form of none has funds. */
function totalFen(projects: readonly RecordedProject[]): bigint | null {
  const total = totalOf(projects);
  return total === null ? null : BigInt(total.replace('.', ''));
}

function ratio(part: bigint, whole: bigint): number {
  return Number(part) / (Number(whole) || 100);
}

function itemsOf(table: Element): Element[] {
  return findAll(table, ({ tag, attributes }) => tag === 'tr' && attributes.includes(' data-item'));
}

function isTag(name: string) {
  return (element: Element) => element.tag === name;
}

function isOfClass(name: string) {
  return (element: Element) => hasClass(element, name);
}
