import type { Position } from './grid.ts';

/** Rules of this stage, as the catalogue of rules names them. */
type TableRule = 'heading/missing-marker' | 'table/nested' | 'text/outside-table';

/** Records a notice: what rule it comes from, where, and what staff should know, in Chinese. */
export type Report = (position: Position, rule: TableRule, message: string) => void;
