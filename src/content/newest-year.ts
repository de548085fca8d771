import { findSources } from './find-sources.ts';

/** The newest year that a content folder has files of, by the names of its folders; null where it has none. A shard's is the whole site's. */
export async function newestYear(folder: string): Promise<number | null> {
  const years = (await findSources(folder)).flatMap((path) => {
    const [, year] = /\/((?:19|20)\d{2})\/[^/]+$/.exec(path) ?? [];
    return year === undefined ? [] : [Number(year)];
  });
  return years.length === 0 ? null : years.reduce((newest, year) => Math.max(newest, year));
}
