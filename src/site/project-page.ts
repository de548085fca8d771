/** What the page of one project shows besides its record. */
import type { DisclosureEntry } from '../collection/disclosure-entry-schema.ts';
import { routeParams } from '../identity/ids.ts';
import { toSlug } from '../identity/to-slug.ts';
import type { Notice, Project } from '../record/disclosure-schema.ts';
import { isWithin, type FromTable } from '../record/is-within.ts';
import { yuanOf } from '../record/money-of.ts';
import { must } from '../record/must.ts';
import { catalogue, type RuleInfo, type Subject } from '../record/rules/catalogue.ts';
import { toLines } from '../table/to-lines.ts';
import { pagePart } from '../display/list-pages.ts';
import { cacheKey, keyOfBody, keyOfProject } from './cache-key.ts';
import type { History } from './history.ts';
import { keyOfResult } from './result-page.ts';
import type { Results } from './results.ts';
import { partsOf, type ProjectPart } from './project-parts.ts';
import { keyOfRevisions, type ListedRevision } from './listed-revisions.ts';
import type { readShareImages } from './share-images.ts';
import type { Site } from './site.ts';

/** What pages of projects show besides the record, by the ids of the projects. */
interface Besides {
  /** What is drawn of those that have an image of their own. */
  images: Awaited<ReturnType<typeof readShareImages>>;
  revisions: ReadonlyMap<string, readonly ListedRevision[]>;
  results: Results;
}

/**
 * The static paths of all projects, page by page, each with its neighbours in the body's list and the same project in other
 * years, newest first.
 */
export function projectPaths(
  { bodies, projects }: Site,
  { threads }: History,
  { images, revisions: revisionsOf, results }: Besides,
) {
  const isShared = sharedNames(projects);
  return bodies.flatMap((body) => {
    const bodyKey = cacheKey(keyOfBody(body));
    return body.projects.flatMap((project, index) => {
      const [larger, smaller] = [body.projects[index - 1], body.projects[index + 1]];
      const others = must(threads.get(project.id))
        .filter((other) => other !== project)
        .reverse();
      const shared = project.indicators.filter(({ name }) => isShared(name)).map(({ anchor }) => anchor);
      const parts = partsOf(project);
      const image = images.get(project.id);
      const revisions = revisionsOf.get(project.id) ?? [];
      const answered = results.byProject.get(project.id);
      const hasResults = results.years.some(({ year }) => year === project.year);
      return parts.map((part) => ({
        params: { ...routeParams(project.id), page: pagePart(part.number) },
        props: {
          project,
          body,
          parts,
          part,
          larger,
          smaller,
          others,
          shared,
          image,
          revisions,
          answered,
          hasResults,
        },
        cacheKey: cacheKey(
          bodyKey,
          project.id,
          part.number,
          others.map(keyOfProject),
          shared,
          image,
          keyOfRevisions(revisions),
          answered && keyOfResult(answered),
          hasResults,
        ),
      }));
    });
  });
}

/** Whether several indicators have a name, or one that is spoken alike: these share a page. */
function sharedNames(projects: readonly Project[]): (name: string) => boolean {
  const counts = new Map<string, number>();
  for (const { indicators } of projects)
    for (const { name } of indicators) counts.set(toSlug(name), (counts.get(toSlug(name)) ?? 0) + 1);
  return (name) => (counts.get(toSlug(name)) ?? 0) > 1;
}

/** The notices about a project or a result, by where its page shows them, each once: remarks about the layout of the text with the source. */
export function placeNotices(
  project: FromTable & { indicators: readonly { line: number }[] },
  { entry }: { entry: Pick<DisclosureEntry, 'notices'> },
) {
  const within = entry.notices.filter(({ line }) => isWithin(project, line));
  const warnings = within.filter(({ severity }) => severity === 'warning');
  const infos = within.filter(({ severity }) => severity === 'info');
  const rows = new Set(project.indicators.map(({ line }) => line));
  const subjectOf = ({ rule }: Notice): Subject => catalogue[rule].subject;
  // In a ledger a notice about the whole table is at its first row, but isn't about that row.
  const isOnRow = (notice: Notice) =>
    rows.has(notice.line) && !isAboutLayout(notice) && !['table', 'budget'].includes(subjectOf(notice));
  const elsewhere = Map.groupBy(
    warnings.filter((notice) => !isOnRow(notice)),
    (notice) => (['budget', 'goal'].includes(subjectOf(notice)) ? subjectOf(notice) : 'source'),
  );
  return {
    infos: infos.filter((notice) => !isAboutLayout(notice)),
    onBudget: elsewhere.get('budget') ?? [],
    onGoals: elsewhere.get('goal') ?? [],
    /** By line. */
    onRows: Map.groupBy(warnings.filter(isOnRow), ({ line }) => line),
    onSource: [...(elsewhere.get('source') ?? []), ...infos.filter(isAboutLayout)].sort(
      (a, b) => a.line - b.line || a.column - b.column,
    ),
    /** Lines that warnings speak of. */
    flagged: new Set(
      warnings.flatMap(({ line, related = [] }) => [line, ...related.map((other) => other.line)]),
    ),
  };
}

/** Whether a notice is about how the text is written, not about what it says. */
export function isAboutLayout({ rule }: Notice): boolean {
  const info: RuleInfo = catalogue[rule];
  return info.isAboutLayout === true;
}

/**
 * The lines of the source that hold a part of a project; of a ledger also the header that all its projects share.
 *
 * @param sharedHeader Its line. Null: there is none.
 */
export function sourceLines(
  sharedHeader: number | null,
  { entry }: { entry: Pick<DisclosureEntry, 'text' | 'maskedLines'> },
  part: Pick<ProjectPart, 'startLine' | 'endLine'>,
) {
  const { startLine, endLine } = part;
  const all = toLines(entry.text);
  return {
    published: all.slice(startLine - 1, endLine),
    header: sharedHeader === null ? [] : all.slice(sharedHeader - 1, sharedHeader),
    masked: entry.maskedLines.filter((line) => line >= startLine && line <= endLine),
  };
}

/** The cost indicator whose target of the year is the budget. */
export function agreeingCost({ indicators, budget }: Project) {
  return indicators.find(
    ({ category, annualTarget }) =>
      budget && /成本/.test(category) && yuanOf(annualTarget)?.equals(budget.yuan),
  );
}
