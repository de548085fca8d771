import type { Cell } from '../table/grid.ts';
import { Context, type CellUse } from './context.ts';
import { Notices } from './notices.ts';
import { readProjects } from './read-project.ts';
import { readOverall } from './overall/read-overall.ts';
import type { RecognizedTable } from './recognize-tables.ts';
import { readResults } from './results/read-results.ts';
import { catalogue } from './rules/catalogue.ts';

/** What the readers made of a table's cells. */
export interface Explanation {
  /** Whether the form was recognized; else the uses are guesses, and nothing is published. */
  isRecognized: boolean;
  /** The use of each cell. A filled cell that is not in the map was not understood. */
  uses: ReadonlyMap<Cell, CellUse>;
}

/** Reads a table as for the record, for its cells' uses alone. */
export function explainTable({
  grid,
  form,
  isResult,
  isOverall,
}: Pick<RecognizedTable, 'grid' | 'form' | 'isResult' | 'isOverall'>): Explanation {
  const context = new Context(form, new Notices(''));
  const read = isResult ? readResults : isOverall ? readOverall : readProjects;
  read(grid, { path: '', sha256: '', year: null, resultYear: null }, context);
  const isRecognized = !context.notices.all.some(({ rule }) => catalogue[rule].subject === 'form');
  return { isRecognized, uses: context.uses };
}
