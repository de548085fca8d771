/** What is compared is listed by what is written: each route of the site has a kind, and each kind a file that compares it. */
import { existsSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkKinds, kindOf, KINDS } from '../../../src/verify/published-kinds.ts';

/** A value of each parameter of a route. `page` is the rest of the address of a list's later page. */
const VALUES: Record<string, string[]> = {
  year: ['2026'],
  body: ['qingxi'],
  project: ['pei-xun'],
  result: ['pei-xun'],
  department: ['wen-hua-ju'],
  subcategory: ['shu-liang-zhi-biao'],
  kind: ['added', 'ended', 'stay', 'renamed'],
  list: ['index', 'years', 'results'],
  schema: ['project', 'result'],
  set: ['', '2026', '2026/qingxi', '2026/qingxi/pei-xun'],
};
const OF_ROUTE: Record<string, Record<string, string[]>> = {
  '[...set]/[name].csv.ts': { name: ['projects', 'indicators'] },
  '[...set]/[name].json.ts': { name: ['disclosure', 'datapackage'], set: ['', '2026', '2026/qingxi'] },
  '[...set]/[name].xlsx.ts': { name: ['disclosure'], set: ['', '2026', '2026/qingxi'] },
  '[year]/[body]/original/[file].ts': { file: ['qingxi.original.pdf'] },
  '[year]/[body]/results/original/[file].ts': { file: ['qingxi.original.pdf'] },
  'indicators/[subcategory]/[file].ts': { file: ['indicators.csv', 'indicators.xlsx'] },
  'indicators/name/[name]/[...page].astro': { name: ['man-yi-du'], page: ['', 'page/2'] },
  'indicators/name/[name]/atom.xml.ts': { name: ['man-yi-du'] },
  'changes/[day]/[...page].astro': { day: ['2026-03-01'] },
  'guide/[page].astro': { page: ['read'] },
};
const PAGES = 'src/pages';
const routes = readdirSync(PAGES, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(?:astro|ts)$/.test(path))
  .sort();

/** The files that a route can write. Throws for a parameter without a value: a new route needs one, and a kind. */
function filesOf(route: string): string[] {
  const values = { page: ['', 'page/2'], ...VALUES, ...OF_ROUTE[route] } as Record<string, string[]>;
  const path = route.replace(/\.(?:astro|ts)$/, '').replace(/(^|\/)index$/, '$1');
  const filled = [...path.matchAll(/\[(?:\.\.\.)?(\w+)\]/g)].reduce(
    (paths, [whole, name = '']) => {
      const own = values[name];
      if (!own) throw new Error(`${route} has a parameter that no kind of file knows: ${name}`);
      return paths.flatMap((each) => own.map((value) => each.replace(whole, value)));
    },
    [path],
  );
  return filled.map((each) =>
    (route.endsWith('.astro') && each !== '404' ? `${each}/index.html` : each === '404' ? '404.html' : each)
      .replaceAll(/\/{2,}/g, '/')
      .replace(/^\//, ''),
  );
}

test.each(routes.filter((route) => route !== '[...moved].astro'))('files of %s have a kind', (route) => {
  expect(filesOf(route).filter((file) => kindOf(file) === undefined)).toEqual([]);
});

/** Written by the routes of sets, as those of targets are. */
test.each([
  ...['2026', '2026/qingxi/results', ''].flatMap((set) =>
    ['results.csv', 'result-indicators.csv', 'results.json', 'results.xlsx'].map((name) => `${set}/${name}`),
  ),
  '2026/qingxi/results/datapackage.json',
  '2026/qingxi/results/pei-xun/result.json',
  '2026/qingxi/results/pei-xun/result-indicators.csv',
])('results have a kind: %s', (path) => {
  expect(kindOf(path.replace(/^\//, ''))).toMatch(/result|data package/);
});

test.each([
  ['2026/results/index.html', 'list of results'],
  ['2026/results/page/2/index.html', 'list of results'],
  ['2026/qingxi/results/index.html', 'list of results'],
  ['2026/qingxi/results/page/2/index.html', 'list of results'],
  ['2026/qingxi/results/pei-xun/index.html', 'page of a result'],
  ['2026/qingxi/results/source/index.html', 'source of results'],
])('%s is a %s, and no page of a body or project', (file, kind) => {
  expect(kindOf(file)).toBe(kind);
});

test('each kind is compared by a file, or says what it is', () => {
  for (const [name, { by, what }] of Object.entries(KINDS))
    expect([name, by === null ? Boolean(what) : existsSync(`src/verify/${by}.ts`)]).toEqual([name, true]);
});

test('a file of no kind is a loss, unless an old address leads to another one', () => {
  const files = ['2026/index.html', '2026/qingxi/poster.pdf', 'old/name/index.html'];
  expect(checkKinds(files, new Set(['/old/name/']))).toEqual([
    '2026/qingxi/poster.pdf: 没有一项核对管这种文件',
  ]);
});
