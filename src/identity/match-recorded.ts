import { traitOf, type Identified, type ProjectTrait } from './project-trait.ts';
import { fingerprintOf, formatFingerprint } from './row-fingerprint.ts';

/** An id on record, with what is recorded of its project. */
export interface RecordedProject {
  id: string;
  /** Null: it was published before traits were recorded. */
  trait: ProjectTrait | null;
  /** Fingerprints of its rows. */
  rows: ReadonlySet<string>;
}

/**
 * The ids on record for projects of one name and one body, so that each keeps its own whatever is added, removed or moved.
 *
 * The closest match comes first: the same unit and content, the same unit, the same content, the most rows in common. A project
 * that has no match gets none, unless it is the only one of its name, and one id is on record.
 */
export function matchRecorded<Item extends Identified>(
  projects: readonly Item[],
  recorded: readonly RecordedProject[],
): Map<Item, string> {
  const ids = new Map<Item, string>();
  const [only, ...more] = projects;
  const [single, ...others] = recorded;
  if (!only || !single) return ids;
  if (more.length === 0 && others.length === 0) return ids.set(only, single.id);

  const traits = new Map(projects.map((project) => [project, traitOf(project)]));
  const free = new Set(recorded);
  const assign = (isMatch: (trait: ProjectTrait, other: ProjectTrait) => boolean) => {
    for (const [project, trait] of traits) {
      if (ids.has(project)) continue;
      const matches = [...free].filter((other) => other.trait && isMatch(trait, other.trait));
      const rivals = [...traits].filter(([other, own]) => !ids.has(other) && isMatch(own, trait));
      const [match, ...rest] = matches;
      if (!match || rest.length > 0 || rivals.length > 1) continue;
      ids.set(project, match.id);
      free.delete(match);
    }
  };
  assign((a, b) => a.unit === b.unit && a.content === b.content);
  assign((a, b) => a.unit === b.unit);
  assign((a, b) => a.content === b.content);
  for (const other of free) {
    const [best] = projects
      .filter((project) => !ids.has(project))
      .map((project) => ({ project, common: countCommon(project, other) }))
      .sort((a, b) => b.common - a.common);
    if (best && (best.common > 0 || other.rows.size === 0)) ids.set(best.project, other.id);
  }
  return ids;
}

function countCommon({ indicators }: Identified, { rows }: RecordedProject): number {
  return indicators.filter((indicator) => rows.has(formatFingerprint(fingerprintOf(indicator)))).length;
}
