/** A site too large for one page a list: what is listed, by how many pages, and how heavy they are. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse, type HTMLElement } from 'node-html-parser';
import { beforeAll, expect, test } from 'vitest';
import { generateCorpus } from '../../scripts/bench/generate-corpus.ts';
import { openContent } from '../../src/content/open-content.ts';
import { ROWS_ON_PAGE } from '../../src/display/list-pages.ts';
import { toSlug } from '../../src/identity/to-slug.ts';
import { runScript } from '../helpers/run-script.ts';
import { tempFolders } from '../helpers/temp-folders.ts';

const PROJECTS = 300;
/** Each of five years. */
const BODIES = 12;
/** What no page may weigh, compressed. */
const HEAVIEST = 300_000;

const newFolder = tempFolders();
let out: string;
let content: string;

beforeAll(() => {
  const folder = newFolder();
  [content, out] = [join(folder, 'content'), join(folder, 'dist')];
  generateCorpus({ projects: PROJECTS, seed: 3, out: content, bodies: BODIES });
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
      ...page.querySelectorAll('.compare th[scope=row] a').map((link) => link.getAttribute('href') ?? ''),
    );
    expect(page.querySelector('.page-numbers [aria-current=page]')?.text.trim()).toBe(String(pages));
    path = page.querySelector('.page-numbers a[rel=next]')?.getAttribute('href');
  }
  expect(pages).toBe(Math.ceil(indicators.length / ROWS_ON_PAGE));
  expect(new Set(found).size).toBe(found.length);
  expect(found).toHaveLength(indicators.length);
});

test('each row of a comparison names value, body and year of its indicator, and is counted once', async () => {
  const { sources } = await openContent({ root: '.', folder: content });
  const expected = sources
    .flatMap(({ disclosure }) => disclosure.projects)
    .flatMap((project) =>
      project.indicators
        .filter(({ subcategory }) => subcategory === '时效指标')
        .map(({ name, anchor, annualTarget }) => [
          `/${project.id}/#${anchor}`,
          annualTarget?.text.trim(),
          name,
          `${project.year}年`,
          project.department,
          project.name,
        ]),
    );
  const pages = pagesOf('/indicators/shi-xiao-zhi-biao/');
  const rows = pages.flatMap((page) =>
    page.querySelectorAll('.compare tr[id]').map((row) => {
      const textOf = (selector: string) => {
        const cell = row.querySelector(selector);
        for (const part of cell?.querySelectorAll('.promise, .reading') ?? []) part.remove();
        return cell?.text.trim();
      };
      const href = row.querySelector('a')?.getAttribute('href');
      return [href, ...['.value', 'th a', '.when', '.who', '.what'].map(textOf)];
    }),
  );
  const byAddress = (a: unknown[], b: unknown[]) => (String(a[0]) < String(b[0]) ? -1 : 1);
  expect(rows.length).toBeGreaterThan(ROWS_ON_PAGE);
  expect(rows.toSorted(byAddress)).toEqual(expected.sort(byAddress));
  const [first] = pages;
  const figuresIn = (selector: string) =>
    first?.querySelectorAll(selector).reduce((sum, cell) => sum + Number(cell.text.replaceAll(',', '')), 0);
  expect(figuresIn('.counts tbody td')).toBe(rows.length);
  expect(figuresIn('.counts tfoot td')).toBe(rows.length);
  expect(first?.querySelectorAll('.answer').at(-1)?.text).toContain(`写了\u00A0${rows.length} 项`);
});

test('the rows of a unit are together, largest first, and words are last', () => {
  const rows = pagesOf('/indicators/shi-xiao-zhi-biao/').flatMap((page) =>
    page.querySelectorAll('.compare tr[id]'),
  );
  const units = rows.map((row) => row.getAttribute('data-unit') ?? '');
  const order = units.filter((unit, index) => unit !== units[index - 1]);
  expect(order.length).toBeGreaterThan(3);
  expect(new Set(order).size).toBe(order.length);
  expect(order.at(-1)).toBe('没有数');
  for (const unit of order.slice(0, -1)) {
    const values = rows
      .filter((row) => row.getAttribute('data-unit') === unit)
      .map((row) => Number(row.getAttribute('data-value')));
    expect(values).toEqual(values.toSorted((a, b) => b - a));
  }
});

test('a phone shows 40 rows at first, and the others behind a checkbox', () => {
  const [page] = pagesOf('/indicators/shi-xiao-zhi-biao/');
  expect(page?.querySelectorAll('.compare tr[id]:not(.late)')).toHaveLength(40);
  expect(page?.querySelectorAll('.compare tr[id].late')).toHaveLength(ROWS_ON_PAGE - 40);
  expect(page?.querySelector('.more')?.text.trim()).toBe(`再显示 ${ROWS_ON_PAGE - 40} 项`);
});

test('a mark of the drawing stands for each figure of its year', () => {
  const [page] = pagesOf('/indicators/fu-wu-dui-xiang-man-yi-du/');
  const strips = page?.querySelectorAll('.dots') ?? [];
  expect(strips).toHaveLength(2);
  for (const [index, strip] of strips.entries()) {
    const said = Number(/(\d+) 项/.exec(strip.querySelector('figcaption')?.text ?? '')?.[1]);
    expect(strip.querySelectorAll('use')).toHaveLength(said);
    const counted = page?.querySelectorAll('.counts tbody tr').flatMap((row) => {
      const count = row.querySelectorAll('td')[index];
      return row.querySelector('.mark') ? [Number(count?.text)] : [];
    });
    expect(counted?.reduce((sum, count) => sum + count, 0)).toBe(said);
  }
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
  const rows = page
    .querySelectorAll('tbody tr')
    .map((row) => row.querySelector('.num')?.text.replace(',', '').trim());
  const sum = rows.reduce((total, text) => total + Number(/^(\d+) 项$/.exec(text ?? '')?.[1]), 0);
  expect(page.querySelector('h1')?.text).toContain(`${sum.toLocaleString('en-US')} 项`);
});

test('no page is heavier than 300 kB compressed', () => {
  const heavy = htmlFiles().filter((path) => gzipSync(readFileSync(join(out, path))).length > HEAVIEST);
  expect(heavy).toEqual([]);
});

test('the home page names ten bodies at most', () => {
  expect(pageOf('').querySelectorAll('#bodies tbody tr').length).toBeLessThanOrEqual(10);
});

/** The pages of a list, by the links that lead on. */
function pagesOf(address: string): HTMLElement[] {
  const page = pageOf(address);
  const next = page.querySelector('.page-numbers a[rel=next]')?.getAttribute('href');
  return [page, ...(next === undefined ? [] : pagesOf(next))];
}

function htmlFiles(): string[] {
  return readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html'));
}
