import { createHash } from 'node:crypto';
import type { ParsedProject } from '../record/disclosure-schema.ts';
import { maskNumbers } from '../record/mask-numbers.ts';
import { fingerprintOf, formatFingerprint } from './row-fingerprint.ts';

/** What identifies a project, or the result of one: its texts, without the places where they are written. */
export type Identified = Omit<ParsedProject, 'source'>;

/** What tells projects of one name apart. Each part is eight hex digits of a digest of texts as pages show them. */
export interface ProjectTrait {
  /** Of 实施单位, the spending unit. */
  unit: string;
  /** Of all the rest: sums, goals, indicators. Lines make no difference. */
  content: string;
}

export function traitOf(project: Identified): ProjectTrait {
  const { year, name, type, level, department, spendingUnit, period, budget, goals } = project;
  const rows = project.indicators.map((indicator) => formatFingerprint(fingerprintOf(indicator)));
  const fields = project.otherFields.map(({ label, value }) => [label, value]);
  return {
    unit: digestOf(spendingUnit),
    content: digestOf([year, name, type, level, department, period, budget?.yuan, goals, rows, fields]),
  };
}

/** The 16 hex digits under which `permalinks.json` keeps a trait. */
export function formatTrait({ unit, content }: ProjectTrait): string {
  return unit + content;
}

export function parseTrait(text: string): ProjectTrait {
  return { unit: text.slice(0, 8), content: text.slice(8) };
}

function digestOf(value: unknown): string {
  const shown = maskNumbers(JSON.stringify(value));
  return createHash('sha256').update(shown).digest('hex').slice(0, 8);
}
