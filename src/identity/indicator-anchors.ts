import type { Indicator } from '../record/disclosure-schema.ts';
import { maskNumbers } from '../record/mask-numbers.ts';
import { fingerprintOf, SAME_INDICATOR, SAME_NAME, SAME_ROW } from './row-fingerprint.ts';
import { toSlug } from './to-slug.ts';

/** Ids of a page's own parts, which no row may have. */
const TAKEN = new Set(
  'main cite elder fields goals indicators link notices progress projects project-list q files source bodies types years'.split(
    ' ',
  ),
);

/** In place of an anchor, until the row gets one. No row's anchor is empty. */
const UNSETTLED = '';

/**
 * The anchors of one project's indicators, in their order, unique within the project: what is settled, else the pinyin of
 * the name.
 *
 * A name that sounds like another, or like a part of the page, gets a part of the row's fingerprint behind it. No anchor
 * depends on the order of the rows.
 *
 * @param retired Anchors that no further row may have.
 */
export function indicatorAnchors(
  indicators: readonly Indicator[],
  retired: ReadonlySet<string> = new Set(),
): string[] {
  const used = new Set(indicators.flatMap(({ anchor }) => anchor ?? []));
  const isFree = (anchor: string) =>
    !used.has(anchor) && !retired.has(anchor) && !TAKEN.has(anchor) && !/^l\d+$/.test(anchor);
  const rows = indicators.map((indicator, index) => ({
    indicator,
    index,
    slug: toSlug(maskNumbers(indicator.name)),
  }));
  const alike = Map.groupBy(rows, ({ slug }) => slug);
  const anchors = rows.map(({ indicator, slug }) => {
    const isAlone = alike.get(slug)?.length === 1;
    return indicator.anchor ?? (isAlone && isFree(slug) ? slug : UNSETTLED);
  });
  for (const anchor of anchors) used.add(anchor);
  const others = rows
    .filter(({ index }) => anchors[index] === UNSETTLED)
    .map((row) => ({ ...row, fingerprint: fingerprintOf(row.indicator) }))
    .sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1));
  for (const { index, slug, fingerprint } of others) {
    let anchor = `${slug}-${fingerprint.slice(SAME_NAME, SAME_INDICATOR)}`;
    const last = `${slug}-${fingerprint.slice(SAME_INDICATOR, SAME_ROW)}`;
    for (let count = 1; !isFree(anchor); count += 1) anchor = count === 1 ? last : `${last}-${count}`;
    used.add(anchor);
    anchors[index] = anchor;
  }
  return anchors;
}
