/**
 * In: projects of one body in an earlier and a later year, and the moves in the permalinks.
 * Out: which of them are the same project.
 */
import type { Project } from '../record/disclosure-schema.ts';
import type { ProjectPair } from '../record/project-pair.ts';
import { codeOf } from './code-of.ts';
import { bodyIdOf, withoutYear } from './ids.ts';

/** Old paths that lead to current ones. */
type Moves = ReadonlyMap<string, string>;

/**
 * Pairs of the same project, in the order of the later year. A recorded move comes first, then the code, then the name; each
 * only where one project alone has it in each year, so that nothing is guessed.
 */
export function matchProjects(
  before: readonly Project[],
  after: readonly Project[],
  moves: Moves,
): ProjectPair[] {
  const pairs = new Map<Project, ProjectPair>();
  const free = new Set(before);
  const add = (pair: ProjectPair) => {
    pairs.set(pair.after, pair);
    free.delete(pair.before);
  };
  const former = moves.size === 0 ? new Map<string, string[]>() : formerPaths(moves);
  for (const project of after) {
    const ids = new Set([...free].map(({ id }) => id));
    const id = idsBefore(project.id, before[0]?.year ?? 0, moves, former).find((each) => ids.has(each));
    const match = [...free].find((each) => each.id === id);
    if (match && match.name !== project.name) add({ before: match, after: project, by: 'moved' });
  }
  const assign = (by: ProjectPair['by'], keyOf: (project: Project) => string | null) => {
    const earlier = Map.groupBy(free, keyOf);
    const later = Map.groupBy(
      after.filter((project) => !pairs.has(project)),
      keyOf,
    );
    for (const [key, [project, ...others]] of later) {
      const [match, ...rivals] = earlier.get(key) ?? [];
      if (key !== null && project && match && others.length + rivals.length === 0)
        add({ before: match, after: project, by });
    }
  };
  assign('code', codeOf);
  assign('name', ({ name, id }) => `${name}\n${id.split('/').at(-1) ?? ''}`);
  assign('name', ({ name, spendingUnit }) => `${name}\n${spendingUnit ?? ''}`);
  assign('name', ({ name }) => name);
  return after.flatMap((project) => pairs.get(project) ?? []);
}

/** The disclosure of the same body in the last year before, by the body's id. A recorded move leads from one file name to another. */
export function previousBodies(ids: readonly string[], moves: Moves): Map<string, string> {
  const all = new Set(ids);
  const years = [...new Set(ids.map((id) => Number(id.split('/')[0])))].sort((a, b) => b - a);
  const former = formerPaths(moves);
  return new Map(
    ids.flatMap((id): [string, string][] => {
      const earlier = years.filter((year) => year < Number(id.split('/')[0]));
      const found = earlier
        .flatMap((year) => idsBefore(id, year, moves, former))
        .find((each) => all.has(each));
      return found === undefined ? [] : [[id, found]];
    }),
  );
}

/** Paths that lead to a path. */
function formerPaths(moves: Moves): Map<string, string[]> {
  const byTarget = Map.groupBy(moves, ([, to]) => to);
  return new Map([...byTarget].map(([to, all]) => [to, all.map(([from]) => from)]));
}

/** Ids that a body or project may have in an earlier year: its words, those from which it moved, and where these moved. */
function idsBefore(
  id: string,
  year: number,
  moves: Moves,
  former: ReadonlyMap<string, readonly string[]>,
): string[] {
  const paths = [`/${id}/`, ...(former.get(`/${id}/`) ?? [])];
  return paths.flatMap((path) => {
    const earlier = bodyIdOf(year, withoutYear(path.slice(1, -1)));
    const moved = moves.get(`/${earlier}/`);
    return moved === undefined ? [earlier] : [earlier, moved.slice(1, -1)];
  });
}
