import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder } from '../../src/cache/files-under.ts';
import { RESERVED_FILES, RESERVED_PROJECTS } from '../../src/identity/reserved.ts';

/** Paths of all pages of a built site, without a leading slash: `''`, `2026/`, …, `404.html`. */
export function builtPages(dist: string): string[] {
  return filesUnder(dist)
    .filter((path) => path.endsWith('.html'))
    .map((path) => path.replace(/(^|\/)index\.html$/, '$1'))
    .sort();
}

/** One path for each kind of page, by name. */
export function pageKinds(dist: string): Record<string, string> {
  const year = foldersOf(dist).findLast((name) => /^\d{4}$/.test(name)) ?? '';
  const [body = ''] = foldersOf(join(dist, year)).filter((name) => !RESERVED_FILES.includes(name));
  const [project = ''] = foldersOf(join(dist, year, body)).filter(
    (name) => !['original', ...RESERVED_PROJECTS].includes(name),
  );
  /** Pages that a site has where it has several years or departments. */
  const rest = [
    ['changes', `${year}/${body}/changes/`],
    ['year-changes', `${year}/changes/`],
    ['departments', `${year}/departments/`],
    ['repeated', `${year}/quality/repeated/`],
    ...resultKinds(dist),
  ] as const;
  const [subcategory = ''] = foldersOf(join(dist, 'indicators')).filter((name) => name !== 'name');
  const [indicator = ''] = foldersOf(join(dist, 'indicators/name'));
  const [guide = ''] = foldersOf(join(dist, 'guide'));
  return {
    home: '',
    year: `${year}/`,
    body: `${year}/${body}/`,
    project: `${year}/${body}/${project}/`,
    source: `${year}/${body}/source/`,
    quality: `${year}/${body}/quality/`,
    'year-quality': `${year}/quality/`,
    'quality-meaning': 'quality/',
    ...Object.fromEntries(rest.filter(([, path]) => existsSync(join(dist, path)))),
    indicators: 'indicators/',
    subcategory: `indicators/${subcategory}/`,
    indicator: `indicators/name/${indicator}/`,
    search: `search/?q=${encodeURIComponent('满意度')}`,
    'search-empty': `search/?q=${encodeURIComponent('没有的')}`,
    guide: 'guide/',
    'guide-page': `guide/${guide}/`,
    api: 'api/',
    '404': '404.html',
  };
}

/** Pages about the results of the newest year that has some. */
function resultKinds(dist: string): [name: string, path: string][] {
  const year = foldersOf(dist).findLast((name) => existsSync(join(dist, name, 'results'))) ?? '';
  const answered = foldersOf(join(dist, year)).find((name) => existsSync(join(dist, year, name, 'results')));
  if (year === '' || answered === undefined) return [];
  const body = `${year}/${answered}`;
  const [result = ''] = foldersOf(join(dist, body, 'results')).filter((name) => !OF_LIST.includes(name));
  return [
    ['results', `${year}/results/`],
    ['answered-year', `${year}/`],
    ['answered-body', `${body}/`],
    ['answered-project', `${body}/${result}/`],
    ['body-results', `${body}/results/`],
    ['result', `${body}/results/${result}/`],
  ];
}

/** Folders next to those of the results. */
const OF_LIST = ['original', 'page', 'source'];

function foldersOf(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}
