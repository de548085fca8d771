import type { Publication } from '../record/publication-schema.ts';
import type { Position } from '../table/grid.ts';

/** Where a value is: `['corrections', 0, 'date']`; of one that is missing, where it should be. */
export type PositionOf = (path: readonly PropertyKey[]) => Position;

/** The front matter of a file. */
export interface FrontMatter {
  publication: Publication;
  positionOf: PositionOf;
}

/** Of a file without one. */
export const NO_FRONT_MATTER: FrontMatter = { publication: {}, positionOf: () => ({ line: 1, column: 1 }) };
