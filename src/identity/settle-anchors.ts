import type { Indicator, ParsedIndicator } from '../record/disclosure-schema.ts';
import { indicatorAnchors } from './indicator-anchors.ts';
import {
  compareFingerprints,
  fingerprintOf,
  formatFingerprint,
  parseFingerprint,
  type RowFingerprint,
} from './row-fingerprint.ts';

/** The rows that were ever published on one project's page, or on one that redirects to it. */
export interface RecordedRows {
  /** Fingerprints, as `permalinks.json` keeps them, by anchors. */
  rows: Readonly<Record<string, string>>;
  /** Old anchors by those that they redirect to. */
  former: ReadonlyMap<string, readonly string[]>;
}

/** What two rows may have in common, best first: all cells, the name and the categories (a target was corrected), the name. */
const LIKENESSES: readonly ((fingerprint: RowFingerprint) => string)[] = [
  formatFingerprint,
  ({ name, indicator }) => name + indicator,
  ({ name }) => name,
];

/**
 * Gives each indicator of a project its lasting anchor, and its former ones.
 *
 * A recorded row keeps its anchor, whatever other rows are added, removed or moved. A new row never gets a recorded anchor.
 */
export function settleAnchors(
  indicators: readonly ParsedIndicator[],
  { rows, former }: RecordedRows,
): Indicator[] {
  const anchors = indicatorAnchors(indicators, matchRows(indicators, rows), new Set(Object.keys(rows)));
  const used = new Set(anchors);
  return anchors.map((anchor, index) => {
    const formerAnchors = (former.get(anchor) ?? []).filter((name) => !used.has(name));
    for (const name of formerAnchors) used.add(name);
    return { ...(indicators[index] as ParsedIndicator), anchor, formerAnchors };
  });
}

/** Recorded anchors by the indexes of the rows that they belong to; each row has one at most. */
function matchRows(
  indicators: readonly ParsedIndicator[],
  recorded: Readonly<Record<string, string>>,
): Map<number, string> {
  const kept = new Map<number, string>();
  let entries = Object.entries(recorded)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([anchor, text]) => ({ anchor, fingerprint: parseFingerprint(text) }));
  if (entries.length === 0) return kept;
  let rows = indicators
    .map((indicator, index) => ({ index, fingerprint: fingerprintOf(indicator) }))
    .sort((a, b) => compareFingerprints(a.fingerprint, b.fingerprint));
  for (const likenessOf of LIKENESSES) {
    entries = entries.filter(({ anchor, fingerprint }) => {
      const match = rows.find((row) => likenessOf(row.fingerprint) === likenessOf(fingerprint));
      if (!match) return true;
      kept.set(match.index, anchor);
      rows = rows.filter((row) => row !== match);
      return false;
    });
  }
  return kept;
}
