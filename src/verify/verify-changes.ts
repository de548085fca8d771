/**
 * In: a built site, and its projects as published in JSON.
 * Out: what the pages that set a year against the last say otherwise: which projects are new, no longer listed or in both, and
 * each amount and count on the way from total to total.
 */
import { dirname } from 'node:path';
import { comparePromises } from './compare-promises.ts';
import type { PublishedSite } from './published-site.ts';
import { attributeOf, findAll, plainTextOf, readElements, textOf, type Element } from './read-elements.ts';
import type { Comparison, RecordedProject } from './record.ts';
import { growthOf } from './shares.ts';
import { fenOf, formatFen, groupDigits, toHeadline, totalOf, toWan, withoutBudget } from './sums.ts';

const WITHOUT = '表上没有金额';

/** A row of a table: its cells as text, the first without what explains it, and the addresses that it links to. */
interface Row {
  cells: string[];
  ids: string[];
  line: string | undefined;
}

export function verifyChanges(site: PublishedSite): Comparison {
  const comparison: Comparison = { cells: 0, losses: [] };
  const byId = new Map(site.projects.map((project) => [project.id, project]));
  const years = [...new Set(site.projects.map(({ year }) => year))].sort((a, b) => a - b);
  const ofYear = Map.groupBy(site.projects, ({ year }) => year);
  const ofBody = Map.groupBy(site.projects, ({ id }) => dirname(id));
  const pages = new Map<string, ReadonlyMap<string, Row[]>>();
  const tablesOf = (file: string) => {
    const tables = pages.get(file) ?? readTables(site.read(file));
    pages.set(file, tables);
    return tables;
  };
  for (const file of site.files.filter((name) => /\/changes\/index\.html$/.test(name))) {
    const folder = dirname(file);
    const of = dirname(folder);
    const isYear = /^\d+$/.test(of);
    const before = isYear ? years[years.indexOf(Number(of)) - 1] : previousOf(site.read(file), of, ofBody);
    const lists = (kind: string) =>
      isYear
        ? site.files
            .filter((name) => name.startsWith(`${folder}/${kind}/`) && name.endsWith('.html'))
            .flatMap((name) => tablesOf(name).get(kind) ?? [])
        : (tablesOf(file).get(kind) ?? []);
    const [earlier, later] = isYear
      ? [ofYear.get(before as number) ?? [], ofYear.get(Number(of)) ?? []]
      : [ofBody.get(before as string) ?? [], ofBody.get(of) ?? []];
    const { losses, pairs, sentences } = compare(
      lists,
      tablesOf(file).get('lines') ?? [],
      earlier,
      later,
      byId,
    );
    const isSmall = ofYear.get(Number(of)) === undefined || tablesOf('index.html').has('lines');
    const saying = [
      ...[file, `${of}/index.html`].map((name) => [name, sentences.join('。')] as const),
      ...(of === String(years.at(-1))
        ? [['index.html', sentences.slice(0, isSmall ? 2 : 1).join('。')] as const]
        : []),
    ];
    for (const [name, text] of saying)
      if (!plain(site.read(name)).includes(plain(text))) comparison.losses.push(`${name}: 没有“${text}”`);
    const page = isYear ? null : readElements(site.read(file));
    if (page) losses.push(...comparePromises(page, pairs));
    comparison.losses.push(...losses.map((loss) => `${file}: ${loss}`));
    comparison.cells += 3 * (earlier.length + later.length);
    // The page of the year or body, and the home page of the newest year, have the same lines.
    for (const other of [`${of}/index.html`, ...(of === String(years.at(-1)) ? ['index.html'] : [])]) {
      const [lines, expected] = [other, file].map((name) =>
        tablesOf(name)
          .get('lines')
          ?.map(({ cells }) => cells),
      );
      const same = JSON.stringify(lines) === JSON.stringify(expected);
      if (lines ? !same : other !== 'index.html')
        comparison.losses.push(`${other}: 从合计到合计和 ${file} 不同`);
    }
  }
  const beforeOf = (id: string) =>
    ofBody.get(previousOf(site.read(`${id}/changes/index.html`), id, ofBody) ?? '') ?? [];
  for (const file of site.files.filter(
    (name) => name === 'index.html' || /\/changes\/index\.html$/.test(name),
  ))
    for (const row of tablesOf(file).get('largest') ?? []) {
      const wrong = differing(row, byId, ofBody, beforeOf);
      if (wrong) comparison.losses.push(`${file}: “${row.cells[0] ?? ''}”的变化写着 ${wrong}`);
    }
  for (const year of years.slice(1))
    if (!site.files.includes(`${year}/changes/index.html`)) comparison.losses.push(`没有 /${year}/changes/`);
  for (const id of ofBody.keys())
    if (!site.files.includes(`${id}/changes/index.html`) && hasEarlier(id, ofBody))
      comparison.losses.push(`没有 /${id}/changes/`);
  return comparison;
}

