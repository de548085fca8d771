/**
 * In: the versions of a content, and its permalinks.
 * Out: what was changed after publication, newest first.
 */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { VFile } from 'vfile';
import { parseDisclosure, withIds, type DisclosureReading } from '../content/read-disclosure.ts';
import type { Version, Versions } from '../content/version.ts';
import { chinaDay } from '../display/china-day.ts';
import { followMoves } from '../identity/follow-moves.ts';
import type { Permalinks } from '../identity/permalinks.ts';
import { toSlug } from '../identity/to-slug.ts';
import type { Project } from '../record/disclosure-schema.ts';
import type { Form } from '../record/form.ts';
import { maskProject } from '../record/mask-numbers.ts';
import type { Publication } from '../record/publication-schema.ts';
import { maskResult } from '../record/mask-result.ts';
import type { Result } from '../record/result-schema.ts';
import { compareProjects } from './compare-projects.ts';
import { compareResults } from './compare-results.ts';
import type { Difference } from './difference.ts';

/** What a table publishes: a project, or what became of it. */
type Item = Project | Result;

/** One change of one field of one project or result. */
export interface Revision extends Difference {
  /** Digest of what happened, the same in every later build. */
  id: string;
  /** ISO 8601 in UTC. */
  date: string;
  /** The day in China, `YYYY-MM-DD`. */
  day: string;
  /** Of the project or the result, now. */
  projectId: string;
  /** As it was called afterwards. */
  projectName: string;
}

/** What revisions depend on besides the versions. */
export interface RevisionContext {
  forms: readonly Form[];
  permalinks: Permalinks;
  /** Makes the value of a key, or gives the one that an earlier build made of it. */
  remember?: <Value>(key: unknown, make: () => Value) => Value;
}

/** A file in one step. */
interface ChangedFile {
  path: string;
  /** Its projects and results. Undefined: the file is new. */
  before: readonly Item[] | undefined;
  /** Empty: it was removed. */
  after: readonly Item[];
}

/** The days that the front matter of a version names. */
type Days = Pick<Publication, 'published' | 'changesSince'>;

/** What became of the files of one step. */
interface Step {
  /** Those that were published in it, by their paths. Null: it was removed. */
  published: Record<string, Days | null>;
  changes: { path: string; revision: Revision }[];
}

export function collectRevisions(
  { all, read }: Versions,
  { forms, permalinks, remember = (_key, make) => make() }: RevisionContext,
): Revision[] {
  const compared = comparedVersions(all);
  let bytes: ReadonlyMap<string, Uint8Array> | undefined;
  const parse = ({ path, key }: Version): DisclosureReading | null => {
    // All at once: each call may start a process.
    bytes ??= read([...new Set(compared.flatMap((version) => version.key ?? []))]);
    const value = key === null ? undefined : bytes.get(key);
    if (value === undefined) return null;
    const disclosure = withIds(parseDisclosure(new VFile({ path, value }), forms), permalinks);
    // Never published: a build stops at an error.
    return disclosure.notices.some(({ severity }) => severity === 'error') ? null : disclosure;
  };
  const itemsOf = (version: Version | undefined) => version && maskedItems(parse(version));
  const last = new Map<string, Version>();
  const days = new Map<string, Days[]>();
  const steps = [...Map.groupBy(compared, ({ step }) => step).values()].map((versions) => {
    const parts = versions.map(({ path, step, date, key }) => [path, step, date, key, last.get(path)?.key]);
    const key = [
      parts,
      recordOf(
        versions.map(({ path }) => path),
        permalinks,
      ),
    ];
    const { published, changes } = remember(key, (): Step => {
      const files = versions.flatMap((version) => {
        const disclosure = parse(version);
        return disclosure || version.key === null ? [{ version, disclosure }] : [];
      });
      const changed = files.map(({ version: { path }, disclosure }): ChangedFile => ({
        path,
        before: itemsOf(last.get(path)),
        after: maskedItems(disclosure),
      }));
      return {
        published: Object.fromEntries(
          files.map(({ version, disclosure }) => [version.path, disclosure && daysOf(disclosure)]),
        ),
        changes: versions[0] ? compareStep(changed, versions[0], permalinks) : [],
      };
    });
    for (const version of versions) {
      const named = published[version.path];
      if (named === null) last.delete(version.path);
      if (!named) continue;
      last.set(version.path, version);
      days.set(version.path, [...(days.get(version.path) ?? []), named]);
    }
    return changes;
  });
  return steps
    .reverse()
    .flat()
    .filter(({ path, revision: { day } }) => day >= firstDay(days.get(path) ?? []))
    .map(({ revision }) => revision)
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
}

