import fc from 'fast-check';
import { checkDamaged, checkRoundTrip } from './check-case.ts';
import { damageArbitrary, disclosureArbitrary, type Damage } from './disclosure-arbitrary.ts';
import type { DisclosureModel } from './disclosure-model.ts';

/** A case as it is stored: a disclosure, and what is done to its file before it is read. */
export interface FuzzCase {
  model: DisclosureModel;
  /** Left out: the file is read as it was written, and must give what was written. */
  damages?: readonly Damage[];
}

export interface Failure {
  /** The smallest case that still fails. */
  smallest: FuzzCase;
  message: string;
}

/** Three of ten cases are damaged; the others go round. */
const DAMAGED = 0.3;

/** Runs so many cases that a seed determines. Null: none failed. */
export function runCases(cases: number, seed: number): Failure | null {
  const damaged = Math.round(cases * DAMAGED);
  const settings = { seed, endOnFailure: false };
  const round = fc.check(fc.property(disclosureArbitrary, checkRoundTrip), {
    ...settings,
    numRuns: cases - damaged,
  });
  if (round.counterexample)
    return { smallest: { model: round.counterexample[0] }, message: messageOf(round.errorInstance) };
  const broken = fc.check(fc.property(disclosureArbitrary, damageArbitrary, checkDamaged), {
    ...settings,
    numRuns: damaged,
  });
  if (!broken.counterexample) return null;
  const [model, damages] = broken.counterexample;
  return { smallest: { model, damages }, message: messageOf(broken.errorInstance) };
}

/** Throws where the case fails. */
export function checkCase({ model, damages }: FuzzCase): void {
  if (damages) checkDamaged(model, damages);
  else checkRoundTrip(model);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
