/** Plain data about a content: all that its URLs depend on. */
export interface SiteSummary {
  years: readonly number[];
  /** Ids. */
  bodies: readonly string[];
  /** Ids. */
  projects: readonly string[];
  /** Files that have results, by the ids under which these are listed. */
  resultFiles: readonly string[];
  /** Ids. */
  results: readonly string[];
  /** Years that have one before, and ids of bodies that have an earlier disclosure. */
  compared: { years: readonly number[]; bodies: readonly string[] };
  /** Files from which sources were imported, with the id of the body. */
  originals: readonly { body: string; file: string }[];
  /** Those of files that have results, with the ids under which these are listed. */
  resultOriginals: readonly { id: string; file: string }[];
  /** Slugs of the names of subcategories (二级指标). */
  subcategories: readonly string[];
  /** Slugs of the names of indicators (三级指标). */
  names: readonly string[];
  /** Ids of the pages of the guide. */
  guide: readonly string[];
  /** Whether the site's URL is set, which a sitemap needs. */
  hasAddress: boolean;
  /** Whether other sites may show projects in frames. */
  isEmbedded: boolean;
  /** Names of downloads. */
  files: Record<'set' | 'project' | 'comparison' | 'api' | 'schemas', readonly string[]>;
  /** Names of downloads that there are only where there are results. */
  ofResults: Record<'set' | 'result' | 'api' | 'schemas', readonly string[]>;
}

/** Whether a path is that of a project's page for frames of other sites. */
export function isForFrames(path: string): boolean {
  return /^\/\d{4}\/[^/]+\/[^/]+\/embed\/$/.test(path);
}

/** Makes the permanent URLs of a route. */
type List = (site: SiteSummary) => readonly string[];

/** The permanent URLs are those of another route, or there are none: later pages of a list change with the content. */
const NONE: List = () => [];

/**
 * The files of `src/pages`, without `index` and ending, as patterns of URLs with their permanent URLs. Patterns of pages end
 * with a slash, those of other files don't.
 */
