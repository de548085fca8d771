import { createHash } from 'node:crypto';
import type { Project } from './record/disclosure-schema.ts';

/** Last parts of ids that a disclosure's own pages have. */
const TAKEN = new Set(['source']);

/**
 * Gives each project its lasting id. The reader's id is the pinyin of the name; names that sound alike would share it.
 *
 * - A project that is recorded keeps its id, whatever else is added, removed or moved, and whatever pinyin is made of it.
 * - A new project that sounds like another new one, or whose id is on record for another name, gets the first 8 hex
 *   digits of its name's SHA-256 behind it. Neither depends on the order of the tables.
 *
 * A name that stands twice in one file keeps one id; `checkIds` reports it.
 *
 * @param recorded Names of projects by the ids under which they were ever published.
 */
export function settleIds(projects: readonly Project[], recorded: ReadonlyMap<string, string>): Project[] {
  const known = new Map([...recorded].map(([id, name]) => [keyOf(id, name), id]));
  const fresh = projects.filter(({ id, name }) => !known.has(keyOf(id, name)));
  const alike = Map.groupBy(fresh, ({ id }) => id);
  return projects.map((project) => {
    const { id, name } = project;
    const own = known.get(keyOf(id, name));
    if (own !== undefined) return { ...project, id: own };
    const sounds = new Set(alike.get(id)?.map((other) => other.name));
    const isTaken = recorded.has(id) || TAKEN.has(id.slice(id.lastIndexOf('/') + 1));
    return sounds.size > 1 || isTaken ? { ...project, id: `${id}-${digestOf(name)}` } : project;
  });
}

/** A name within its file. */
function keyOf(id: string, name: string): string {
  return `${id.slice(0, id.lastIndexOf('/'))}\n${name}`;
}

function digestOf(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 8);
}
