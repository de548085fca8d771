import type { Indicator } from './disclosure-schema.ts';
import { toSlug } from './to-slug.ts';

/** Ids of a page's own parts; an indicator of that very name steps aside. */
const TAKEN = new Set(
  'main cite elder fields goals indicators link notices progress projects project-list q files source bodies types years'.split(
    ' ',
  ),
);

/**
 * The anchors of one project's indicators, in their order: the pinyin of each name, unique within the project.
 *
 * Of several indicators with one name the later ones get `-2`, `-3`.
 */
export function indicatorAnchors(indicators: readonly Pick<Indicator, 'name'>[]): string[] {
  const used = new Set(TAKEN);
  return indicators.map(({ name }) => {
    const slug = toSlug(name);
    let anchor = slug;
    for (let count = 2; used.has(anchor) || /^l\d+$/.test(anchor); count += 1) anchor = `${slug}-${count}`;
    used.add(anchor);
    return anchor;
  });
}
