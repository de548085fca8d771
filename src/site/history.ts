/**
 * In: the site, and the moves in the permalinks.
 * Out: bodies and projects through the years.
 */
import { matchProjects, previousBodies } from '../identity/match-years.ts';
import type { Project } from '../record/disclosure-schema.ts';
import { must } from '../record/must.ts';
import type { ProjectPair } from '../record/project-pair.ts';
import { toChanges, type Changes } from '../display/changes.ts';
import type { BodyYear, Site, Year } from './site.ts';

export interface History {
  /** The disclosure of the same body in the year before that it has, by the body's id. */
  previous: ReadonlyMap<string, BodyYear>;
  /** The pair in which a project is the later one, by its id. */
  pairs: ReadonlyMap<string, ProjectPair>;
  /** All years of a project, oldest first, by the ids of each. */
  threads: ReadonlyMap<string, readonly Project[]>;
}

/** @param moves Old paths that lead to current ones. */
export function collectHistory({ bodies }: Site, moves: ReadonlyMap<string, string>): History {
  const byId = new Map(bodies.map((body) => [body.id, body]));
  const previous = new Map(
    [...previousBodies([...byId.keys()], moves)].map(([id, before]) => [id, must(byId.get(before))]),
  );
  const pairs = new Map<string, ProjectPair>();
  const threads = new Map<string, Project[]>();
  // Oldest first, so that a project's thread is there when its next year comes.
  for (const body of [...bodies].reverse()) {
    let open: readonly Project[] = body.projects;
    for (let before = previous.get(body.id); before; before = previous.get(before.id)) {
      const ends = before.projects.filter((project) => threads.get(project.id)?.at(-1) === project);
      for (const pair of matchProjects(ends, open, moves)) {
        pairs.set(pair.after.id, pair);
        const thread = must(threads.get(pair.before.id));
        thread.push(pair.after);
        threads.set(pair.after.id, thread);
      }
      open = open.filter(({ id }) => !pairs.has(id));
    }
    for (const project of open) threads.set(project.id, [project]);
  }
  return { previous, pairs, threads };
}

/** What changed from a body's last disclosure to this one. Undefined: it has none before. */
export function changesOfBody(body: BodyYear, { previous, pairs }: History): Changes | undefined {
  const before = previous.get(body.id);
  return before && toChanges(before.projects, body.projects, pairs, [before.entry.year, body.entry.year]);
}

/** What changed from the last year of the site to this one. Undefined: it is the first. */
export function changesOfYear(year: Year, { years }: Site, { pairs }: History): Changes | undefined {
  const before = years[years.indexOf(year) + 1];
  return before && toChanges(before.projects, year.projects, pairs, [before.year, year.year]);
}
