import { toSlug } from '../record/to-slug.ts';
import { indicatorEntries, type IndicatorEntry, type Site } from './site.ts';

/** The indicators of one category (一级指标), by subcategory. */
export interface IndicatorGroup {
  category: string;
  /** Its anchor on the page of indicators. */
  anchor: string;
  count: number;
  subcategories: { name: string; entries: IndicatorEntry[] }[];
}

/** The order of the form; an office's own categories follow in the order they are met. */
const ORDER = ['产出指标', '效益指标', '满意度指标', '成本指标'];

/** All indicators of all years by category and subcategory; within these by year, newest first, and by budget. */
export function groupIndicators({ years }: Site): IndicatorGroup[] {
  const entries = years.flatMap(({ projects }) => projects).flatMap((project) => indicatorEntries(project));
  const byCategory = Map.groupBy(entries, ({ indicator }) => indicator.category);
  return [...byCategory]
    .map(([category, ofCategory]) => ({
      category: category || '未写一级指标',
      anchor: toSlug(category),
      count: ofCategory.length,
      subcategories: [...Map.groupBy(ofCategory, ({ indicator }) => indicator.subcategory)].map(
        ([name, ofName]) => ({ name, entries: ofName }),
      ),
    }))
    .sort((a, b) => placeOf(a.category) - placeOf(b.category));
}

function placeOf(category: string): number {
  const place = ORDER.indexOf(category);
  return place < 0 ? ORDER.length : place;
}
