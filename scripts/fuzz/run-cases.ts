import fc from 'fast-check';
import { layoutCase, type LayoutCase } from '../../tests/helpers/damaged-layouts.ts';
import { checkDamaged, checkLayout, checkRoundTrip } from './check-case.ts';
import {
  damageArbitrary,
  disclosureArbitrary,
  type Damage,
  type DisclosureModel,
} from './disclosure-arbitrary.ts';

/** A case as it is saved. */
export type FuzzCase =
  | {
      model: DisclosureModel;
      /** Applied to the file before it is read. Without damages, reading must return what was written. */
      damages?: readonly Damage[];
    }
  | { layout: LayoutCase };

export interface Failure {
  /** The smallest case that fails. */
  smallest: FuzzCase;
  message: string;
}

/** Share of the cases that are damaged, and of those that are in the layouts of offices. */
const DAMAGED = 0.3;
const LAYOUTS = 0.2;

/** Runs generated cases; the same seed gives the same cases. Null if none failed. */
export function runCases(cases: number, seed: number): Failure | null {
  const damaged = Math.round(cases * DAMAGED);
  const layouts = Math.round(cases * LAYOUTS);
  const intact = fc.record({ model: disclosureArbitrary });
  const broken = fc.record({ model: disclosureArbitrary, damages: damageArbitrary });
  return (
    runSome(intact, cases - damaged - layouts, seed) ??
    runSome(broken, damaged, seed) ??
    runSome(fc.record({ layout: layoutCase(3) }), layouts, seed)
  );
}

/** Throws if the case fails. */
export function checkCase(fuzzCase: FuzzCase): void {
  if ('layout' in fuzzCase) {
    checkLayout(fuzzCase.layout);
    return;
  }
  const { model, damages } = fuzzCase;
  if (damages) checkDamaged(model, damages);
  else checkRoundTrip(model);
}

function runSome(arbitrary: fc.Arbitrary<FuzzCase>, numRuns: number, seed: number): Failure | null {
  const { counterexample, errorInstance } = fc.check(fc.property(arbitrary, checkCase), { seed, numRuns });
  if (!counterexample) return null;
  const message = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
  return { smallest: counterexample[0], message };
}
