import { createHash } from 'node:crypto';
import type { ParsedProject, Project } from '../record/disclosure-schema.ts';
import { maskNumbers } from '../record/mask-numbers.ts';
import { followMoves } from './follow-moves.ts';
import { bodyIdIn, bodyIdOf } from './ids.ts';
import { NOTHING_PUBLISHED, type Permalinks } from './permalinks.ts';
import { RESERVED_PROJECTS } from './reserved.ts';
import { settleAnchors, type RecordedRows } from './settle-anchors.ts';
import { toSlug } from './to-slug.ts';

const NO_ROWS: RecordedRows = { rows: {}, former: new Map() };

/**
 * Gives the projects of one file their lasting ids, and their rows their lasting anchors. The id ends with the pinyin of the
 * project's name.
 *
 * - A recorded project keeps its id, whatever else is added, removed or moved, and whatever pinyin is made of its name.
 * - A new project that sounds like another new one, or whose id is recorded for another name, gets the first 8 hex digits
 *   of its name's SHA-256 after it. Neither depends on the order of the tables.
 *
 * Two projects of one name get one id; `checkIds` reports them.
 *
 * @param slug The file's part of the URL.
 */
export function settleIds(
  projects: readonly ParsedProject[],
  slug: string,
  permalinks: Permalinks = NOTHING_PUBLISHED,
): Project[] {
  const { ids, rows } = indexOf(permalinks);
  const named = projects.map((project) => {
    const bodyId = bodyIdOf(project.year, slug);
    const recorded = ids.get(keyOf(bodyId, project.name));
    return { project, bodyId, recorded, pinyin: toSlug(project.name) };
  });
  const added = named.filter(({ recorded }) => recorded === undefined);
  const alike = Map.groupBy(added, ({ bodyId, pinyin }) => `${bodyId}/${pinyin}`);
  return named.map(({ project, bodyId, recorded, pinyin }) => {
    const plain = `${bodyId}/${pinyin}`;
    const names = new Set(alike.get(plain)?.map((other) => other.project.name));
    const isTaken = names.size > 1 || plain in permalinks.names || RESERVED_PROJECTS.includes(pinyin);
    const id = recorded ?? (isTaken ? `${plain}-${digestOf(project.name)}` : plain);
    const indicators = settleAnchors(project.indicators, rows.get(id) ?? NO_ROWS);
    return { id, bodyId, ...project, indicators };
  });
}

/** Permalinks, by what is looked up. */
interface Index {
  /** Ids of projects by body and name. */
  ids: ReadonlyMap<string, string>;
  /** Rows by the ids of the projects that they belong to now. */
  rows: ReadonlyMap<string, RecordedRows>;
}

/** All files of a site share their permalinks. */
const indexes = new WeakMap<Permalinks, Index>();

function indexOf(permalinks: Permalinks): Index {
  const cached = indexes.get(permalinks);
  if (cached) return cached;
  const ids = Object.entries(permalinks.names).map(([id, name]): [string, string] => [
    keyOf(bodyIdIn(id), name),
    id,
  ]);
  const index = { ids: new Map(ids), rows: rowsOf(permalinks) };
  indexes.set(permalinks, index);
  return index;
}

function rowsOf({ rows, moved }: Permalinks): Map<string, RecordedRows> {
  const pages = new Map<string, { rows: Record<string, string>; former: Map<string, string[]> }>();
  const pageOf = (id: string) => {
    const page = pages.get(id) ?? { rows: { ...rows[id] }, former: new Map<string, string[]>() };
    pages.set(id, page);
    return page;
  };
  for (const [id, old] of Object.entries(rows)) {
    // A page that came back still has its rows.
    pageOf(id);
    const page = pageOf((followMoves(`/${id}/`, moved) ?? `/${id}/`).slice(1, -1));
    page.rows = { ...old, ...page.rows };
  }
  for (const from of Object.keys(moved)) {
    const [, row] = from.split('#');
    const [page = '', anchor] = (followMoves(from, moved) ?? '').split('#');
    if (row === undefined || anchor === undefined) continue;
    const { former } = pageOf(page.slice(1, -1));
    former.set(anchor, [...(former.get(anchor) ?? []), row]);
  }
  return pages;
}

/** A name within its body, without personal numbers: permalinks hold none. */
function keyOf(bodyId: string, name: string): string {
  return `${bodyId}\n${maskNumbers(name)}`;
}

function digestOf(name: string): string {
  return createHash('sha256').update(maskNumbers(name)).digest('hex').slice(0, 8);
}
