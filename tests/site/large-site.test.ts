/** A site too large for one page a list: what is listed, by how many pages, and how heavy they are. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse } from 'node-html-parser';
import { beforeAll, expect, test } from 'vitest';
import { generateCorpus } from '../../scripts/bench/generate-corpus.ts';
import { openContent } from '../../src/content/open-content.ts';
import { ROWS_ON_PAGE } from '../../src/display/list-pages.ts';
import { toSlug } from '../../src/identity/to-slug.ts';
import { runScript } from '../helpers/run-script.ts';
import { tempFolders } from '../helpers/temp-folders.ts';

const PROJECTS = 300;
/** What no page may weigh, compressed. */
const HEAVIEST = 300_000;

const newFolder = tempFolders();
let out: string;
let content: string;

beforeAll(() => {
  const folder = newFolder();
  [content, out] = [join(folder, 'content'), join(folder, 'dist')];
  generateCorpus({ projects: PROJECTS, seed: 3, out: content });
  const built = runScript('build', ['--silent'], { JIXIAO_CONTENT: content, JIXIAO_OUT: out });
  expect(built.stderr).toBe('');
}, 300_000);

const pageOf = (path: string) => parse(readFileSync(join(out, path, 'index.html'), 'utf8'));

test('the pages of a subcategory hold each of its indicators once, and lead on by plain links', async () => {
  const { sources } = await openContent({ root: '.', folder: content });
  const indicators = sources
    .flatMap(({ disclosure }) => disclosure.projects)
    .flatMap((project) => project.indicators)
    .filter(({ subcategory }) => subcategory === '数量指标');
  expect(indicators.length).toBeGreaterThan(ROWS_ON_PAGE);
  const found: string[] = [];
  let path: string | undefined = `/indicators/${toSlug('数量指标')}/`;
  let pages = 0;
  while (path !== undefined) {
    const page = pageOf(path);
    pages += 1;
    found.push(
      ...page
        .querySelectorAll('.side-by-side th[scope=row] a')
        .map((link) => link.getAttribute('href') ?? ''),
    );
    expect(page.querySelector('.page-numbers [aria-current=page]')?.text.trim()).toBe(String(pages));
    path = page.querySelector('.page-numbers a[rel=next]')?.getAttribute('href');
  }
  expect(pages).toBe(Math.ceil(indicators.length / ROWS_ON_PAGE));
  expect(new Set(found).size).toBe(found.length);
  expect(found).toHaveLength(indicators.length);
});

test('every number of a page leads to a page', () => {
  const pages = htmlFiles().filter((path) => path.startsWith('indicators'));
  const links = pages.flatMap((path) =>
    parse(readFileSync(join(out, path), 'utf8'))
      .querySelectorAll('.page-numbers a')
      .map((link) => link.getAttribute('href') ?? ''),
  );
  expect(links.length).toBeGreaterThan(2);
  expect(links.filter((href) => !existsSync(join(out, href, 'index.html')))).toEqual([]);
});

test('the indicators are listed by subcategory, each with its number', () => {
  const page = pageOf('indicators');
  expect(page.querySelectorAll('[data-item]')).toEqual([]);
  const rows = page.querySelectorAll('tbody tr').map((row) => row.querySelector('.pieces')?.text.trim());
  const sum = rows.reduce((total, text) => total + Number(/^(\d+) 项$/.exec(text ?? '')?.[1]), 0);
  expect(page.querySelector('h1')?.text).toContain(String(sum));
});

test('no page is heavier than 300 kB compressed', () => {
  const heavy = htmlFiles().filter((path) => gzipSync(readFileSync(join(out, path))).length > HEAVIEST);
  expect(heavy).toEqual([]);
});

test('the home page names ten bodies at most', () => {
  expect(pageOf('').querySelectorAll('#bodies tbody tr').length).toBeLessThanOrEqual(10);
});

function htmlFiles(): string[] {
  return readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html'));
}
