import { createHash } from 'node:crypto';
import type { Project } from '../record/disclosure-schema.ts';
import { followMoves } from './follow-moves.ts';
import { maskNumbers } from '../record/mask-numbers.ts';
import { settleAnchors } from './settle-anchors.ts';
import type { RecordedRows, UrlRecord } from './url-record.ts';

/** Last parts of ids that a disclosure's own pages have. */
const TAKEN = new Set(['source']);

/**
 * Gives each project its lasting id, and its rows their lasting anchors. The reader's id is the pinyin of the name; names that
 * sound alike would share it.
 *
 * - A project that is recorded keeps its id, whatever else is added, removed or moved, and whatever pinyin is made of it.
 * - A new project that sounds like another new one, or whose id is on record for another name, gets the first 8 hex
 *   digits of its name's SHA-256 behind it. Neither depends on the order of the tables.
 *
 * A name that stands twice in one file keeps one id; `checkIds` reports it.
 *
 * @param record What was ever published.
 */
export function settleIds(projects: readonly Project[], record: UrlRecord): Project[] {
  const { known, rows } = indexOf(record);
  const fresh = projects.filter(({ id, name }) => !known.has(keyOf(id, name)));
  const alike = Map.groupBy(fresh, ({ id }) => id);
  return projects.map((project) => {
    const id = known.get(keyOf(project.id, project.name)) ?? freshId(project, alike, record);
    const recorded = rows.get(id);
    const indicators = recorded ? [...settleAnchors(project.indicators, recorded)] : project.indicators;
    return { ...project, id, indicators };
  });
}

function freshId(
  { id, name }: Project,
  alike: ReadonlyMap<string, readonly Project[]>,
  { names }: UrlRecord,
): string {
  const sounds = new Set(alike.get(id)?.map((other) => other.name));
  const isTaken = id in names || TAKEN.has(id.slice(id.lastIndexOf('/') + 1));
  return sounds.size > 1 || isTaken ? `${id}-${digestOf(name)}` : id;
}

/** The record as it is asked. */
interface Index {
  /** Ids of projects by file and name. */
  known: ReadonlyMap<string, string>;
  /** Rows by the ids of the projects that they belong to now. */
  rows: ReadonlyMap<string, RecordedRows>;
}

/** The record is one for all files of a site. */
const indexes = new WeakMap<UrlRecord, Index>();

function indexOf(record: UrlRecord): Index {
  const found = indexes.get(record);
  if (found) return found;
  const known = new Map(Object.entries(record.names).map(([id, name]) => [keyOf(id, name), id]));
  const index = { known, rows: rowsOf(record) };
  indexes.set(record, index);
  return index;
}

function rowsOf({ rows, moved }: UrlRecord): Map<string, RecordedRows> {
  const found = new Map<string, { rows: Record<string, string>; former: Map<string, string[]> }>();
  const of = (id: string) => {
    const page = found.get(id) ?? { rows: { ...rows[id] }, former: new Map<string, string[]>() };
    found.set(id, page);
    return page;
  };
  for (const [id, old] of Object.entries(rows)) {
    // A page that came back has its own rows still.
    of(id);
    const page = of((followMoves(`/${id}/`, moved) ?? `/${id}/`).slice(1, -1));
    page.rows = { ...old, ...page.rows };
  }
  for (const from of Object.keys(moved)) {
    const [, row] = from.split('#');
    const [page = '', anchor] = (followMoves(from, moved) ?? '').split('#');
    if (row === undefined || anchor === undefined) continue;
    const { former } = of(page.slice(1, -1));
    former.set(anchor, [...(former.get(anchor) ?? []), row]);
  }
  return found;
}

/** A name within its file, without personal numbers: the record of names holds none. */
function keyOf(id: string, name: string): string {
  return `${id.slice(0, id.lastIndexOf('/'))}\n${maskNumbers(name)}`;
}

function digestOf(name: string): string {
  return createHash('sha256').update(maskNumbers(name)).digest('hex').slice(0, 8);
}
