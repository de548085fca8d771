/**
 * In: a file for a body and year that has published, and what staff answered.
 * Out: what is different from what is published, and the questions that only staff can answer.
 */
import type { Content } from '../content/open-content.ts';
import type { DisclosureReading } from '../content/read-disclosure.ts';
import type { Project } from '../record/disclosure-schema.ts';
import { compareProjects } from '../revisions/compare-projects.ts';
import type { Difference } from '../revisions/difference.ts';
import { compareAllResults, type ResultChanges } from './compare-results.ts';
import type { Answers } from './drafts.ts';

/** What became of a project that the new file does not have. */
export interface Question {
  before: Project;
  /** One that the new file has and the old one has not, and that may be the same. Null: none is like it. */
  like: Project | null;
  /** How many rows both have. */
  common: number;
  /** Id of its new name; empty: withdrawn. Undefined: nobody answered. */
  answer: string | undefined;
}

/** A file that has no project of those that are published, nor one that is like them: it adds to them, or replaces them. */
export interface Apart {
  /** Undefined: nobody answered, or it can't be added. */
  answer: Answers['apart'];
  /** Why it can't be added, a sentence. Null: it can, as far as anybody tried. */
  problem: string | null;
}

export interface Changes {
  /** Null: the file has some of the projects. */
  apart: Apart | null;
  /** Projects that differ, as they are now. */
  changed: readonly { project: Project; differences: readonly Difference[] }[];
  added: readonly Project[];
  questions: readonly Question[];
  before: readonly Project[];
  after: readonly Project[];
  /** Tables of results, which staff are asked nothing about. */
  results: ResultChanges;
}

/** A project that may be another's new name. */
interface Alike {
  project: Project;
  /** How many rows both have. */
  common: number;
}

/** Null: the body has published nothing in this year. @param path Of the source. */
export function compareDraft(
  path: string,
  { projects: after, results }: Pick<DisclosureReading, 'projects' | 'results'>,
  { sources }: Pick<Content, 'sources'>,
  { gone = {}, apart: together }: Answers,
): Changes | null {
  const source = sources.find((each) => each.path === path);
  if (!source) return null;
  const before = source.disclosure.projects;
  const old = new Map(before.map((project) => [project.id, project]));
  const ids = new Set(after.map(({ id }) => id));
  const added = after.filter(({ id }) => !old.has(id));
  const lost = before.filter(({ id }) => !ids.has(id));
  const alike = pairAlike(lost, added);
  const isApart = before.length > 0 && after.length > 0 && lost.length === before.length && alike.size === 0;
  const questions = lost.map((project): Question => {
    const { project: like = null, common = 0 } = alike.get(project) ?? {};
    const answer = isApart && together === 'replace' ? '' : gone[project.id];
    // Another file may have been answered for.
    const isKnown = answer === '' || added.some(({ id }) => id === answer);
    return { before: project, like, common, answer: isKnown ? answer : undefined };
  });
  // A project with a new name is compared with itself.
  for (const { before: project, answer } of questions) if (answer) old.set(answer, project);
  const changed = after.flatMap((project) => {
    const earlier = old.get(project.id);
    const differences = earlier ? compareProjects(earlier, project) : [];
    return differences.length > 0 ? [{ project, differences }] : [];
  });
  const apart = isApart ? { answer: together, problem: null } : null;
  return {
    ...{ apart, changed, questions, before, after },
    added: added.filter(({ id }) => !old.has(id)),
    results: compareAllResults(source.disclosure.results, results),
  };
}

/** How many questions nobody has answered. */
export function countOpen(changes: Changes | null): number {
  if (changes?.apart) return changes.apart.answer === undefined ? 1 : 0;
  return changes?.questions.filter(({ answer }) => answer === undefined).length ?? 0;
}

/** Whether the file says the same as what is published. */
export function isSame({ changed, added, questions, results }: Changes): boolean {
  const lists = [changed, added, questions, results.changed, results.added, results.gone];
  return lists.every(({ length }) => length === 0);
}

/** How many cells differ, of projects and results that both have. */
export function countCells({ changed, results }: Changes): number {
  return [...changed, ...results.changed].reduce((sum, { differences }) => sum + differences.length, 0);
}

/** Old paths of projects, and where they lead to from now on: to the new name, or to the body's page. */
export function movesOf({ questions }: Changes): Map<string, string> {
  return new Map(
    questions.map(
      ({ before, answer }) => [`/${before.id}/`, `/${answer ? answer : before.bodyId}/`] as const,
    ),
  );
}

/** Projects that are gone, each with the new one that is most like it: half of its rows, or the same sum. */
function pairAlike(gone: readonly Project[], added: readonly Project[]): Map<Project, Alike> {
  const pairs = gone
    .flatMap((before) => added.map((project) => ({ before, project, common: countCommon(before, project) })))
    .filter(
      ({ before, project, common }) =>
        2 * common >= before.indicators.length ||
        (before.budget !== null && before.budget.yuan === project.budget?.yuan),
    )
    .sort((a, b) => b.common - a.common);
  const alike = new Map<Project, Alike>();
  const taken = new Set<Project>();
  for (const { before, project, common } of pairs) {
    if (alike.has(before) || taken.has(project)) continue;
    alike.set(before, { project, common });
    taken.add(project);
  }
  return alike;
}

function countCommon(a: Project, b: Project): number {
  const names = new Set(b.indicators.map(({ name }) => name));
  return a.indicators.filter(({ name }) => names.has(name)).length;
}
