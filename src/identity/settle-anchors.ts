import type { Indicator } from '../record/disclosure-schema.ts';
import { indicatorAnchors } from './indicator-anchors.ts';
import { fingerprintOf, SAME_INDICATOR, SAME_NAME, SAME_ROW } from './row-fingerprint.ts';
import type { RecordedRows } from './url-record.ts';

/**
 * Gives each indicator of a project its lasting anchor, where that is not the one that its name gives, and its former ones.
 *
 * A row that is recorded keeps its anchor, whatever other rows are added, removed or moved: it is known by all its cells, else
 * by name and categories (a target was corrected), else by name. A new row never gets an anchor that is on record.
 */
export function settleAnchors(
  indicators: readonly Indicator[],
  { rows, former }: RecordedRows,
): readonly Indicator[] {
  const kept = matchRows(indicators, rows);
  const known = indicators.map((indicator, index) => {
    const anchor = kept.get(index);
    return anchor === undefined ? indicator : { ...indicator, anchor };
  });
  const anchors = indicatorAnchors(known, new Set(Object.keys(rows)));
  const own = indicatorAnchors(indicators);
  const isOwn = anchors.every((anchor, index) => anchor === own[index]);
  if (isOwn && former.size === 0) return indicators;
  const used = new Set(anchors);
  return indicators.map((indicator, index) => {
    const anchor = anchors[index] as string;
    const old = (former.get(anchor) ?? []).filter((name) => !used.has(name));
    for (const name of old) used.add(name);
    return {
      ...indicator,
      ...(isOwn ? {} : { anchor }),
      ...(old.length === 0 ? {} : { formerAnchors: old }),
    };
  });
}

/** Anchors on record by the places of the rows that they belong to; each row has one at most. */
function matchRows(
  indicators: readonly Indicator[],
  recorded: Readonly<Record<string, string>>,
): Map<number, string> {
  const kept = new Map<number, string>();
  let entries = Object.entries(recorded).sort(([a], [b]) => (a < b ? -1 : 1));
  let rows = indicators
    .map((indicator, index) => ({ index, fingerprint: fingerprintOf(indicator) }))
    .sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1));
  for (const length of [SAME_ROW, SAME_INDICATOR, SAME_NAME]) {
    entries = entries.filter(([anchor, fingerprint]) => {
      const found = rows.find((row) => row.fingerprint.slice(0, length) === fingerprint.slice(0, length));
      if (!found) return true;
      kept.set(found.index, anchor);
      rows = rows.filter((row) => row !== found);
      return false;
    });
  }
  return kept;
}
