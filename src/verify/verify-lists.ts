/**
 * In: a built site, and its projects as published in JSON, which are compared with the sources elsewhere.
 * Out: what the lists of the API, and the pages that list projects and indicators, do not hold or say otherwise.
 */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { plainTextOf } from './read-elements.ts';
import type { Comparison, RecordedIndicator, RecordedProject } from './record.ts';

/** A cell that begins, or a link to a project, or to a row or line of its page. */
const LINK = /<(t[dh][^>]*)>|<a(?=[^>]* href="\/([^"]+)\/(?:#([^"]*))?")[^>]*>([^]*?)<\/a>/g;
/** A row of sums: of a body, which is a link, or of a type of projects. */
const SUMS =
  /<th scope="row">((?:(?!<\/th>)[^])*)<\/th>\s*<td class="num pieces">(\d+) 个<\/td>\s*<td class="num yuan">([\d,.]+)</g;
const NO_TYPE = '未写项目类型';
const TOTAL = /<data class="total" value="([\d.]+)">/;

/** An indicator in the API; its id ends with `#` and the fragment of its row. */
interface Entry extends Record<string, unknown> {
  id: string;
  json: string;
}

export function verifyLists(dist: string, projects: readonly RecordedProject[]): Comparison {
  const comparison: Comparison = { cells: 0, losses: [] };
  const { losses } = comparison;
  const byId = new Map(projects.map((project) => [project.id, project]));
  const rows = compareApi(dist, projects, losses);
  /** The addresses that lists link to, each behind the folder of its list: `2026/a 2026/a/b#c`. */
  const found = new Set<string>();
  for (const file of globSync('**/index.html', { cwd: dist })) {
    const folder = dirname(file).replace(/\/page\/\d+$/, '');
    if (byId.has(folder) || folder.endsWith('/source')) continue;
    const html = readFileSync(join(dist, file), 'utf8');
    const list = /^indicators\/(?!name\/)/.test(folder) ? 'indicators' : folder;
    let cell = '';
    for (const [, opened, id = '', fragment = '', content = ''] of html.matchAll(LINK)) {
      cell = opened ?? cell;
      const project = opened === undefined ? byId.get(id) : undefined;
      if (!project) continue;
      comparison.cells += 1;
      const address = `${id}#${fragment}`;
      const link = `${list} ${address}`;
      if (cell.startsWith('th') && found.has(link) && list === folder)
        losses.push(`${file}: ${address} 列了两次`);
      found.add(link);
      const expected = rows.get(address)?.name ?? textOf(project, cell, fragment);
      const text = plainTextOf(content).trim();
      if (text !== expected && text !== `第 ${fragment.slice(1)} 行`)
        losses.push(`${file}: “${expected}”写成了“${text}”`);
    }
    const parts = projects.filter(({ id }) => id.startsWith(`${folder}/`));
    const headings = [...html.matchAll(/<h2>([^]*?)<\/h2>/g)].map(([, text = '']) => plainTextOf(text));
    const categories = folder === 'indicators' ? projects.flatMap(({ indicators }) => indicators) : [];
    for (const category of new Set(categories.map((row) => row.category)))
      if (category !== '' && !headings.includes(category)) losses.push(`${file}: 没有“${category}”`);
    let typed = 0;
    for (const [, heading = '', count = '', yuan = ''] of html.matchAll(SUMS)) {
      const [, body] = /href="\/([^"]+)\/"/.exec(heading) ?? [];
      const name = plainTextOf(heading).trim();
      found.add(`${folder.replace(/\/bodies$/, '')} ${body ?? ''}`);
      const own = projects.filter(({ id, type }) =>
        body === undefined ? id.startsWith(`${folder}/`) && (type ?? NO_TYPE) === name : dirname(id) === body,
      );
      if (body === undefined) typed += own.length;
      if (String(own.length) !== count || totalOf(own) !== fenOf(yuan.replaceAll(',', '')))
        losses.push(`${file}: “${name}”写着 ${count} 个，${yuan} 元`);
    }
    if (typed !== 0 && typed !== parts.length) losses.push(`${file}: 按类型共 ${typed} 个项目`);
    const [, total] = TOTAL.exec(html) ?? [];
    if (total !== undefined && parts.length > 0 && totalOf(parts) !== fenOf(total))
      losses.push(`${file}: 合计是 ${total} 元`);
  }
  const expected = [
    ...projects.flatMap(({ id, year }) => [
      `${year} ${id}#`,
      `${dirname(id)} ${id}#`,
      `${year} ${dirname(id)}`,
    ]),
    ...[...rows.keys()].map((address) => `indicators ${address}`),
  ];
  losses.push(...expected.filter((link) => !found.has(link)).map((link) => `列表里没有 ${link}`));
  return comparison;
}

