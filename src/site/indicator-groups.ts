import { unwrittenGroup } from '../display/unwritten-group.ts';
import { toSlug } from '../identity/to-slug.ts';
import { CATEGORIES } from '../record/categories.ts';
import type { IndicatorEntry, Site } from './site.ts';

/** The indicators of one category (一级指标), by subcategory. */
export interface IndicatorGroup {
  category: string;
  /** Its anchor on the page of indicators. */
  anchor: string;
  count: number;
  subcategories: { name: string; entries: IndicatorEntry[] }[];
}

/** All indicators of all years by category and subcategory; within these by year, newest first, and by budget. */
export function groupIndicators(site: Site): IndicatorGroup[] {
  const byCategory = Map.groupBy(indicatorEntries(site), ({ indicator }) => indicator.category);
  return [...byCategory]
    .map(([category, ofCategory]) => ({
      category:
        category ||
        unwrittenGroup(
          '一级指标',
          'category',
          ofCategory.map(({ project }) => project),
        ),
      anchor: toSlug(category),
      count: ofCategory.length,
      subcategories: [...Map.groupBy(ofCategory, ({ indicator }) => indicator.subcategory)].map(
        ([name, ofName]) => ({ name, entries: ofName }),
      ),
    }))
    .sort((a, b) => placeOf(a.category) - placeOf(b.category));
}

/** The order of the form; an office's other categories follow in the order of their first use. */
function placeOf(category: string): number {
  const place = CATEGORIES.indexOf(category);
  return place < 0 ? CATEGORIES.length : place;
}

/** Indicators that share a word: the name of a subcategory, or a name of their own. */
export interface IndicatorSet {
  /** `shu-liang-zhi-biao`; names that sound alike share a page. */
  slug: string;
  /** The words, most frequent first. */
  names: string[];
  entries: IndicatorEntry[];
}

/** All indicators with the addresses of their rows. */
function indicatorEntries({ projects }: Site): IndicatorEntry[] {
  return projects.flatMap((project) =>
    project.indicators.map((indicator) => ({
      indicator,
      project,
      href: `/${project.id}/#${indicator.anchor}`,
    })),
  );
}

/** The indicators of each subcategory (二级指标). */
export function indicatorsBySubcategory(site: Site): IndicatorSet[] {
  return groupBySlug(site, ({ indicator }) => indicator.subcategory);
}

/** The indicators of each name (三级指标), whatever project promises them. */
export function indicatorsByName(site: Site): IndicatorSet[] {
  return groupBySlug(site, ({ indicator }) => indicator.name);
}

function groupBySlug(site: Site, wordOf: (entry: IndicatorEntry) => string): IndicatorSet[] {
  const byWord = [...Map.groupBy(indicatorEntries(site), wordOf)].filter(([word]) => word !== '');
  return [...Map.groupBy(byWord, ([word]) => toSlug(word))].map(([slug, words]) => ({
    slug,
    names: words.sort(([, a], [, b]) => b.length - a.length).map(([word]) => word),
    entries: words.flatMap(([, ofWord]) => ofWord),
  }));
}
