import type { Position } from '../../table/grid.ts';
import type { ParsedProject } from '../disclosure-schema.ts';
import type { Message } from '../message.ts';
import type { Positions } from '../positions.ts';
import type { ParsedResult } from '../result-schema.ts';
import type { ResultPositions } from '../results/result-positions.ts';
import type { RuleId } from './catalogue.ts';

/** A check over one project that has been read: what to know about figures that are each readable. */
export interface Rule {
  id: RuleId;
  check: (project: ParsedProject, positions: Positions) => RuleFinding[];
}

/** The same over one result. */
export interface ResultRule {
  id: RuleId;
  check: (result: ParsedResult, positions: ResultPositions) => RuleFinding[];
}

/** A position and its message: two figures and their difference, no blame. */
export interface RuleFinding {
  position: Position;
  message: string | Message;
}

export function at(position: Position, message: string | Message): RuleFinding {
  return { position, message };
}
