/**
 * In: the projects and the results of a site.
 * Out: which result answers which project. A wrong pair is worse than none.
 */
import type { Project } from '../record/disclosure-schema.ts';
import type { Result } from '../record/result-schema.ts';
import { codeOf } from './code-of.ts';

export interface ResultMatch {
  result: Result;
  /** Null: no target was published for it, or it is not clear which. */
  project: Project | null;
  /** Projects that it may answer, where there is more than one or another result answers the same. Else empty. */
  unclear: readonly Project[];
}

/**
 * A result answers the project of its year that has its code; else that of its file or its body that has its name, unless their codes
 * differ. Where code and name lead to two projects, or two results to one, nothing is joined.
 */
export function matchResults(projects: readonly Project[], results: readonly Result[]): ResultMatch[] {
  const byCode = Map.groupBy(projects, (project) => keyOf(project.year, codeOf(project)));
  const byFile = Map.groupBy(projects, ({ bodyId, name }) => keyOf(bodyId, name));
  const byBody = Map.groupBy(projects, (project) => keyOf(project.year, bodyOf(project), project.name));
  const candidatesOf = (result: Result): Project[] => {
    const { year, code, bodyId, name } = result;
    const named = [
      ...find(byFile, keyOf(bodyId, name)),
      ...find(byBody, keyOf(year, bodyOf(result), name)),
    ].filter((project) => !hasOtherCode(project, code));
    const coded = find(byCode, keyOf(year, code));
    return [...new Set([...coded, ...named])];
  };
  const found = results.map((result) => ({ result, candidates: candidatesOf(result) }));
  const answers = Map.groupBy(
    found.flatMap(({ candidates }) => candidates),
    ({ id }) => id,
  );
  return found.map(({ result, candidates }): ResultMatch => {
    const [project, ...others] = candidates;
    const isClear = project && others.length === 0 && answers.get(project.id)?.length === 1;
    return { result, project: isClear ? project : null, unclear: isClear ? [] : candidates };
  });
}

function hasOtherCode(project: Project, code: string | null): boolean {
  const other = codeOf(project);
  return code !== null && other !== null && fold(code) !== fold(other);
}

/** The body by its name. Without one, only the file says whose a project is. */
function bodyOf({ spendingUnit, department }: Pick<Project, 'spendingUnit' | 'department'>): string | null {
  return spendingUnit ?? department;
}

/** Null where a part is not written, so that nothing is alike by what is missing. */
function keyOf(...parts: readonly (string | number | null)[]): string | null {
  return parts.includes(null) ? null : parts.map((part) => fold(String(part))).join('\n');
}

function find(projects: ReadonlyMap<string | null, Project[]>, key: string | null): Project[] {
  return (key === null ? undefined : projects.get(key)) ?? [];
}

/** Without differences of layout: width of characters, and spaces. */
export function fold(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '');
}
