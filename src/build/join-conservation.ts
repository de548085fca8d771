import type { Comparison } from '../verify/record.ts';
import type { Conservation } from '../verify/verify-conservation.ts';

/** What was found in all of a site. @param parts Of its sources. @param site Of the files that belong to no source. */
export function joinConservation(parts: readonly Conservation[], site: Comparison): Conservation {
  const sum = (of: (part: Conservation) => number) => parts.reduce((total, part) => total + of(part), 0);
  return {
    cells: sum(({ cells }) => cells) + site.cells,
    projects: sum(({ projects }) => projects),
    losses: [...parts.flatMap(({ losses }) => losses), ...site.losses],
    known: sum(({ known }) => known),
    verified: new Map(parts.flatMap(({ verified }) => [...verified])),
  };
}
