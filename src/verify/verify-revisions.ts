/**
 * In: a built site, and how its sources were published before.
 * Out: changes after publication that pages show otherwise than the versions do: text that no version had on that day, one change
 * with two texts, and new text of a source that no page shows.
 */
import { isShownAs } from './is-shown-as.ts';
import { linesOf, readFrontMatter } from './front-matter.ts';
import type { PublishedRow, PublishedSite } from './published-site.ts';
import type { PublishedVersion, PublishedVersions } from './published-versions.ts';
import { attributeOf, findAll, hasClass, readElements, textOf, type Element } from './read-elements.ts';
import type { Comparison, RecordedProject, RecordedResult } from './record.ts';
import { readSourceTables } from './source-tables.ts';
import { withoutSpaces } from './without-spaces.ts';

/** A change as a page shows it. */
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
/** Pages that show changes again. */
const OTHERS = /^(?:index\.html|changes\/index\.html|\d{4}\/[^/]+\/(?:[^/]+\/){0,2}index\.html)$/;

/** The changes of all days, by their ids. */
export function readRevisions({ files, read }: PublishedSite): Map<string, ShownRevision> {
  return new Map(
    files.flatMap((file) => {
      const day = OF_DAY.exec(file)?.[1];
      return day === undefined ? [] : revisionsIn(read(file), day).map((each) => [each.id, each] as const);
    }),
  );
}

/** @param sources The bytes of a source as it is now; null where there is none. */
export function verifyRevisions(
  site: PublishedSite,
  versions: PublishedVersions,
  revisions: ReadonlyMap<string, ShownRevision>,
  sources: (path: string) => Buffer | null,
): Comparison {
  const losses: string[] = [];
  const steps = [...versions].flatMap(([path, all]) => stepsOf(path, all));
  const byDay = new Map(
    [...Map.groupBy(steps, ({ day }) => day)].map(([day, ofDay]) => [day, withMoves(ofDay)]),
  );
  const rowsOf = Map.groupBy(site.rows, ([, { project }]) => project.id);
  for (const revision of revisions.values()) {
    const said = (byDay.get(revision.day) ?? []).some((step) => isSaidBy(revision, step));
    if (!said) losses.push(`changes/${revision.day}/: “${quote(revision)}”不是那一天的改动`);
    const row = rowOf(rowsOf, revision);
    if (row !== undefined && revision.href !== row)
      losses.push(`changes/${revision.day}/: “${quote(revision)}”连到 ${revision.href}，应是 ${row}`);
  }
  for (const file of site.files.filter((name) => OTHERS.test(name))) {
    const html = site.read(file);
    if (!html.includes(' data-revision=')) continue;
    for (const again of revisionsIn(html, '')) {
      const first = revisions.get(again.id);
      const isSame =
        first && again.what === first.what && again.before === first.before && again.after === first.after;
      const day = again.day === '' || again.day === first?.day;
      if (!isSame || !day) losses.push(`${file}: “${quote(again)}”和 /changes/ 不同`);
    }
  }
  losses.push(...unshown({ projects: [...site.projects, ...resultsOf(site)], sources }, versions, revisions));
  return { cells: revisions.size * 3, losses };
}

