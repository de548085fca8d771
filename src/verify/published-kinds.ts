/**
 * In: the files of a built site.
 * Out: those of no kind that is listed here. Each kind is compared by the file that it names; a file that nobody compares is a loss.
 */

interface Kind {
  path: RegExp;
  /** What compares its files. Null: nothing of them is made of the sources; `what` says what they are. */
  by: string | null;
  what?: string;
}

const BODY = String.raw`\d{4}/(?!(?:bodies|changes|departments|quality|results)/)[^/]+`;
const PAGE = String.raw`(?:page/\d+/)?index\.html`;
const TABLES = String.raw`(?:projects\.csv|indicators\.csv)`;
const OF_RESULTS = String.raw`(?:results\.(?:json|csv|xlsx)|result-indicators\.csv)`;
const SET = String.raw`(?:disclosure\.json|disclosure\.xlsx|${TABLES})`;

export const KINDS: Readonly<Record<string, Kind>> = {
  // A body: its source, and what is published of it.
  'source.txt': { path: whole(`${BODY}/source\\.txt`), by: 'compare-body' },
  'page of a source': { path: whole(`${BODY}/source/index\\.html`), by: 'compare-page' },
  'files of a body': { path: whole(`${BODY}/${SET}`), by: 'compare-body' },
  'page of a project': {
    path: whole(`${BODY}/(?!page/|source/|changes/|quality/|original/|results/)[^/]+/${PAGE}`),
    by: 'compare-page',
  },
  'page for frames': { path: whole(`${BODY}/[^/]+/embed/index\\.html`), by: 'compare-embedded' },
  'files of a project': { path: whole(`${BODY}/[^/]+/(?:project\\.json|${TABLES})`), by: 'compare-body' },
  'QR code': { path: whole(`${BODY}/[^/]+/qr\\.svg`), by: null, what: 'the address of a page' },
  'share image': { path: whole(`${BODY}/[^/]+/share\\.png`), by: 'compare-share-image' },
  original: { path: whole(`${BODY}/original/[^/]+`), by: 'verify-files' },
  // What became of the projects of a source.
  'results.json': { path: whole(`${BODY}/results/results\\.json`), by: 'compare-result' },
  'source of results': { path: whole(`${BODY}/results/source(?:\\.txt|/index\\.html)`), by: 'compare-body' },
  'original of results': { path: whole(`${BODY}/results/original/[^/]+`), by: 'verify-results' },
  'tables of results': { path: whole(`${BODY}/results/${OF_RESULTS}`), by: 'compare-result-tables' },
  'page of a result': {
    path: whole(`${BODY}/results/(?!page/|source/|original/)[^/]+/index\\.html`),
    by: 'compare-result-page',
  },
  'files of a result': {
    path: whole(`${BODY}/results/[^/]+/(?:result\\.json|result-indicators\\.csv)`),
    by: 'verify-results',
  },
  'list of results': { path: whole(`\\d{4}/(?:[^/]+/)?results/${PAGE}`), by: 'verify-results' },
  'results of years': { path: whole(`(?:\\d{4}/)?${OF_RESULTS}`), by: 'verify-site' },
  'page of a body': { path: whole(`${BODY}/${PAGE}`), by: 'verify-lists' },
  'changes of a body': { path: whole(`${BODY}/changes/index\\.html`), by: 'verify-changes' },
  'quality of a body': { path: whole(`${BODY}/quality/index\\.html`), by: 'verify-quality' },
  // A year.
  'page of a year': { path: whole(`\\d{4}/${PAGE}`), by: 'verify-lists' },
  'bodies of a year': { path: whole(`\\d{4}/bodies/${PAGE}`), by: 'verify-lists' },
  'departments of a year': { path: whole(`\\d{4}/departments/(?:[^/]+/)?${PAGE}`), by: 'verify-lists' },
  'changes of a year': { path: whole(`\\d{4}/changes/(?:[a-z]+/)?${PAGE}`), by: 'verify-changes' },
  'quality of a year': { path: whole(`\\d{4}/quality/(?:repeated/)?${PAGE}`), by: 'verify-quality' },
  // Of years and of the whole site.
  'files of a set': { path: whole(`(?:\\d{4}/)?${SET}`), by: 'verify-site' },
  'data package': {
    path: whole(`(?:\\d{4}/)?(?:[^/]+/(?:results/)?)?datapackage\\.json`),
    by: 'verify-files',
  },
  'home page': { path: whole('index\\.html'), by: 'verify-lists' },
  'list of indicators': { path: whole('indicators/index\\.html'), by: 'verify-lists' },
  comparison: { path: whole(`indicators/(?:name/)?[^/]+/${PAGE}`), by: 'verify-comparisons' },
  'files of a comparison': {
    path: whole('indicators/[^/]+/indicators\\.(?:csv|xlsx)'),
    by: 'verify-comparisons',
  },
  'lists of the API': { path: whole('api/[a-z]+\\.json'), by: 'compare-api' },
  // Search.
  records: { path: whole('pagefind/records/\\d+\\.json'), by: 'verify-search' },
  'names, filters, bodies': {
    path: whole('pagefind/(?:table|names|bodies|pinyin|sounds)\\.json'),
    by: 'verify-search',
  },
  quantities: { path: whole('pagefind/quantities/[a-z]+\\.json'), by: 'verify-quantities' },
  index: { path: whole('pagefind/index/[^/]+\\.pf_index'), by: 'verify-index' },
  // Files for programs.
  checksums: { path: whole('SHA256SUMS'), by: 'verify-files' },
  redirects: { path: whole('_redirects|nginx-redirects\\.conf'), by: 'verify-files' },
  'rules for frames': { path: whole('nginx-embed\\.conf'), by: null, what: 'the sites that site.json names' },
  sitemap: { path: whole('robots\\.txt|sitemap-(?:index|\\d+)\\.xml'), by: 'verify-files' },
  feed: { path: whole(`(?:${BODY}/|indicators/name/[^/]+/)?atom\\.xml`), by: 'verify-feeds' },
  'changes after publication': {
    path: whole(`changes/(?:\\d{4}-\\d\\d-\\d\\d/)?${PAGE}`),
    by: 'verify-revisions',
  },
  // What says nothing of the sources. Of pages, the frame is checked.
  'other pages': {
    path: whole('404\\.html|(?:api|check|search|subscribe|quality|guide(?:/[^/]+)?)/index\\.html'),
    by: 'check-frame',
  },
  schemas: { path: whole('schemas/[a-z]+\\.json'), by: null, what: 'the format of the JSON' },
  engine: { path: whole('pagefind/(?:pagefind\\.js|wasm\\.[a-z]+\\.pagefind)'), by: null, what: 'a package' },
  program: { path: whole('_astro/.+'), by: null, what: 'scripts, styles, pictures of the guide' },
  public: {
    path: whole('_headers|favicon\\.svg|page\\.js|share\\.png|pictures/.+'),
    by: null,
    what: 'the project’s own files',
  },
};

/** The kind of a file. Undefined: it is of none. An old address has the kind of what it leads to. */
export function kindOf(file: string): string | undefined {
  return Object.entries(KINDS).find(([, { path }]) => path.test(file))?.[0];
}

/** @param moved Paths of old addresses, which verify-files compares. */
export function checkKinds(files: readonly string[], moved: ReadonlySet<string>): string[] {
  return files
    .filter((file) => kindOf(file) === undefined && !moved.has(`/${file.replace(/index\.html$/, '')}`))
    .map((file) => `${file}: 没有一项核对管这种文件`);
}

function whole(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`);
}
