import type { ParsedIndicator } from '../record/disclosure-schema.ts';
import { isReservedAnchor } from './reserved.ts';
import { compareFingerprints, fingerprintOf } from './row-fingerprint.ts';
import { toSlug } from './to-slug.ts';

/**
 * The anchors of one project's indicators, in their order, unique within the project: the one that a row keeps, else the
 * pinyin of its name.
 *
 * A name that sounds like another, or like a part of the page, gets a part of the row's fingerprint after it. No anchor
 * depends on the order of the rows.
 *
 * @param kept Anchors that are settled, by index.
 * @param retired Anchors that no further row may have.
 */
export function indicatorAnchors(
  indicators: readonly ParsedIndicator[],
  kept: ReadonlyMap<number, string> = new Map(),
  retired: ReadonlySet<string> = new Set(),
): string[] {
  const used = new Set(kept.values());
  const isFree = (anchor: string) => !used.has(anchor) && !retired.has(anchor) && !isReservedAnchor(anchor);
  const rows = indicators.map((indicator, index) => ({ indicator, index, slug: toSlug(indicator.name) }));
  const alike = Map.groupBy(rows, ({ slug }) => slug);
  const anchors = new Map(kept);
  for (const { index, slug } of rows)
    if (!kept.has(index) && alike.get(slug)?.length === 1 && isFree(slug)) anchors.set(index, slug);
  for (const anchor of anchors.values()) used.add(anchor);
  const others = rows
    .filter(({ index }) => !anchors.has(index))
    .map((row) => ({ ...row, fingerprint: fingerprintOf(row.indicator) }))
    .sort((a, b) => compareFingerprints(a.fingerprint, b.fingerprint));
  for (const { index, slug, fingerprint } of others) {
    let anchor = `${slug}-${fingerprint.indicator}`;
    const last = `${slug}-${fingerprint.row}`;
    for (let count = 1; !isFree(anchor); count += 1) anchor = count === 1 ? last : `${last}-${count}`;
    used.add(anchor);
    anchors.set(index, anchor);
  }
  return [...anchors].sort(([a], [b]) => a - b).map(([, anchor]) => anchor);
}