function hasEarlier(id: string, bodies: ReadonlyMap<string, unknown>): boolean {
  const [year = '', name = ''] = id.split('/');
  return [...bodies.keys()].some((other) => other.endsWith(`/${name}`) && other < `${year}/`);
}

/** The body that the page compares with: the one that it links to besides its own. */
function previousOf(html: string, id: string, bodies: ReadonlyMap<string, unknown>): string | undefined {
  const links = [...html.matchAll(/<p class="hints[^>]*>([^]*?)<\/p>/g)].flatMap(([, text = '']) =>
    [...text.matchAll(/href="\/([^"]+)\/"/g)].map(([, link = '']) => link),
  );
  return links.find((link) => link !== id && bodies.has(link));
}

function compare(
  lists: (kind: string) => readonly Row[],
  lines: readonly Row[],
  before: readonly RecordedProject[],
  after: readonly RecordedProject[],
  byId: ReadonlyMap<string, RecordedProject>,
): {
  losses: string[];
  pairs: { now: RecordedProject | undefined; match: RecordedProject | undefined }[];
  sentences: string[];
} {
  const losses: string[] = [];
  const [added, ended] = ['added', 'ended'].map((kind) =>
    lists(kind)
      .filter(({ ids }) => ids.length > 0)
      .flatMap(({ ids, cells }) => {
        const project = byId.get(ids[0] ?? '');
        if (!project || cells[1] !== amountOf(project)) losses.push(`“${cells.join(' ')}”`);
        return project ?? [];
      }),
  ) as [RecordedProject[], RecordedProject[]];
  const free = new Set(before.filter((project) => !ended.includes(project)));
  const pairs = lists('stay').map(({ ids, cells }) => {
    const [now, then] = [byId.get(ids[0] ?? ''), byId.get(ids[1] ?? '')];
    const [, old, current, difference] = cells;
    const match = then ?? [...free].find((each) => each.name === now?.name && amountOf(each) === old);
    if (match) free.delete(match);
    const change = now?.budget && match?.budget ? formatFen(fenOf(now) - fenOf(match)) : '不能比';
    if (!now || !match || amountOf(match) !== old || amountOf(now) !== current || difference !== change)
      losses.push(`“${cells.join(' ')}”`);
    return { now, match };
  });
  const listed = [...added, ...pairs.flatMap(({ now }) => now ?? [])];
  const same = (what: string, found: unknown, expected: unknown) => {
    if (JSON.stringify(found) !== JSON.stringify(expected))
      losses.push(`${what} 是 ${JSON.stringify(found)}，应是 ${JSON.stringify(expected)}`);
  };
  same('后一年的项目', sortedIds(listed), sortedIds(after));
  same('前一年没有列出的项目', sortedIds([...free]), []);
  const renamed = pairs.filter(({ now, match }) => now?.name !== match?.name);
  same('改名的项目', lists('renamed').length, renamed.length);
  const parts = Map.groupBy(pairs, ({ now, match }) => {
    if (!now?.budget || !match?.budget) return 'unknown';
    const [from, to] = [fenOf(match), fenOf(now)];
    return from === to ? 'same' : from < to ? 'raised' : 'lowered';
  });
  const sum = (projects: readonly (RecordedProject | undefined)[]) =>
    projects.reduce((total, project) => total + (project?.budget ? fenOf(project) : 0n), 0n);
  const expected = [
    ['ended', `−${ended.length}`, -sum(ended), ended.length],
    ['added', `+${added.length}`, sum(added), added.length],
    ...(['raised', 'lowered', 'same', 'unknown'] as const).map((kind) => {
      const of = parts.get(kind) ?? [];
      const fen = sum(of.map(({ now }) => now)) - sum(of.map(({ match }) => match));
      return [kind, String(of.length), fen, of.length] as const;
    }),
  ] as const;
  const rows = expected.filter(([, , , count]) => count > 0);
  same(
    '各步',
    lines.slice(1, -1).map(({ line, cells }) => [line, cells[1], cells[2]]),
    rows.map(([kind, count, fen]) => [kind, `${count} 个`, formatFen(fen)]),
  );
  const total = (projects: readonly RecordedProject[]) => [
    `${projects.length} 个`,
    groupDigits(totalOf(projects) ?? '—'),
  ];
  same('第一个合计', lines[0]?.cells.slice(1), total(before));
  same('第二个合计', lines.at(-1)?.cells.slice(1), total(after));
  // Both columns add up.
  const fen = rows.reduce((all, [, , each]) => all + each, sum(before));
  const count = before.length - ended.length + added.length;
  same('相加', [String(fen), count], [String(sum(after)), after.length]);
  for (const [kind, projects] of [
    ['added', added],
    ['ended', ended],
  ] as const)
    for (const { cells } of lists(kind).filter(({ ids }) => ids.length === 0)) {
      const left = withoutBudget(projects);
      const text = `合计，${projects.length} 个${left > 0 && left < projects.length ? `不含 ${left} 个表上没有金额的项目` : ''}`;
      if (!cells[0]?.startsWith(text) || cells[1] !== groupDigits(totalOf(projects) ?? '—'))
        losses.push(`“${cells.join(' ')}”`);
    }
  return {
    losses,
    pairs,
    sentences: sentencesOf(before, after, pairs.length, renamed.length, added.length, ended.length),
  };
}

/** What pages say of two years: how the totals differ, and how many projects stayed, came and went. */
function sentencesOf(
  before: readonly RecordedProject[],
  after: readonly RecordedProject[],
  stay: number,
  renamed: number,
  added: number,
  ended: number,
): string[] {
  const [year, next] = [before, after].map((projects) => `${projects[0]?.year ?? ''}年`);
  const [first, second] = [before, after].map((projects) => totalOf(projects));
  const both = stay === 0 ? '没有两年都有的项目' : `${stay} 个项目两年都有`;
  const moves = [...(added > 0 ? [`${added} 个新列`] : []), ...(ended > 0 ? [`${ended} 个没有再列`] : [])];
  const counts = [
    `${both}${renamed > 0 ? `，其中 ${renamed} 个改了名` : ''}`,
    ...(moves.length > 0 ? [moves.join('，')] : []),
  ].join('；');
  if (first == null || second == null)
    return [`${first == null ? year : next}的表上没有金额，两年的合计不能比`, counts];
  const [from, to] = [first, second].map((yuan) => BigInt(yuan.replace('.', ''))) as [bigint, bigint];
  if (from === to) return [`${next}和${year}的合计相同`, counts];
  const size = to > from ? to - from : from - to;
  const share = from === 0n ? '' : `（${growthOf(size, from)}）`;
  const yuan = `${size / 100n}.${String(size % 100n).padStart(2, '0')}`;
  const words = toHeadline(yuan) === yuan ? `${toWan(yuan)} 万元` : `${groupDigits(toHeadline(yuan))} 亿元`;
  return [`${next}比${year}${to > from ? '多' : '少'} ${words}${share}`, counts];
}

/** The text of a page, without tags and spaces. */
function plain(html: string): string {
  return plainTextOf(html).replaceAll(/\s/g, '');
}

/** A difference that isn't that of the two amounts, or an amount that isn't the project's or body's. */
function differing(
  { cells, ids }: Row,
  byId: ReadonlyMap<string, RecordedProject>,
  ofBody: ReadonlyMap<string, readonly RecordedProject[]>,
  beforeOf: (id: string) => readonly RecordedProject[],
): string | undefined {
  const [, , before = '', after = '', difference = ''] = cells;
  const fen = (text: string) => (text === '没有' ? 0n : BigInt(text.replaceAll(/[,.]/g, '')));
  const id = (ids[0] ?? '').replace(/\/changes$/, '');
  const project = byId.get(id);
  const sum = project ? amountOf(project) : groupDigits(totalOf(ofBody.get(id) ?? []) ?? '—');
  const last = ids[0]?.endsWith('/changes') ? beforeOf(id) : undefined;
  const isRight =
    formatFen(fen(after) - fen(before)) === difference &&
    [before, after].includes(sum) &&
    (last === undefined || before === groupDigits(totalOf(last) ?? '—'));
  return isRight ? undefined : cells.slice(2).join(' ');
}

function amountOf({ budget }: RecordedProject): string {
  return budget ? groupDigits(budget.yuan) : WITHOUT;
}

function sortedIds(projects: readonly RecordedProject[]): string[] {
  return projects.map(({ id }) => id).sort();
}

/** Rows of the tables of changes, by the kind of table. */
function readTables(html: string): Map<string, Row[]> {
  const page = readElements(html);
  const isTag = (name: string) => (element: Element) => element.tag === name;
  const tables = page ? findAll(page, ({ attributes }) => attributes.includes(' data-changes=')) : [];
  const kinds = new Map<string, Row[]>();
  for (const table of tables) {
    const rows = findAll(table, ({ tag }) => tag === 'tbody' || tag === 'tfoot').flatMap((part) =>
      findAll(part, isTag('tr')),
    );
    const kind = attributeOf(table, 'data-changes') ?? '';
    kinds.set(kind, [...(kinds.get(kind) ?? []), ...rows.map(toRow)]);
  }
  return kinds;
}

function toRow(row: Element): Row {
  return {
    cells: findAll(row, ({ tag }) => tag === 'th' || tag === 'td').map((cell) =>
      textOf(cell).replaceAll(/\s+/g, ' ').trim(),
    ),
    ids: findAll(row, ({ tag }) => tag === 'a')
      .flatMap((link) => attributeOf(link, 'href') ?? [])
      .map((href) => href.replace(/#.*$/, '').slice(1, -1))
      .filter((href, place, all) => href !== '' && all.indexOf(href) === place),
    line: attributeOf(row, 'data-line'),
  };
}
