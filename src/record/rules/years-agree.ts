import type { Place } from '../../table/grid.ts';
import type { ParsedProject } from '../disclosure-schema.ts';
import type { Places } from '../places.ts';
import { at, type Rule } from './rule.ts';

const SPAN = /(?:19|20)\d{2}年?[-~—–－至到]+(?:19|20)\d{2}(?:年|(?!\d))/g;

/** Years from one to another, somewhere in a text. */
interface Span {
  /** `2025-2027`, however it was written. */
  years: string;
  /** As written. */
  text: string;
  place: Place;
}
/** Years that the target of an indicator names. */
interface TargetSpan extends Span {
  /** Name of the indicator. */
  indicator: string;
}

/** Goals and indicators of one project speak of the same years. Years in the title of a document (《…》) are not the project's. */
export const yearsAgree: Rule = {
  id: 'goal/years-differ',
  severity: 'warning',
  check(project, places) {
    const goals = spansInGoals(project, places);
    const targets = spansInTargets(project, places);
    const [goal] = goals;
    const [target] = targets;
    if (!goal || !target || targets.some(({ years }) => goals.some((other) => other.years === years)))
      return [];
    return [
      at(
        goal.place,
        `目标写“${goal.text}”，指标“${target.indicator}”（第 ${target.place.line} 行）写“${target.text}”`,
      ),
      at(
        target.place,
        `指标“${target.indicator}”写“${target.text}”，目标（第 ${goal.place.line} 行）写“${goal.text}”`,
      ),
    ];
  },
};

function spansInGoals({ goals }: ParsedProject, places: Places): Span[] {
  return (['period', 'annual'] as const).flatMap((name) => {
    const text = goals[name]?.replaceAll(/《[^》]*》/g, '');
    return text === undefined ? [] : spansIn(text, places.goals[name]);
  });
}

function spansInTargets({ indicators }: ParsedProject, places: Places): TargetSpan[] {
  return indicators.flatMap(({ name, periodTarget, annualTarget }) =>
    [periodTarget, annualTarget].flatMap((target) =>
      target ? spansIn(target.text, places.of(target)).map((span) => ({ ...span, indicator: name })) : [],
    ),
  );
}

function spansIn(text: string, place: Place): Span[] {
  return [...text.matchAll(SPAN)].map(([found]) => ({
    years: found.replace(/年$/, '').replace(/\D+/, '-'),
    text: found,
    place,
  }));
}
