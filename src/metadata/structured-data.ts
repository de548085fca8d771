/** What search engines read of a page: schema.org as JSON-LD. */
import type { Dataset, GovernmentOrganization, Graph, Thing, WebPage, WebSite } from 'schema-dts';
import type { SiteIdentity } from '../content/site-identity.ts';
import type { DataFile } from '../downloads/data-file.ts';
import { filesOfSet, titleOf, type DataSet } from '../downloads/data-set.ts';
import type { PackageContext } from '../downloads/to-data-package.ts';
import { addressesOf } from '../identity/addresses-of.ts';

/** A page as its head describes it. */
export interface PageFacts {
  path: string;
  title: string;
  description: string;
  /** Language of its text where it is not Chinese. */
  lang?: string | undefined;
  /** The pages above it, from the home page down. */
  trail: readonly { label: string; href: string }[];
  /** What can be downloaded there. */
  data?: { set: DataSet; files: readonly DataFile[]; updated: string | null } | undefined;
}

/** The page, the site it is part of, who runs that, and the data it shows, tied to each other by their ids. */
export function toStructuredData(page: PageFacts, identity: SiteIdentity, context: PackageContext): Graph {
  const toAddress = addressesOf(context.url);
  const site: WebSite = {
    '@type': 'WebSite',
    '@id': `${toAddress('/')}#site`,
    url: toAddress('/'),
    name: identity.name,
    inLanguage: 'zh-CN',
    ...(identity.publisher === undefined ? {} : { publisher: toOrganization(identity.publisher) }),
  };
  const webPage: WebPage = {
    '@type': 'WebPage',
    '@id': toAddress(page.path),
    url: toAddress(page.path),
    name: page.title,
    description: page.description,
    inLanguage: page.lang ?? 'zh-CN',
    isPartOf: { '@id': `${toAddress('/')}#site` },
    ...(page.data ? { mainEntity: { '@id': `${toAddress(page.path)}#dataset` } } : {}),
    ...(page.trail.length === 0
      ? {}
      : {
          breadcrumb: {
            '@type': 'BreadcrumbList' as const,
            itemListElement: [...page.trail, { label: page.title, href: page.path }].map(
              ({ label, href }, index) => ({
                '@type': 'ListItem' as const,
                position: index + 1,
                name: label,
                item: toAddress(href),
              }),
            ),
          },
        }),
  };
  const things: Thing[] = [site, webPage];
  if (page.data) things.push(toDataset(page, page.data, context, toAddress));
  return { '@context': 'https://schema.org', '@graph': things };
}

function toDataset(
  { path, description }: PageFacts,
  { set, files, updated }: NonNullable<PageFacts['data']>,
  { licence }: PackageContext,
  toAddress: (path: string) => string,
): Dataset {
  const sources = filesOfSet(set);
  const publishers = [...new Set(sources.map(({ publisher }) => publisher))];
  const years = [...new Set(sources.map(({ year }) => year))].sort();
  const [first] = sources;
  const stated = sources.length === 1 ? (first?.publication.licence ?? licence) : licence;
  const published = sources.length === 1 ? first?.publication.published : undefined;
  return {
    '@type': 'Dataset',
    '@id': `${toAddress(path)}#dataset`,
    url: toAddress(path),
    name: titleOf(set),
    description,
    inLanguage: 'zh-CN',
    isAccessibleForFree: true,
    temporalCoverage: years.length > 1 ? `${years[0]}/${years.at(-1)}` : String(years[0] ?? ''),
    creator: publishers.map(toOrganization),
    ...(stated === undefined ? {} : { license: stated }),
    ...(published === undefined ? {} : { datePublished: published }),
    ...(updated === null ? {} : { dateModified: updated }),
    distribution: files.map(({ name, label, mediaType, bytes, sha256 }) => ({
      '@type': 'DataDownload',
      name: label,
      encodingFormat: mediaType,
      contentUrl: toAddress(`/${set.id && `${set.id}/`}${name}`),
      contentSize: `${bytes.length} B`,
      sha256,
    })),
  };
}

function toOrganization(name: string): GovernmentOrganization {
  return { '@type': 'GovernmentOrganization', name };
}

/** JSON for a `<script>`: no text of it can end the script, open a comment, or break a line of it. */
export function toScriptText(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    /[<>&\u2028\u2029]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
