import type { PermalinksReading } from '../identity/permalinks.ts';
import type { Content, SourceReading } from '../content/open-content.ts';
import type { Indicator } from '../record/disclosure-schema.ts';
import { maskNumbers } from '../record/mask-numbers.ts';
import { fingerprintOf, formatFingerprint } from '../identity/row-fingerprint.ts';
import { toSlug } from '../identity/to-slug.ts';
import { API_FILES } from '../downloads/api.ts';
import { PROJECT_FILES, SET_FILES } from '../downloads/data-files.ts';
import { jsonSchemas } from '../downloads/json-schemas.ts';

/** The URLs that a content folder is published under, and those that it ever was. */
export interface SiteUrls extends PermalinksReading {
  /** Paths of all pages and downloads, sorted. */
  urls: string[];
  /** Names of the projects by their ids. */
  names: Record<string, string>;
  /** Fingerprints of the indicators by their anchors, by the id of the project. */
  rows: Record<string, Record<string, string>>;
}

/** The URLs of an opened content. */
export function toSiteUrls({ sources, guide, identity, permalinks }: Content): SiteUrls {
  const pages = guide.pages.map(({ id }) => id);
  const projects = sources.flatMap(({ disclosure }) => disclosure.projects);
  let rows: SiteUrls['rows'] | undefined;
  return {
    ...permalinks,
    urls: publishedUrls(sources, pages, identity.url !== undefined),
    names: Object.fromEntries(projects.map(({ id, name }) => [id, maskNumbers(name)])),
    // A build of which no row is on record never asks.
    get rows() {
      return (rows ??= Object.fromEntries(projects.map(({ id, indicators }) => [id, rowsOf(indicators)])));
    },
  };
}

function rowsOf(indicators: readonly Indicator[]): Record<string, string> {
  return Object.fromEntries(
    indicators.map((indicator) => [indicator.anchor, formatFingerprint(fingerprintOf(indicator))]),
  );
}

/**
 * Paths of all pages and downloads, sorted. Files that pages are made of (styles, scripts, the search index) are not links.
 *
 * @param guide Ids of the guide's pages.
 * @param hasAddress Whether the site's own address is known, which a sitemap needs.
 */
function publishedUrls(
  sources: readonly SourceReading[],
  guide: readonly string[],
  hasAddress: boolean,
): string[] {
  const projects = sources.flatMap(({ disclosure }) => disclosure.projects);
  const bodies = sources.flatMap(({ disclosure }) => {
    const [first] = disclosure.projects;
    return first ? [`/${first.bodyId}/`] : [];
  });
  const originals = sources.flatMap(({ disclosure }) => {
    const [first] = disclosure.projects;
    const files = first ? (disclosure.publication.originals ?? []) : [];
    return files.map(({ file }) => `/${first?.bodyId ?? ''}/original/${file}`);
  });
  const indicators = projects.flatMap((project) => project.indicators);
  const slugsOf = (words: readonly string[]) =>
    words.filter((word) => word !== '').map((word) => `${toSlug(word)}/`);
  const sets = ['/', ...projects.map(({ year }) => `/${year}/`), ...bodies];
  const urls = [
    ...sets.flatMap((set) => [set, ...SET_FILES.map((name) => set + name)]),
    ...bodies.flatMap((body) => [`${body}source/`, `${body}source.txt`]),
    ...projects.flatMap(({ id }) => [`/${id}/`, ...PROJECT_FILES.map((name) => `/${id}/${name}`)]),
    ...originals,
    '/indicators/',
    ...slugsOf(indicators.map(({ subcategory }) => subcategory)).map((slug) => `/indicators/${slug}`),
    ...slugsOf(indicators.map(({ name }) => name)).map((slug) => `/indicators/name/${slug}`),
    '/search/',
    '/guide/',
    ...guide.map((id) => `/guide/${id}/`),
    '/api/',
    ...API_FILES.map((name) => `/api/${name}.json`),
    ...Object.keys(jsonSchemas).map((name) => `/schemas/${name}.json`),
    '/atom.xml',
    '/robots.txt',
    '/SHA256SUMS',
    ...(hasAddress ? ['/sitemap-index.xml'] : []),
  ];
  return [...new Set(urls)].sort();
}