export const ROUTES: Readonly<Record<string, List>> = {
  '/': () => ['/'],
  '/404/': NONE,
  '/[...moved]/': NONE,
  '/[...set]/[name].csv': (site) => downloads(site, '.csv'),
  '/[...set]/[name].json': (site) => downloads(site, '.json'),
  '/[...set]/[name].xlsx': (site) => downloads(site, '.xlsx'),
  '/[year]/[...page]/': ({ years }) => years.map((year) => `/${year}/`),
  '/[year]/[body]/atom.xml': ({ bodies }) => bodies.map((id) => `/${id}/atom.xml`),
  '/[year]/[body]/[...page]/': ({ bodies }) => bodies.map((id) => `/${id}/`),
  '/[year]/[body]/changes/': ({ compared }) => compared.bodies.map((id) => `/${id}/changes/`),
  '/[year]/[body]/quality/': ({ bodies }) => bodies.map((id) => `/${id}/quality/`),
  '/[year]/[body]/[project]/[...page]/': ({ projects }) => projects.map((id) => `/${id}/`),
  '/[year]/[body]/[project]/embed/': ({ projects, isEmbedded }) =>
    isEmbedded ? projects.map((id) => `/${id}/embed/`) : [],
  // Nobody keeps their addresses: one is a picture of another, one is named by the page.
  '/[year]/[body]/[project]/qr.svg': NONE,
  '/[year]/[body]/[project]/share.png': NONE,
  '/[year]/[body]/original/[file]': ({ originals }) =>
    originals.map(({ body, file }) => `/${body}/original/${file}`),
  '/[year]/[body]/results/[...page]/': ({ resultFiles }) => resultFiles.map((id) => `/${id}/`),
  '/[year]/[body]/results/[result]/': ({ results }) => results.map((id) => `/${id}/`),
  '/[year]/[body]/results/original/[file]': ({ resultOriginals }) =>
    resultOriginals.map(({ id, file }) => `/${id}/original/${file}`),
  '/[year]/[body]/results/source.txt': ({ resultFiles }) => resultFiles.map((id) => `/${id}/source.txt`),
  '/[year]/[body]/results/source/': ({ resultFiles }) => resultFiles.map((id) => `/${id}/source/`),
  '/[year]/[body]/source.txt': ({ bodies }) => bodies.map((id) => `/${id}/source.txt`),
  '/[year]/[body]/source/': ({ bodies }) => bodies.map((id) => `/${id}/source/`),
  '/[year]/bodies/[...page]/': NONE,
  '/[year]/changes/': ({ compared }) => compared.years.map((year) => `/${year}/changes/`),
  '/[year]/changes/[kind]/[...page]/': NONE,
  '/[year]/departments/[...page]/': NONE,
  '/[year]/departments/[department]/[...page]/': NONE,
  '/[year]/results/[...page]/': (site) => resultYears(site).map((year) => `/${year}/results/`),
  '/[year]/quality/[...page]/': ({ years }) => years.map((year) => `/${year}/quality/`),
  '/[year]/quality/repeated/[...page]/': NONE,
  '/api/': () => ['/api/'],
  '/api/[list].json': (site) => whereResults(site, 'api').map((name) => `/api/${name}.json`),
  '/atom.xml': () => ['/atom.xml'],
  '/changes/': () => ['/changes/'],
  // Days come from the history of the content.
  '/changes/[day]/[...page]/': NONE,
  '/check/': () => ['/check/'],
  '/guide/': () => ['/guide/'],
  '/guide/[page]/': ({ guide }) => guide.map((id) => `/guide/${id}/`),
  '/indicators/': () => ['/indicators/'],
  '/indicators/[subcategory]/[...page]/': ({ subcategories }) =>
    subcategories.map((slug) => `/indicators/${slug}/`),
  '/indicators/[subcategory]/[file]': ({ subcategories, files }) =>
    subcategories.flatMap((slug) => files.comparison.map((name) => `/indicators/${slug}/${name}`)),
  '/indicators/name/[name]/[...page]/': ({ names }) => names.map((slug) => `/indicators/name/${slug}/`),
  '/indicators/name/[name]/atom.xml': ({ names }) => names.map((slug) => `/indicators/name/${slug}/atom.xml`),
  '/quality/': () => ['/quality/'],
  '/robots.txt': () => ['/robots.txt'],
  '/schemas/[schema].json': (site) => whereResults(site, 'schemas').map((name) => `/schemas/${name}.json`),
  '/search/': () => ['/search/'],
  '/subscribe/': () => ['/subscribe/'],
};

/** Permanent URLs of files that the build writes after all pages. */
const WRITTEN_LAST: List = ({ hasAddress }) => ['/SHA256SUMS', ...(hasAddress ? ['/sitemap-index.xml'] : [])];

/** The permanent URLs of a site, sorted. Styles, scripts and the search index have none. */
export function permanentUrls(site: SiteSummary): string[] {
  return [...new Set([...Object.values(ROUTES), WRITTEN_LAST].flatMap((list) => list(site)))].sort();
}

function downloads(site: SiteSummary, ending: string): string[] {
  const { years, bodies, projects, resultFiles, results, files, ofResults } = site;
  const toFolder = (id: string | number) => `/${id}/`;
  const sets = ['/', ...[...years, ...bodies].map(toFolder)];
  const resultSets = [
    ...(results.length > 0 ? ['/'] : []),
    ...[...resultYears(site), ...resultFiles].map(toFolder),
  ];
  const of = (folders: readonly string[], names: readonly string[]) =>
    folders.flatMap((folder) => names.map((name) => folder + name));
  return [
    ...of(sets, files.set),
    ...of(projects.map(toFolder), files.project),
    ...of(resultSets, ofResults.set),
    ...of(results.map(toFolder), ofResults.result),
  ].filter((url) => url.endsWith(ending));
}

/** Years that have results. */
function resultYears({ resultFiles }: SiteSummary): string[] {
  return [...new Set(resultFiles.map((id) => id.split('/')[0] ?? ''))];
}

/** Names of files, with those that there are only where there are results. */
function whereResults({ results, files, ofResults }: SiteSummary, kind: 'api' | 'schemas'): string[] {
  return [...files[kind], ...(results.length > 0 ? ofResults[kind] : [])];
}