function maskedItems(disclosure: DisclosureReading | null): Item[] {
  return [...(disclosure?.projects.map(maskProject) ?? []), ...(disclosure?.results.map(maskResult) ?? [])];
}

/**
 * The first day whose changes are shown, `YYYY-MM-DD`: drafts of before the first day of publication that a version names were
 * not published, and the last version may hide more.
 */
function firstDay(days: readonly Days[]): string {
  const named = days.flatMap(({ published }) => published ?? []).sort();
  return [named[0] ?? '', days.at(-1)?.changesSince ?? ''].sort().at(-1) ?? '';
}

function daysOf({ publication: { published, changesSince } }: DisclosureReading): Days {
  return { ...(published && { published }), ...(changesSince && { changesSince }) };
}

/** What the permalinks say of the bodies of some files, and of those that these moved to. */
function recordOf(paths: readonly string[], { names, traits, rows, moved }: Permalinks): unknown {
  const moves = Object.entries(moved);
  const slugOf = (path: string) => path.split('/')[2] ?? '';
  const slugs = new Set(paths.map((path) => toSlug(basename(path, '.md'))));
  for (const [from, to] of moves) if (slugs.has(slugOf(from))) slugs.add(slugOf(to));
  const own = <Value>(record: Record<string, Value>) =>
    Object.entries(record).filter(([id]) => slugs.has(slugOf(`/${id}`)));
  return [own(names), own(traits), own(rows), moves.filter(([from]) => slugs.has(slugOf(from)))];
}

/** Versions of files with more than one, and those that came when others went: a file that got another name. */
function comparedVersions(all: readonly Version[]): Version[] {
  const counts = new Map<string, number>();
  for (const { path } of all) counts.set(path, (counts.get(path) ?? 0) + 1);
  const removing = new Set(all.flatMap(({ key, step }) => (key === null ? [step] : [])));
  return all.filter(({ path, step }) => (counts.get(path) ?? 0) > 1 || removing.has(step));
}

/** What one step changed. The tables of a new file are no changes, unless an older file had them. */
function compareStep(
  files: readonly ChangedFile[],
  { step, date }: Version,
  { moved }: Permalinks,
): { path: string; revision: Revision }[] {
  const idNow = ({ id }: Item) => (followMoves(`/${id}/`, moved) ?? `/${id}/`).slice(1, -1);
  const old = new Map(
    files.flatMap(({ path, before = [] }) =>
      before.map((project) => [idNow(project), { path, project }] as const),
    ),
  );
  const used = new Set<string>();
  const toRevisions = (path: string, project: Item, differences: readonly Difference[]) =>
    differences.map((difference) => ({
      path,
      revision: {
        ...difference,
        id: digestOf(used, [step, project.bodyId, project.name, difference]),
        ...{ date, day: chinaDay(date), projectId: idNow(project), projectName: project.name },
      },
    }));
  const changed = files.flatMap(({ path, before, after }) =>
    after.flatMap((project) => {
      const earlier = old.get(idNow(project));
      old.delete(idNow(project));
      if (earlier) return toRevisions(path, project, compareItems(earlier.project, project));
      return before ? toRevisions(path, project, [wholeItem(project, null, project.name)]) : [];
    }),
  );
  const gone = [...old.values()].flatMap(({ path, project }) =>
    toRevisions(path, project, [wholeItem(project, project.name, null)]),
  );
  return [...changed, ...gone];
}

function compareItems(before: Item, after: Item): Difference[] {
  if (isResult(before) && isResult(after)) return compareResults(before, after);
  return isResult(before) || isResult(after) ? [] : compareProjects(before, after);
}

function isResult(item: Item): item is Result {
  return 'funds' in item;
}

/** A project or a result came or went. */
function wholeItem(item: Item, before: string | null, after: string | null): Difference {
  const what = isResult(item) ? '自评' : '项目';
  const field = `${before === null ? '增加' : '撤下'}${what}`;
  return { field, anchor: null, indicators: [], before, after };
}

/** Equal events of one step differ by their number. */
function digestOf(used: Set<string>, event: readonly unknown[]): string {
  for (let count = 0; ; count += 1) {
    const id = createHash('sha256')
      .update(JSON.stringify([count, ...event]))
      .digest('hex')
      .slice(0, 16);
    if (used.has(id)) continue;
    used.add(id);
    return id;
  }
}
