/**
 * In: a file for a body and year that has published, and what staff answered.
 * Out: what is different from what is published, and the questions that only staff can answer.
 */
import type { Content } from '../content/open-content.ts';
import type { Project } from '../record/disclosure-schema.ts';
import { compareProjects, type Difference } from '../revisions/compare-projects.ts';
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

export interface Changes {
  /** Projects that differ, as they are now. */
  changed: readonly { project: Project; differences: readonly Difference[] }[];
  added: readonly Project[];
  questions: readonly Question[];
  before: readonly Project[];
  after: readonly Project[];
}

/** Null: the body has published nothing in this year. @param path Of the source. */
export function compareDraft(
  path: string,
  after: readonly Project[],
  { sources }: Pick<Content, 'sources'>,
  { gone = {} }: Answers,
): Changes | null {
  const source = sources.find((each) => each.path === path);
  if (!source) return null;
  const before = source.disclosure.projects;
  const old = new Map(before.map((project) => [project.id, project]));
  const ids = new Set(after.map(({ id }) => id));
  const added = after.filter(({ id }) => !old.has(id));
  const questions = before
    .filter(({ id }) => !ids.has(id))
    .map((project) => ask(project, added, gone[project.id]));
  // A project with a new name is compared with itself.
  for (const { before: project, answer } of questions) if (answer) old.set(answer, project);
  const changed = after.flatMap((project) => {
    const earlier = old.get(project.id);
    const differences = earlier ? compareProjects(earlier, project) : [];
    return differences.length > 0 ? [{ project, differences }] : [];
  });
  return { changed, questions, before, after, added: added.filter(({ id }) => !old.has(id)) };
}

/** Whether the file says the same as what is published. */
export function isSame({ changed, added, questions }: Changes): boolean {
  return changed.length === 0 && added.length === 0 && questions.length === 0;
}

/** Old paths of projects, and where they lead to from now on: to the new name, or to the body's page. */
export function movesOf({ questions }: Changes): Map<string, string> {
  return new Map(
    questions.map(
      ({ before, answer }) => [`/${before.id}/`, `/${answer ? answer : before.bodyId}/`] as const,
    ),
  );
}

/** Likeness only words the question. */
function ask(before: Project, added: readonly Project[], answer: string | undefined): Question {
  const [best] = added
    .map((project) => ({ project, common: countCommon(before, project) }))
    .filter(({ project, common }) => common > 0 || project.budget?.yuan === before.budget?.yuan)
    .sort((a, b) => b.common - a.common);
  const isKnown = answer === undefined || answer === '' || added.some(({ id }) => id === answer);
  return {
    before,
    like: best?.project ?? null,
    common: best?.common ?? 0,
    answer: isKnown ? answer : undefined,
  };
}

function countCommon(a: Project, b: Project): number {
  const names = new Set(b.indicators.map(({ name }) => name));
  return a.indicators.filter(({ name }) => names.has(name)).length;
}
