import { readFileSync } from 'node:fs';
import type { Guide } from '../content/read-guide.ts';
import type { GuideEntry } from '../search/search-table.ts';

/**
 * Titles of pages and headings of their sections, in their order. A URL has a fragment only where the heading is nothing but words.
 *
 * A page in another language has its title alone: Latin letters that are typed are pinyin, and would find words in its headings.
 */
export function listGuideHeadings({ pages }: Guide): GuideEntry[] {
  return pages.flatMap(({ id, file, data }): GuideEntry[] => {
    const page = { title: data.title, page: null, url: `/guide/${id}/` };
    if (data.lang !== undefined) return [page];
    const sections = [...readFileSync(file, 'utf8').matchAll(/^## (.+)$/gm)].map(([, title = '']) => {
      const fragment = /^[\p{Script=Han}]+$/u.test(title) ? `#${title}` : '';
      return { title, page: data.title, url: `/guide/${id}/${fragment}` };
    });
    return [page, ...sections];
  });
}
