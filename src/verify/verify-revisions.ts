/**
 * In: a built site, and how its sources were published before.
 * Out: changes after publication that pages tell otherwise than the versions do: text that no version had on that day, the same
 * change told in two ways, and new text of a source that no page tells.
 */
import { isShownAs } from './is-shown-as.ts';
import { linesOf, readFrontMatter } from './front-matter.ts';
import type { PublishedRow, PublishedSite } from './published-site.ts';
import type { PublishedVersion, PublishedVersions } from './published-versions.ts';
import { attributeOf, findAll, hasClass, readElements, textOf, type Element } from './read-elements.ts';
import type { Comparison, RecordedProject } from './record.ts';
import { readSourceTables } from './source-tables.ts';

/** A change as a page tells it. */
export interface ShownRevision {
  id: string;
  day: string;
  /** `培训人次：2026年指标值`. */
  what: string;
  /** Project and body, as far as the page says them. */
  where: string;
  /** Where it leads. */
  href: string;
  /** Null: 没有. */
  before: string | null;
  after: string | null;
}

/** The page of a day. */
const OF_DAY = /^changes\/(\d{4}-\d\d-\d\d)\/(?:page\/\d+\/)?index\.html$/;
/** Pages that tell changes again. */
const OTHERS = /^(?:index\.html|changes\/index\.html|\d{4}\/[^/]+\/(?:[^/]+\/)?index\.html)$/;

/** The changes of all days, by their ids. */
export function readRevisions({ files, read }: PublishedSite): Map<string, ShownRevision> {
  return new Map(
    files.flatMap((file) => {
      const day = OF_DAY.exec(file)?.[1];
      return day === undefined ? [] : revisionsIn(read(file), day).map((each) => [each.id, each] as const);
    }),
  );
}

export function verifyRevisions(
  site: PublishedSite,
  versions: PublishedVersions,
  revisions: ReadonlyMap<string, ShownRevision>,
): Comparison {
  const losses: string[] = [];
  const steps = [...versions].flatMap(([path, all]) => stepsOf(path, all));
  const byDay = Map.groupBy(steps, ({ day }) => day);
  const rowsOf = Map.groupBy(site.rows, ([, { project }]) => project.id);
  for (const revision of revisions.values()) {
    const said = (byDay.get(revision.day) ?? []).some((step) => isSaidBy(revision, step));
    if (!said) losses.push(`changes/${revision.day}/: “${tell(revision)}”不是那一天的改动`);
    const row = rowOf(rowsOf, revision);
    if (row !== undefined && revision.href !== row)
      losses.push(`changes/${revision.day}/: “${tell(revision)}”连到 ${revision.href}，应是 ${row}`);
  }
  for (const file of site.files.filter((name) => OTHERS.test(name))) {
    const html = site.read(file);
    if (!html.includes(' data-revision=')) continue;
    for (const again of revisionsIn(html, '')) {
      const first = revisions.get(again.id);
      const isSame =
        first && again.what === first.what && again.before === first.before && again.after === first.after;
      const day = again.day === '' || again.day === first?.day;
      if (!isSame || !day) losses.push(`${file}: “${tell(again)}”和 /changes/ 不同`);
    }
  }
  losses.push(...untold(site, versions, revisions));
  return { cells: revisions.size * 3, losses };
}

