/**
 * In: the content, the built site, and what was dropped.
 * Out: each body of each year, with what it publishes and what waits.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decimal } from 'decimal.js';
import { toDisclosureEntry } from '../collection/to-disclosure-entry.ts';
import type { Content, ParsedSource } from '../content/open-content.ts';
import { totalOf } from '../record/total-of.ts';
import type { KeptBody, KeptState } from './history/kept-states.ts';

/** `open`: the site has this source. `waiting`: it has an older one, or none. */
type BodyState = 'open' | 'waiting';

export interface ListedBody {
  /** `2026/wen-hua-ju`. */
  id: string;
  year: string;
  name: string;
  projects: number;
  /** Exact decimal. Null: no table has funds. */
  yuan: string | null;
  state: BodyState;
  /** Warnings about its file. */
  hints: number;
  /** Places in its file that must change; the site has an older one, or none. */
  errors: number;
}

export interface ListedYear {
  year: string;
  bodies: ListedBody[];
  projects: number;
  yuan: string | null;
  /** Bodies that published the year before, and have nothing in this one: only of the newest year. */
  missing: { name: string; year: string; projects: number }[];
}

/**
 * Newest year first; in a year, what waits comes first.
 *
 * @param kept What was published last: of a source with errors, this is what the site has. Null: nobody knows.
 */
export function listBodies(
  { sources, errors }: Pick<Content, 'sources' | 'errors'>,
  out: string,
  kept: Pick<KeptState, 'bodies'> | null,
): ListedYear[] {
  const counted = Map.groupBy(errors, ({ path }) => path);
  const bodies = sources.flatMap((source) => {
    const wrong = counted.get(source.path)?.length ?? 0;
    // Results alone are no row of the list.
    const body =
      wrong > 0 && kept?.bodies.find(({ path, projects }) => path === source.path && projects.length > 0);
    return body ? fromKept(body, wrong) : toListed(source, out, wrong);
  });
  const years = Map.groupBy(bodies, ({ year }) => year);
  const listed = [...years].sort(([a], [b]) => (a < b ? 1 : -1));
  return listed.map(([year, ofYear], index): ListedYear => {
    const before = index === 0 ? (listed[1]?.[1] ?? []) : [];
    const names = new Set(ofYear.map(({ id }) => id.slice(5)));
    return {
      year,
      bodies: ofYear.toSorted((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1)),
      projects: ofYear.reduce((sum, { projects }) => sum + projects, 0),
      yuan: addYuan(ofYear.flatMap(({ yuan }) => yuan ?? [])),
      missing: before.filter(({ id }) => !names.has(id.slice(5))),
    };
  });
}

/** Null: no body has funds. @param yuan Exact decimals. */
function addYuan(yuan: readonly string[]): string | null {
  if (yuan.length === 0) return null;
  return yuan.reduce((sum, each) => sum.plus(each), new Decimal(0)).toFixed(2);
}

function fromKept({ id, name, projects, yuan }: KeptBody, errors: number): ListedBody[] {
  const year = id.slice(0, 4);
  return [{ id, year, name, projects: projects.length, yuan, state: 'waiting', hints: 0, errors }];
}

function rank({ state, hints }: ListedBody): number {
  if (state === 'waiting') return 0;
  return hints > 0 ? 1 : 2;
}

function toListed(source: ParsedSource, out: string, errors: number): ListedBody[] {
  const entry = toDisclosureEntry(source);
  if (!entry) return [];
  const { projects, notices } = source.disclosure;
  return [
    {
      id: entry.id,
      year: entry.id.slice(0, 4),
      name: entry.publisher,
      projects: projects.length,
      yuan: totalOf(projects).yuan,
      state: isPublished(out, entry.id, source.bytes) ? 'open' : 'waiting',
      hints: notices.filter(({ severity }) => severity === 'warning').length,
      errors,
    },
  ];
}

/** Whether the built site has a source, byte for byte. @param id Of the body. */
function isPublished(out: string, id: string, bytes: Uint8Array): boolean {
  const file = join(out, id, 'source.txt');
  return existsSync(file) && readFileSync(file).equals(bytes);
}
