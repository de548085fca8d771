/** Changes that no test can notice, each with the reason: `tests/mutation-survivors.json`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { replacedText, type Change } from './apply-change.ts';

interface Survivor {
  /** From the project's folder. */
  file: string;
  /** The line of the change, without its indent. */
  line: string;
  /** As {@link describeChange} writes it. */
  change: string;
  /** Why the changed code does the same. */
  reason: string;
}

const MOST_CHARACTERS = 120;

export function readSurvivors(root: string): Survivor[] {
  return JSON.parse(readFileSync(join(root, 'tests/mutation-survivors.json'), 'utf8')) as Survivor[];
}

/** `a > b → a >= b`: what is replaced and what replaces it, each on one line, the end of long ones cut off. */
export function describeChange(text: string, change: Omit<Change, 'file'>): string {
  return [replacedText(text, change), change.replacement].map(shorten).join(' → ');
}

/** The survivor that a change is, if it is a known one. */
export function findSurvivor(
  survivors: readonly Survivor[],
  text: string,
  change: Change,
): Survivor | undefined {
  const line = text.split('\n')[change.start.line - 1]?.trim();
  const described = describeChange(text, change);
  return survivors.find(
    (each) => each.file === change.file && each.line === line && each.change === described,
  );
}

function shorten(text: string): string {
  const oneLine = text.replace(/\s+/g, ' ');
  return oneLine.length > MOST_CHARACTERS ? `${oneLine.slice(0, MOST_CHARACTERS)}…` : oneLine;
}