/** Where a change of a row leads, if its project has one row of that name. */
function rowOf(
  rows: ReadonlyMap<string, readonly [string, PublishedRow][]>,
  { what, href }: ShownRevision,
): string | undefined {
  const id = href.slice(1).replace(/\/(?:#.*)?$/, '');
  const [name = ''] = what.split('：');
  const own = (rows.get(id) ?? []).filter(([, { indicator }]) => indicator.name === name);
  const [first, ...others] = own;
  return what.includes('：') && first && others.length === 0 ? `/${first[0].replace('#', '/#')}` : undefined;
}

function tell({ what, where, before, after }: ShownRevision): string {
  return `${where} ${what}：${before ?? '没有'} → ${after ?? '没有'}`;
}

/** @param day That the page is of; empty: its rows name theirs. */
function revisionsIn(html: string, day: string): ShownRevision[] {
  const page = readElements(html);
  const rows = page ? findAll(page, (element) => attributeOf(element, 'data-revision') !== undefined) : [];
  return rows.map((row) => {
    const [head] = findAll(row, ({ tag }) => tag === 'th');
    const cells = findAll(row, ({ tag }) => tag === 'td').map(
      (cell) => findAll(cell, (element) => hasClass(element, 'written'))[0],
    );
    const [link, ...others] = head ? findAll(head, ({ tag }) => tag === 'a') : [];
    const isPlace = (element: Element) => hasClass(element, 'promise');
    const dayOf = others.map((other) => textOf(other).trim()).find((text) => /^\d{4}-\d\d-\d\d$/.test(text));
    const places = head ? findAll(head, isPlace).map((element) => textOf(element).trim()) : [];
    return {
      id: attributeOf(row, 'data-revision') ?? '',
      day: day || (dayOf ?? ''),
      what: textOf(head, isPlace).trim(),
      where: places.filter((text) => !/^\d{4}-\d\d-\d\d$/.test(text)).join('，'),
      href: (link && attributeOf(link, 'href')) ?? '',
      before: cells[0] ? textOf(cells[0]) : null,
      after: cells[1] ? textOf(cells[1]) : null,
    };
  });
}

/** From one version of a file to another. */
interface Step {
  path: string;
  day: string;
  /** Texts of all versions before: one with an error was never published. */
  before: ReadonlySet<string>;
  after: ReadonlySet<string>;
}

function stepsOf(path: string, versions: readonly PublishedVersion[]): Step[] {
  const texts = versions.map(({ bytes }) => (bytes ? textsOf(bytes) : new Set<string>()));
  return versions.flatMap(({ day }, index) => {
    const before = texts.slice(0, index).reduce((all, each) => all.union(each), new Set<string>());
    return before.size === 0 ? [] : [{ path, day, before, after: texts[index] ?? new Set<string>() }];
  });
}

/** All cells of a source, and the lines of long ones. */
function textsOf(bytes: Buffer): Set<string> {
  const cells = readSourceTables(linesOf(bytes)).flatMap((rows) => rows.flatMap((row) => row.cells));
  return new Set(cells.flatMap((cell) => [cell, ...cell.split('\n').map((line) => line.trim())]));
}

function isSaidBy({ what, before, after }: ShownRevision, step: Step): boolean {
  const [indicator = ''] = what.includes('：') ? what.split('：') : [''];
  const names = [...step.before, ...step.after];
  return (
    (before === null || hasText(step.before, before)) &&
    (after === null || hasText(step.after, after)) &&
    (indicator === '' || names.some((text) => text.includes(indicator) || isShownAs(text, indicator)))
  );
}

/** Whether a text is a cell, or is put together from cells: `培训人次：≥300人次`, `2024年至2026年`, lines of a goal. */
function hasText(texts: ReadonlySet<string>, text: string): boolean {
  if (texts.has(text)) return true;
  if (text.includes('*') && [...texts].some((each) => isShownAs(each, text))) return true;
  const parts = text.split(/\n|：|（合 .*元）$/).filter((part) => part.trim() !== '');
  if (parts.length > 1) return parts.every((part) => hasText(texts, part.trim()));
  const years = /^\d{4}年(?:至\d{4}年|起，长期（未定结束年度）)?$/.test(text) ? text.match(/\d{4}/g) : null;
  return years !== null && years.every((year) => [...texts].some((each) => each.includes(year)));
}

/** Text of the last version that no version had before, and that a project's page shows: it is a change of the last day. */
function untold(
  site: PublishedSite,
  versions: PublishedVersions,
  revisions: ReadonlyMap<string, ShownRevision>,
): string[] {
  const bySource = Map.groupBy(site.projects, ({ source }) => source.path);
  const told = Map.groupBy(revisions.values(), ({ day }) => day);
  return [...versions].flatMap(([path, all]) => {
    const last = all.at(-1);
    const projects = bySource.get(path) ?? [];
    if (!last?.bytes || all.length < 2 || !isShown(all, last)) return [];
    const earlier = stepsOf(path, all).at(-1)?.before ?? new Set<string>();
    const now = textsOf(last.bytes);
    const after = (told.get(last.day) ?? []).flatMap((revision) => revision.after ?? []);
    return projects
      .filter(({ name }) => earlier.has(name))
      .flatMap((project) => shownTexts(project))
      .filter((text) => now.has(text) && !earlier.has(text))
      .filter((text) => !after.some((each) => each === text || each.split('：').includes(text)))
      .map((text) => `changes/${last.day}/: 没有 ${path} 里新改的“${text}”`);
  });
}

/** Whether changes of the last version are told: drafts of before the day of publication are not. */
function isShown(all: readonly PublishedVersion[], last: PublishedVersion): boolean {
  const fronts = all.flatMap(({ bytes }) => (bytes ? [readFrontMatter(linesOf(bytes))] : []));
  const published = fronts.flatMap((front) => front.published ?? []).sort()[0] ?? '';
  return last.day >= published && last.day >= (fronts.at(-1)?.changesSince ?? '');
}

function shownTexts({ budget, indicators }: RecordedProject): string[] {
  return [
    ...(budget ? [budget.text] : []),
    ...indicators.flatMap(({ name, annualTarget, periodTarget }) => [
      name,
      ...(annualTarget ? [annualTarget.text] : []),
      ...(periodTarget ? [periodTarget.text] : []),
    ]),
  ];
}
