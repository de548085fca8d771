import { createHash } from 'node:crypto';
import type { ParsedIndicator } from '../record/disclosure-schema.ts';
import { maskNumbers } from '../record/mask-numbers.ts';

/** Identifies a row of a project, whatever its line. Each part is six hex digits of a digest of texts as pages show them. */
export interface RowFingerprint {
  /** Of the name. */
  name: string;
  /** Of name and categories. */
  indicator: string;
  /** Of all cells. */
  row: string;
}

export function fingerprintOf(indicator: ParsedIndicator): RowFingerprint {
  const { name, category, subcategory, periodTarget, annualTarget, details } = indicator;
  const words = [name, category, subcategory];
  const targets = [periodTarget?.text, annualTarget?.text];
  const others = details.flatMap(({ label, value }) => [label, value]);
  return {
    name: digestOf([name]),
    indicator: digestOf(words),
    row: digestOf([...words, ...targets, ...others]),
  };
}

/** The 18 hex digits under which `permalinks.json` keeps a fingerprint. */
export function formatFingerprint({ name, indicator, row }: RowFingerprint): string {
  return name + indicator + row;
}

export function parseFingerprint(text: string): RowFingerprint {
  return { name: text.slice(0, 6), indicator: text.slice(6, 12), row: text.slice(12) };
}

/** For sorting. */
export function compareFingerprints(a: RowFingerprint, b: RowFingerprint): number {
  return formatFingerprint(a) < formatFingerprint(b) ? -1 : 1;
}

function digestOf(texts: readonly (string | undefined)[]): string {
  const shown = texts.map((text) => (text === undefined ? null : maskNumbers(text)));
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 6);
}
