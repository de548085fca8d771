/**
 * In: the words of a query.
 * Out: the bodies, and the pages of the guide, whose names they fit.
 */
import { must } from '../../record/must.ts';
import { findMarks } from '../find-marks.ts';
import { toSearchable } from '../fold.ts';
import type { Line } from '../query.ts';
import type { MarkedText } from '../to-hit.ts';
import type { ProjectTable } from './filter-projects.ts';
import type { Lookup } from './look-up.ts';
import type { SearchData } from './search-data.ts';

const BLANK: Omit<Line, 'url' | 'title'> = {
  ...{ target: null, reading: null, isPeriod: false, yuan: null, projects: null },
  ...{ of: null, publisher: null, years: [] },
};
/** A heading is named if the words are this much of it. */
const SHARE = 0.3;

/** The bodies that every word names, and that published in each of the years; the best first. @param lookups At least one. */
export async function findBodies(
  data: SearchData,
  projects: ProjectTable,
  lookups: readonly Lookup[],
  years: readonly number[],
): Promise<Line[]> {
  const named = projects.names
    .map((_, body) => body)
    .filter((body) => lookups.every(({ bodies }) => bodies.includes(body)));
  if (named.length === 0) return [];
  const addresses = await data.bodies();
  const words = lookups.flatMap(({ word }) => word);
  const { table, names } = projects;
  const yearsOf = (body: number) =>
    table.disclosures.flatMap(([year, ...own]) => (own.includes(body) ? [year] : []));
  const counts = countProjects(projects);
  return named
    .filter((body) => years.every((year) => yearsOf(body).includes(year)))
    .sort((a, b) => rankOf(a) - rankOf(b) || must(counts.get(b)) - must(counts.get(a)))
    .map((body) => ({
      ...BLANK,
      // A department that published nothing itself has no page.
      url: addresses[body] ?? `/search/?department=${encodeURIComponent(must(table.bodies[body]))}`,
      title: mark(must(table.bodies[body]), words),
      projects: must(counts.get(body)),
      years: [...new Set(yearsOf(body))].sort((a, b) => b - a),
    }));

  function rankOf(body: number): number {
    const name = must(names[body]);
    if (words.includes(name)) return 0;
    return words.some((word) => name.endsWith(word)) ? 1 : 2;
  }
}

/** By index of `bodies`. */
function countProjects({ table }: ProjectTable): Map<number, number> {
  const counts = new Map<number, number>();
  for (const disclosure of table.disclosure) {
    const [, publisher, department = publisher] = must(table.disclosures[disclosure]);
    for (const body of new Set([publisher, department])) counts.set(body, (counts.get(body) ?? 0) + 1);
  }
  return counts;
}

/** Titles and headings that contain every word. @param words Folded. */
export function findGuide({ table }: ProjectTable, words: readonly string[]): Line[] {
  const length = words.join('').length;
  if (length < 2) return [];
  return table.guide
    .filter(({ title }) => {
      const { text } = toSearchable(title);
      return length >= text.length * SHARE && words.every((word) => text.includes(word));
    })
    .map(({ title, page, url }) => ({ ...BLANK, url, title: mark(title, words), of: page }));
}

/** The heading of the guide that explains questions of a kind. */
export function explainIn({ table }: ProjectTable, heading: string): Line[] {
  return table.guide
    .filter(({ title }) => title === heading)
    .map(({ title, page, url }) => ({ ...BLANK, url, title: { text: title, marks: [] }, of: page }));
}

function mark(text: string, words: readonly string[]): MarkedText {
  return { text, marks: findMarks(text, words, true) };
}
