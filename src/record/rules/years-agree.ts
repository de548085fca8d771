import type { Position } from '../../table/grid.ts';
import type { ParsedProject } from '../disclosure-schema.ts';
import { sentence } from '../message.ts';
import type { Positions } from '../positions.ts';
import { at, type Rule } from './rule.ts';

const SPAN = /(?:19|20)\d{2}年?[-~—–－至到]+(?:19|20)\d{2}(?:年|(?!\d))/g;

/** Years from one to another, somewhere in a text. */
interface Span {
  /** `2025-2027`, however it was written. */
  years: string;
  /** As written. */
  text: string;
  position: Position;
}
/** Years that the target of an indicator names. */
interface TargetSpan extends Span {
  /** Name of the indicator. */
  indicator: string;
}

/** Goals and indicators of one project name the same years. Years in the title of a document (《…》) are not the project's. */
export const yearsAgree: Rule = {
  id: 'goal/years-differ',
  check(project, positions) {
    const goals = spansInGoals(project, positions);
    const targets = spansInTargets(project, positions);
    const [goal] = goals;
    const [target] = targets;
    if (!goal || !target || targets.some(({ years }) => goals.some((other) => other.years === years)))
      return [];
    return [
      at(
        goal.position,
        sentence`目标写“${goal.text}”，指标“${target.indicator}”（${target.position}）写“${target.text}”`,
      ),
    ];
  },
};

function spansInGoals({ goals }: ParsedProject, positions: Positions): Span[] {
  return (['period', 'annual'] as const).flatMap((name) => {
    const text = goals[name]?.replaceAll(/《[^》]*》/g, '');
    return text === undefined ? [] : spansIn(text, positions.goals[name]);
  });
}

function spansInTargets({ indicators }: ParsedProject, positions: Positions): TargetSpan[] {
  return indicators.flatMap(({ name, periodTarget, annualTarget }) =>
    [periodTarget, annualTarget].flatMap((target) =>
      target ? spansIn(target.text, positions.of(target)).map((span) => ({ ...span, indicator: name })) : [],
    ),
  );
}

function spansIn(text: string, position: Position): Span[] {
  return [...text.matchAll(SPAN)].map(([found]) => ({
    years: found.replace(/年$/, '').replace(/\D+/, '-'),
    text: found,
    position,
  }));
}
