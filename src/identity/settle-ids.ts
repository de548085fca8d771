import { createHash } from 'node:crypto';
import type { Indicator } from '../record/disclosure-schema.ts';
import { maskNumbers } from '../record/mask-numbers.ts';
import { must } from '../record/must.ts';
import { followMoves } from './follow-moves.ts';
import { bodyIdIn, bodyIdOf } from './ids.ts';
import { matchRecorded, type RecordedProject } from './match-recorded.ts';
import { NOTHING_PUBLISHED, type Permalinks } from './permalinks.ts';
import { parseTrait, traitOf, type Identified } from './project-trait.ts';
import { RESERVED_PROJECTS } from './reserved.ts';
import { settleAnchors, type RecordedRows } from './settle-anchors.ts';
import { toSlug } from './to-slug.ts';

/** An item with its lasting id, and the lasting anchors of its rows. */
export type Settled<Item extends Identified> = Omit<Item, 'indicators'> & {
  id: string;
  bodyId: string;
  indicators: Indicator[];
};

const NO_ROWS: RecordedRows = { rows: {}, former: new Map() };

/**
 * Gives the projects of one file their lasting ids, and their rows their lasting anchors. The id ends with the pinyin of the
 * project's name.
 *
 * - A recorded project keeps its id, whatever else is added, removed or moved, and whatever pinyin is made of its name.
 * - A new project that sounds like another new one, or whose id is recorded for another name, gets the first 8 hex digits
 *   of its name's SHA-256 after it. Neither depends on the order of the tables.
 * - Projects of one name have their spending unit behind it, and a digest of their content where that does not tell them apart.
 *
 * @param slug The file's part of the URL.
 */
export function settleIds<Item extends Identified>(
  projects: readonly Item[],
  slug: string,
  permalinks: Permalinks = NOTHING_PUBLISHED,
): Settled<Item>[] {
  const { recorded, rows } = indexOf(permalinks);
  const named = Map.groupBy(projects, (project) => keyOf(bodyIdOf(project.year, slug), project.name));
  const ids = new Map<Item, string>();
  for (const [key, group] of named)
    for (const [project, id] of matchRecorded(group, recorded.get(key) ?? [])) ids.set(project, id);
  const added = projects
    .filter((project) => !ids.has(project))
    .map((project) => ({ project, bodyId: bodyIdOf(project.year, slug), pinyin: toSlug(project.name) }));
  const alike = Map.groupBy(added, ({ bodyId, pinyin }) => `${bodyId}/${pinyin}`);
  for (const { project, bodyId, pinyin } of added) {
    const plain = `${bodyId}/${pinyin}`;
    const twins = named.get(keyOf(bodyId, project.name)) ?? [];
    const names = new Set(alike.get(plain)?.map((other) => other.project.name));
    const isOfOther = plain in permalinks.names && permalinks.names[plain] !== maskNumbers(project.name);
    const isTaken =
      names.size > 1 ||
      isOfOther ||
      RESERVED_PROJECTS.includes(pinyin) ||
      (twins.length === 1 && plain in permalinks.names);
    const own = isTaken ? `${plain}-${digestOf(project.name)}` : plain;
    ids.set(project, twins.length === 1 ? own : tellApart(own, project, twins, permalinks));
  }
  return projects.map((project) => {
    const bodyId = bodyIdOf(project.year, slug);
    const id = must(ids.get(project));
    const indicators = settleAnchors(project.indicators, rows.get(id) ?? NO_ROWS);
    return { id, bodyId, ...project, indicators };
  });
}

/** Longest pinyin of a unit in an id. */
const LONGEST_UNIT = 60;

/** The id of one of several projects of one name: with its unit, and its content where another has the same unit. */
function tellApart(
  own: string,
  project: Identified,
  twins: readonly Identified[],
  { names }: Permalinks,
): string {
  const { spendingUnit } = project;
  const trait = traitOf(project);
  const unit = spendingUnit === null ? '' : toSlug(spendingUnit);
  const withUnit = unit === '' ? own : `${own}-${unit.length > LONGEST_UNIT ? trait.unit : unit}`;
  const isAlone = twins.filter((other) => other.spendingUnit === spendingUnit).length === 1;
  return unit !== '' && isAlone && !(withUnit in names) ? withUnit : `${withUnit}-${trait.content}`;
}

/** Permalinks, by what is looked up. */
interface Index {
  /** Projects by body and name. */
  recorded: ReadonlyMap<string, RecordedProject[]>;
  /** Rows by the ids of the projects that they belong to now. */
  rows: ReadonlyMap<string, RecordedRows>;
}

/** All files of a site share their permalinks. */
const indexes = new WeakMap<Permalinks, Index>();

function indexOf(permalinks: Permalinks): Index {
  const cached = indexes.get(permalinks);
  if (cached) return cached;
  const { names, traits } = permalinks;
  const recorded = Map.groupBy(Object.keys(names), (id) => keyOf(bodyIdIn(id), names[id] ?? ''));
  const index = {
    recorded: new Map(
      [...recorded].map(([key, ids]) => [key, ids.map((id) => toRecorded(id, traits[id], permalinks))]),
    ),
    rows: rowsOf(permalinks),
  };
  indexes.set(permalinks, index);
  return index;
}

function toRecorded(id: string, trait: string | undefined, { rows }: Permalinks): RecordedProject {
  return {
    id,
    trait: trait === undefined ? null : parseTrait(trait),
    rows: new Set(Object.values(rows[id] ?? {})),
  };
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
