import type { Grid } from '../table/grid.ts';
import { readGrids } from '../table/read-grids.ts';
import type { Report } from '../table/report.ts';
import { parseBlocks } from './parse-blocks.ts';

/** The tables of a text with the lines above each, before they are interpreted. */
export function readTables(text: string, report: Report): Grid[] {
  return readGrids(parseBlocks(text, report), text, report);
}