/** Where a change leads, if its project has one row of that name, which says what it says afterwards. */
function rowOf(
  rows: ReadonlyMap<string, readonly [string, PublishedRow][]>,
  { what, href, after }: ShownRevision,
): string | undefined {
  const id = href.slice(1).replace(/\/(?:#.*)?$/, '');
  const [name = ''] = what.split('：');
  const own = (rows.get(id) ?? []).filter(([, { indicator }]) => indicator.name === name);
  const [first, ...others] = own;
  if (!what.includes('：') || !first || others.length > 0) return undefined;
  const [address, { indicator }] = first;
  const texts = [indicator.annualTarget?.text, indicator.periodTarget?.text, indicator.name];
  return after !== null && texts.includes(after) ? `/${address.replace('#', '/#')}` : undefined;
}

function quote({ what, where, before, after }: ShownRevision): string {
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

/** What one version of a file says, or several. */
interface Said {
  /** Texts of cells, and of their lines. */
  texts: ReadonlySet<string>;
  /** The whole text without white space. */
  whole: string;
}

/** From the versions of a file to the next: one before may have been left out for an error. */
interface Step {
  path: string;
  day: string;
  before: Said;
  after: Said;
}

const NOTHING: Said = { texts: new Set(), whole: '' };

function stepsOf(path: string, versions: readonly PublishedVersion[]): Step[] {
  const said = versions.map(({ bytes }) => (bytes ? readSaid(bytes) : NOTHING));
  return versions.map(({ day }, index) => {
    const before = said.slice(0, index).reduce(join, NOTHING);
    return { path, day, before, after: said[index] ?? NOTHING };
  });
}

/** A file that was removed when others came may go on under another name. */
function withMoves(steps: readonly Step[]): Step[] {
  const removed = steps.filter(({ after }) => after === NOTHING);
  const added = steps.filter(({ before }) => before === NOTHING);
  return [
    ...steps,
    ...removed.flatMap(({ path, day, before }) => added.map(({ after }) => ({ path, day, before, after }))),
  ];
}

function join(a: Said, b: Said): Said {
  return { texts: a.texts.union(b.texts), whole: `${a.whole}\n${b.whole}` };
}

function readSaid(bytes: Buffer): Said {
  const lines = linesOf(bytes);
  const cells = readSourceTables(lines).flatMap((rows) => rows.flatMap((row) => row.cells));
  return {
    texts: new Set(cells.flatMap((cell) => [cell, ...cell.split('\n').map((line) => line.trim())])),
    whole: withoutSpaces(lines.join('\n')),
  };
}

function isSaidBy({ what, before, after }: ShownRevision, step: Step): boolean {
  const [indicator = ''] = what.includes('：') ? what.split('：') : [''];
  return (
    (before === null || hasText(step.before, before)) &&
    (after === null || hasText(step.after, after)) &&
    (hasText(step.before, indicator) || hasText(step.after, indicator))
  );
}

/**
 * Whether a text is a cell; or is put together of cells, as `培训人次：≥300人次`, `2024年至2026年` and a target whose sign and unit
 * have columns of their own are.
 */
function hasText(said: Said, text: string): boolean {
  if (said.texts.has(text) || said.whole.includes(withoutSpaces(text))) return true;
  if (text.includes('*')) {
    if ([...said.texts].some((each) => isShownAs(each, text))) return true;
    const pattern = withoutSpaces(text).split(/\*+/).map(RegExp.escape);
    return new RegExp(pattern.join('.+?')).test(said.whole);
  }
  const parts = text.match(/[\d.,]+|[^\d.,\s≥≤=＝><≈，：（）]+/g) ?? [];
  return parts.every((part) => FORMATS.test(part) || said.whole.includes(part));
}

/** Words of ours between published ones. */
const FORMATS = /^(?:合|即|元|年|年至|年起|长期|未定结束年度|实施周期)$/;

/** Text of the last version that no version had before, and that a project's page shows: it is a change of the last day. */
function unshown(
  { projects, sources }: { projects: readonly Item[]; sources: (path: string) => Buffer | null },
  versions: PublishedVersions,
  revisions: ReadonlyMap<string, ShownRevision>,
): string[] {
  const bySource = Map.groupBy(projects, ({ source }) => source.path);
  const byDay = Map.groupBy(revisions.values(), ({ day }) => day);
  return [...versions].flatMap(([path, all]) => {
    const last = all.at(-1);
    // A file that was changed since, or in a draft, need not be what is published.
    if (!last?.bytes || all.length < 2 || !isPublic(all, last) || !sources(path)?.equals(last.bytes))
      return [];
    const step = stepsOf(path, all).at(-1);
    const ofDay = byDay.get(last.day) ?? [];
    const isNew = (name: string, what: string) =>
      ofDay.some((each) => each.what.endsWith(what) && each.after?.split('：')[0] === name);
    return (bySource.get(path) ?? [])
      .filter(
        ({ name }) => step?.before.texts.has(name) && !isNew(name, '增加项目') && !isNew(name, '增加自评'),
      )
      .flatMap((item) => shownTexts(item, (name) => isNew(name, '增加指标')))
      .filter((text) => step?.after.texts.has(text) && !hasText(step.before, text))
      .filter((text) => !ofDay.some(({ after }) => after?.includes(text)))
      .map((text) => `changes/${last.day}/: 没有 ${path} 里新改的“${text}”`);
  });
}

/** Whether changes of the last version are shown: drafts of before the day of publication are not. */
function isPublic(all: readonly PublishedVersion[], last: PublishedVersion): boolean {
  const fronts = all.flatMap(({ bytes }) => (bytes ? [readFrontMatter(linesOf(bytes))] : []));
  return (
    fronts.every(({ published = '' }) => last.day >= published) &&
    last.day >= (fronts.at(-1)?.changesSince ?? '')
  );
}

/** @param isNew Whether a row of this name came whole. */
function shownTexts(item: Item, isNew: (name: string) => boolean): string[] {
  const heads = 'funds' in item ? fundTexts(item) : item.budget ? [item.budget.text] : [];
  const rows = item.indicators.map((row) =>
    'actual' in row
      ? [row.name, row.target?.text, row.actual?.text, row.score?.text, row.reason]
      : [row.name, row.annualTarget?.text, row.periodTarget?.text],
  );
  const own = rows.filter(([name]) => !isNew(name ?? ''));
  return [...heads, ...own.flat()].flatMap((text) => text ?? []);
}

function fundTexts({ funds: { total, sources }, total: points }: RecordedResult): (string | undefined)[] {
  const rows = [...(total ? [total] : []), ...sources];
  const sums = rows.flatMap(({ initial, revised, spent }) => [initial?.text, revised?.text, spent?.text]);
  return [...sums, points?.score?.text];
}

/** A project or a result. */
type Item = RecordedProject | RecordedResult;

function resultsOf({ results }: PublishedSite): RecordedResult[] {
  return [...results.values()].flatMap((set) => set.results);
}
