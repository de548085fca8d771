import { readSite } from './site.ts';

/** The step of a trail to a year's page. None where the year has results alone, and no such page. */
export async function yearTrail(year: number): Promise<{ label: string; href: string }[]> {
  const { years } = await readSite();
  return years.some((other) => other.year === year) ? [{ label: `${year}年`, href: `/${year}/` }] : [];
}
