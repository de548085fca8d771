import { followMoves } from '../identity/follow-moves.ts';
import { previousBodies } from '../identity/match-years.ts';
import type { Permalinks, ReadPermalinks } from '../identity/permalinks.ts';
import type { Content } from '../content/open-content.ts';
import type { Indicator, ParsedIndicator } from '../record/disclosure-schema.ts';
import { maskNumbers } from '../record/mask-numbers.ts';
import { publishedOriginals } from '../record/publication-schema.ts';
import { formatTrait, traitOf } from '../identity/project-trait.ts';
import { fingerprintOf, formatFingerprint } from '../identity/row-fingerprint.ts';
import { resultsIdOf } from '../identity/ids.ts';
import { identify, identifyRow } from '../identity/settle-results.ts';
import { permanentUrls, type SiteSummary } from '../identity/routes.ts';
import { toSlug } from '../identity/to-slug.ts';
import { API_FILES, RESULT_API_FILES } from '../downloads/api.ts';
import { COMPARISON_FILES } from '../downloads/comparison-files.ts';
import { ANSWERED_FILES, PROJECT_FILES, SET_FILES } from '../downloads/data-files.ts';
import { jsonSchemas, resultSchemas } from '../downloads/json-schemas.ts';
import { RESULT_FILES } from '../downloads/result-files.ts';

/** The URLs of a content, and those under which it was ever published. */
export interface SiteUrls extends ReadPermalinks {
  /** Paths of all pages and downloads, sorted. */
  urls: string[];
  /** Names of the projects by their ids. */
  names: Record<string, string>;
  /** Digests that tell projects of one name apart, by their ids. */
  traits: Record<string, string>;
  /** Fingerprints of the indicators by their anchors, by the id of the project. */
  rows: Record<string, Record<string, string>>;
}

/** The URLs of an opened content. */
export function toSiteUrls(content: Content): SiteUrls {
  const projects = content.sources.flatMap(({ disclosure }) => disclosure.projects);
  const results = content.sources.flatMap(({ disclosure }) => disclosure.results);
  const all = [...projects, ...results];
  let rows: SiteUrls['rows'] | undefined;
  return {
    ...content.permalinks,
    urls: permanentUrls(summaryOf(content)),
    names: Object.fromEntries(all.map(({ id, name }) => [id, maskNumbers(name)])),
    get traits() {
      return Object.fromEntries([
        ...projects.map((project) => [project.id, formatTrait(traitOf(project))] as const),
        ...results.map((result) => [result.id, formatTrait(traitOf(identify(result)))] as const),
      ]);
    },
    // Computed on request: a build without recorded rows never needs it.
    get rows() {
      return (rows ??= Object.fromEntries([
        ...projects.map(({ id, indicators }) => [id, rowsOf(indicators)] as const),
        ...results.map(({ id, indicators }) => [id, rowsOf(indicators.map(identifyRow))] as const),
      ]));
    },
  };
}

function rowsOf(indicators: readonly Row[]): Record<string, string> {
  return Object.fromEntries(
    indicators.map((indicator) => [indicator.anchor, formatFingerprint(fingerprintOf(indicator))]),
  );
}

type Row = ParsedIndicator & Pick<Indicator, 'anchor'>;

function summaryOf(content: Content): SiteSummary {
  const { sources, guide, identity } = content;
  const projects = sources.flatMap(({ disclosure }) => disclosure.projects);
  const bodies = sources.flatMap(({ disclosure }) => {
    const id = disclosure.projects[0]?.bodyId;
    return id === undefined ? [] : [{ id, originals: publishedOriginals(disclosure.publication) }];
  });
  const results = sources.flatMap(({ disclosure }) => disclosure.results);
  const resultFiles = sources.flatMap(({ disclosure }) =>
    [...new Set(disclosure.results.map(({ bodyId }) => resultsIdOf(bodyId)))].map((id) => ({
      id,
      originals: publishedOriginals(disclosure.publication),
    })),
  );
  const indicators = projects.flatMap((project) => project.indicators);
  return {
    years: projects.map(({ year }) => year),
    bodies: bodies.map(({ id }) => id),
    projects: projects.map(({ id }) => id),
    resultFiles: resultFiles.map(({ id }) => id),
    results: results.map(({ id }) => id),
    compared: comparedOf(
      bodies.map(({ id }) => id),
      content.permalinks.permalinks,
    ),
    originals: bodies.flatMap(({ id, originals }) => originals.map(({ file }) => ({ body: id, file }))),
    resultOriginals: resultFiles.flatMap(({ id, originals }) => originals.map(({ file }) => ({ id, file }))),
    subcategories: slugsOf(indicators.map(({ subcategory }) => subcategory)),
    names: slugsOf(indicators.map(({ name }) => name)),
    guide: guide.pages.map(({ id }) => id),
    hasAddress: identity.url !== undefined,
    isEmbedded: identity.embed !== undefined,
    files: {
      set: SET_FILES,
      project: PROJECT_FILES,
      comparison: Object.keys(COMPARISON_FILES),
      api: API_FILES,
      schemas: Object.keys(jsonSchemas),
    },
    ofResults: {
      set: ANSWERED_FILES,
      result: RESULT_FILES,
      api: RESULT_API_FILES,
      schemas: Object.keys(resultSchemas),
    },
  };
}

/** Years and bodies that have an earlier one to be compared with. */
function comparedOf(bodies: readonly string[], { moved }: Permalinks): SiteSummary['compared'] {
  const current = new Set(bodies.map((id) => `/${id}/`));
  const moves = Object.keys(moved).flatMap((from): [string, string][] => {
    const to = followMoves(from, moved, (path) => current.has(path));
    return to === null || current.has(from) ? [] : [[from, to]];
  });
  const years = [...new Set(bodies.map((id) => Number(id.split('/')[0])))];
  return {
    years: years.filter((year) => years.some((other) => other < year)),
    bodies: [...previousBodies(bodies, new Map(moves)).keys()],
  };
}

/** Of names that are not empty. */
function slugsOf(names: readonly string[]): string[] {
  return [...new Set(names)].filter((name) => name !== '').map(toSlug);
}
