/**
 * In: the versions of a content, and its permalinks.
 * Out: what was changed after publication, newest first.
 */
import { createHash } from 'node:crypto';
import { VFile } from 'vfile';
import { parseDisclosure, withIds, type DisclosureReading } from '../content/read-disclosure.ts';
import { chinaDay } from '../display/china-day.ts';
import { followMoves } from '../identity/follow-moves.ts';
import type { Permalinks } from '../identity/permalinks.ts';
import type { Project } from '../record/disclosure-schema.ts';
import type { Form } from '../record/form.ts';
import { maskProject } from '../record/mask-numbers.ts';
import { compareProjects, type Difference } from './compare-projects.ts';
import type { Version, Versions } from '../content/version.ts';

/** One change of one field of one project. */
export interface Revision extends Difference {
  /** Digest of what happened, the same in every later build. */
  id: string;
  /** ISO 8601 in UTC. */
  date: string;
  /** The day in China, `YYYY-MM-DD`. */
  day: string;
  /** Of the project, now. */
  projectId: string;
  /** As it was called afterwards. */
  projectName: string;
}

/** What revisions depend on besides the versions. */
interface Context {
  forms: readonly Form[];
  permalinks: Permalinks;
}

/** The days of a file on which its changes begin to be shown, `YYYY-MM-DD`. Empty: it names none. */
interface Days {
  /** The first day of publication that a version names: a draft of before was not published. */
  published: string;
  /** As its last version names it. */
  changesSince: string;
}

/** A file in one step. */
interface ChangedFile {
  path: string;
  /** Its projects. Undefined: the file is new. */
  before: readonly Project[] | undefined;
  /** Empty: it was removed. */
  after: readonly Project[];
}

export function collectRevisions({ all, read }: Versions, { forms, permalinks }: Context): Revision[] {
  const compared = comparedVersions(all);
  const bytes = read([...new Set(compared.flatMap(({ key }) => key ?? []))]);
  const parse = ({ path, key }: Version): DisclosureReading | null => {
    const value = key === null ? undefined : bytes.get(key);
    if (value === undefined) return null;
    const disclosure = withIds(parseDisclosure(new VFile({ path, value }), forms), permalinks);
    // Never published: a build stops at an error.
    return disclosure.notices.some(({ severity }) => severity === 'error') ? null : disclosure;
  };
  const last = new Map<string, readonly Project[]>();
  const days = new Map<string, Days>();
  const steps = [...Map.groupBy(compared, ({ step }) => step).values()];
  const revisions = steps.map((versions) => {
    const files = versions.flatMap((version): ChangedFile[] => {
      const { path, key } = version;
      const before = last.get(path);
      const disclosure = parse(version);
      if (!disclosure && (key !== null || !before)) return [];
      const after = disclosure?.projects.map(maskProject) ?? [];
      if (disclosure) last.set(path, after);
      else last.delete(path);
      if (disclosure) days.set(path, daysOf(disclosure, days.get(path)));
      return [{ path, before, after }];
    });
    const [first] = versions;
    return first ? compareStep(files, first, permalinks) : [];
  });
  return revisions
    .reverse()
    .flat()
    .filter(({ path, revision: { day } }) => {
      const { published, changesSince } = days.get(path) ?? NO_DAYS;
      return day >= published && day >= changesSince;
    })
    .map(({ revision }) => revision)
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
}

const NO_DAYS: Days = { published: '', changesSince: '' };

function daysOf({ publication }: DisclosureReading, before = NO_DAYS): Days {
  const { published = '', changesSince = '' } = publication;
  const named = [before.published, published].filter((day) => day !== '').sort();
  return { published: named[0] ?? '', changesSince };
}

/** Versions of files with more than one, and those that came when others went: a file that got another name. */
function comparedVersions(all: readonly Version[]): Version[] {
  const counts = new Map<string, number>();
  for (const { path } of all) counts.set(path, (counts.get(path) ?? 0) + 1);
  const removing = new Set(all.flatMap(({ key, step }) => (key === null ? [step] : [])));
  return all.filter(({ path, step }) => (counts.get(path) ?? 0) > 1 || removing.has(step));
}

/** What one step changed. The projects of a new file are no changes, unless an older file had them. */
function compareStep(
  files: readonly ChangedFile[],
  { step, date }: Version,
  { moved }: Permalinks,
): { path: string; revision: Revision }[] {
  const idNow = ({ id }: Project) => (followMoves(`/${id}/`, moved) ?? `/${id}/`).slice(1, -1);
  const old = new Map(
    files.flatMap(({ path, before = [] }) =>
      before.map((project) => [idNow(project), { path, project }] as const),
    ),
  );
  const used = new Set<string>();
  const toRevisions = (path: string, project: Project, differences: readonly Difference[]) =>
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
      if (earlier) return toRevisions(path, project, compareProjects(earlier.project, project));
      return before ? toRevisions(path, project, [wholeProject(null, project.name)]) : [];
    }),
  );
  const gone = [...old.values()].flatMap(({ path, project }) =>
    toRevisions(path, project, [wholeProject(project.name, null)]),
  );
  return [...changed, ...gone];
}

/** A project came or went. */
function wholeProject(before: string | null, after: string | null): Difference {
  return { field: before === null ? '增加项目' : '撤下项目', anchor: null, indicators: [], before, after };
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
