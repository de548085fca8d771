import { ROWS_ON_PAGE, pagePart, toListPages } from '../display/list-pages.ts';
import { cacheKey } from './cache-key.ts';

interface Paths<Item, Params, Props> {
  /** Parameters and props of all pages of the list; each page's own are added. */
  params: Params;
  props: Props;
  /** All that a page shows besides its number. @param items Of the page. */
  key: (items: readonly Item[]) => unknown;
}

/** The static paths of a list: `…/`, `…/page/2/`, in pages of {@link ROWS_ON_PAGE}. */
export function listPaths<Item, Params extends object, Props extends object>(
  items: readonly Item[],
  { params, props, key }: Paths<Item, Params, Props>,
) {
  return toListPages(items, ROWS_ON_PAGE).map((page) => ({
    params: { ...params, page: pagePart(page.number) },
    props: { ...props, page },
    cacheKey: cacheKey(page.number, page.total, key(page.items)),
  }));
}