/** What a link to a project, or to a line of it, says in a cell with these attributes. */
function textOf({ name, budget, indicators }: RecordedProject, cell: string, fragment: string): string {
  if (fragment === '') return name;
  if (cell.includes('yuan')) return groupDigits(budget.yuan);
  const column = cell.includes('"now"') ? 'annualTarget' : 'periodTarget';
  const texts = indicators.flatMap((each) =>
    `L${each.line}` === fragment ? [each[column]?.text ?? ''] : [],
  );
  return texts.join('”或“');
}

/** @returns The indicators by the addresses of their rows, without the slashes. */
function compareApi(
  dist: string,
  projects: readonly RecordedProject[],
  losses: string[],
): Map<string, RecordedIndicator> {
  const read = (name: string) =>
    JSON.parse(readFileSync(join(dist, `api/${name}.json`), 'utf8')) as (Entry & Record<string, string>)[];
  const compare = (name: string, published: readonly unknown[], expected: readonly unknown[]) => {
    const [first, second] = [published, expected].map((list) =>
      list.map((each) => JSON.stringify(each)).sort(),
    );
    const at = first?.findIndex((each, index) => each !== second?.[index]) ?? 0;
    if (first?.length !== second?.length || at >= 0)
      losses.push(
        `api/${name}.json: ${first?.length ?? 0} 项，应有 ${second?.length ?? 0} 项：${first?.[at] ?? ''}`,
      );
  };
  const sums = (keyOf: (project: RecordedProject) => string) =>
    [...Map.groupBy(projects, keyOf)].map(([key, parts]) => [
      key,
      parts.length,
      parts.flatMap(({ indicators }) => indicators).length,
      totalOf(parts),
    ]);
  for (const [name, key, keyOf] of [
    ['years', 'year', ({ year }: RecordedProject) => String(year)],
    ['bodies', 'id', ({ id }: RecordedProject) => dirname(id)],
  ] as const)
    compare(
      name,
      read(name).map((each) => [
        String(each[key]),
        each['projectCount'],
        each['indicatorCount'],
        fenOf(each['yuan'] ?? ''),
      ]),
      sums(keyOf),
    );
  compare(
    'projects',
    read('projects').map(({ id, year, name, yuan, indicatorCount }) => [
      id,
      year,
      name,
      yuan,
      indicatorCount,
    ]),
    projects.map(({ id, year, name, budget, indicators }) => [
      id,
      year,
      name,
      budget.yuan,
      indicators.length,
    ]),
  );
  const rows = read('indicators');
  compare(
    'indicators',
    rows.map(({ id, json, year, project, category, subcategory, name, annualTarget, periodTarget }) => [
      ...[id.replace(/#.*/, ''), json.replace(/.*\//, ''), year, project],
      ...[category, subcategory, name, annualTarget, periodTarget],
    ]),
    projects.flatMap(({ id, year, name, indicators }) =>
      indicators.map((each, index) => [
        ...[id, String(index), year, name, each.category, each.subcategory, each.name],
        ...[each.annualTarget?.text ?? null, each.periodTarget?.text ?? null],
      ]),
    ),
  );
  const byId = new Map(projects.map((project) => [project.id, project]));
  return new Map(
    rows.flatMap(({ id, json }) => {
      const row = byId.get(id.replace(/#.*/, ''))?.indicators[Number(json.replace(/.*\//, ''))];
      return row ? [[id, row] as const] : [];
    }),
  );
}

/** An amount in fen, as digits. */
function fenOf(yuan: string): string {
  return yuan.replace('.', '').replace(/^0+(?=\d)/, '');
}

function totalOf(projects: readonly RecordedProject[]): string {
  return String(projects.reduce((sum, { budget }) => sum + BigInt(fenOf(budget.yuan)), 0n));
}

/** `27700.00` → `27,700.00`. */
function groupDigits(yuan: string): string {
  return yuan.replaceAll(/\d(?=(?:\d{3})+\.)/g, '$&,');
}
