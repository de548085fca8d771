import type { SiteIdentity } from '../content/site-identity.ts';

/** What the names of a page are filled from. */
export interface MetaFacts {
  title: string;
  /** Whole address of the page; undefined where the site's URL is not set. */
  address: string | undefined;
  /** 栏目. */
  column: string | undefined;
  /** Who published what the page shows. */
  source: string | undefined;
  /** Day of publication, `YYYY-MM-DD`; else of the last change. */
  date: string | undefined;
}

/**
 * The meta names of government sites (《政府网站发展指引》附件), for sites that name their 政府网站标识码.
 *
 * A name without a value is left out.
 */
export function governmentMeta(
  { name, siteCode, url }: SiteIdentity,
  { title, address, column, source, date }: MetaFacts,
): [name: string, content: string][] {
  if (siteCode === undefined) return [];
  const metas: [string, string | undefined][] = [
    ['SiteName', name],
    ['SiteDomain', url && new URL(url).host],
    ['SiteIDCode', siteCode],
    ['ColumnName', column],
    ['ColumnType', column && '预算绩效'],
    ['ArticleTitle', source && title],
    ['PubDate', source && date],
    ['ContentSource', source],
    ['Url', source && address],
  ];
  return metas.flatMap(([metaName, content]) => (content ? [[metaName, content]] : []));
}
