/** What every page of the built site keeps to. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import { parse } from 'node-html-parser';
import { describe, expect, inject, test } from 'vitest';

const dist = inject('dist');
const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).map((path) =>
  path.replaceAll('\\', '/'),
);
const pages = files.filter((path) => path.endsWith('.html'));
const read = (path: string) => readFileSync(join(dist, path), 'utf8');

/** What the standard allows in a label: anything but headings, sections, headers and footers. */
const LABEL = {
  permittedContent: ['@flow'],
  permittedDescendants: [{ exclude: ['@heading', 'article', 'aside', 'nav', 'section', 'header', 'footer'] }],
};

const validator = new HtmlValidate({
  // A label may be a `details`, which it knows as content of sections alone.
  elements: ['html5', { dt: LABEL, th: { ...LABEL, attributes: { scope: {}, colspan: {}, rowspan: {} } } }],
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // Chinese titles are short in letters and long in meaning.
    'long-title': 'off',
    // Every file is the site's own; there is no other host whose files could change.
    'require-sri': 'off',
    // Written by Astro.
    'void-style': 'off',
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    // A file's digest is 64 hexadecimal digits, not a telephone number.
    'tel-non-breaking': 'off',
  },
});

describe.each(pages)('%s', (path) => {
  test('is valid HTML', async () => {
    const report = await validator.validateString(read(path));
    const messages = report.results.flatMap(({ messages: found }) =>
      found.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId} ${message}`),
    );
    expect(messages).toEqual([]);
  });

  test('has its content security policy before every program and style', () => {
    const html = read(path);
    const policy = html.indexOf('<meta http-equiv="content-security-policy"');
    // Structured data runs nowhere.
    const rest = html.replace(/<script type="application\/ld\+json">/g, (tag) => ' '.repeat(tag.length));
    expect(policy).toBeGreaterThan(0);
    expect(rest.search(/<script|<style/)).toBeGreaterThan(policy);
  });

  test('has one heading, one title, a description, and links that lead somewhere', () => {
    const page = parse(read(path));
    expect(page.querySelectorAll('h1')).toHaveLength(1);
    expect(page.querySelector('html')?.getAttribute('lang')).toBe('zh-CN');
    expect(page.querySelector('title')?.text).toMatch(/绩效$/);
    expect(page.querySelector('meta[name=description]')?.getAttribute('content')).toBeTruthy();
    for (const link of page.querySelectorAll('a[href], link[href], script[src]')) {
      const href = link.getAttribute('href') ?? link.getAttribute('src') ?? '';
      expect(leadsSomewhere(href, path), href).toBe(true);
    }
  });

  test('holds no style, no handler and no address of another host', () => {
    const html = read(path);
    expect(html).not.toMatch(/<[^>]+\s(?:style|on[a-z]+)=/);
    expect(html).not.toMatch(/<(?:script|img|link|iframe)[^>]+(?:src|href)="(?:https?:)?\/\//);
  });
});

test('a project page is at most 30 KB of HTML and CSS over the wire', () => {
  const styles = files.filter((path) => path.endsWith('.css')).map((path) => gzipSync(read(path)).length);
  const css = styles.reduce((sum, size) => sum + size, 0);
  const projects = pages.filter((path) => read(path).includes('data-project-id'));
  expect(projects).toHaveLength(7);
  for (const path of projects) expect(gzipSync(read(path)).length + css, path).toBeLessThan(30 * 1024);
});

test('a project page loads at most 8 KB of scripts over the wire, without search', () => {
  for (const path of pages.filter((page) => read(page).includes('data-project-id'))) {
    const scripts = parse(read(path)).querySelectorAll('script[src], link[rel=modulepreload]');
    const sizes = scripts.map((script) => {
      const file = script.getAttribute('src') ?? script.getAttribute('href') ?? '';
      return gzipSync(read(file)).length;
    });
    expect(sizes.length).toBeGreaterThan(0);
    expect(
      sizes.reduce((sum, size) => sum + size, 0),
      path,
    ).toBeLessThan(8 * 1024);
  }
});

test('the original is there byte for byte', () => {
  const original = readFileSync('content/disclosures/2026/dongguan-zhishu-jiguan-gongwei.md');
  expect(readFileSync(join(dist, '2026/dongguan-zhishu-jiguan-gongwei/source.txt')).equals(original)).toBe(
    true,
  );
});

/** Whether an address of the site is a file of it, and its fragment an id on that page. */
function leadsSomewhere(href: string, from: string): boolean {
  const url = new URL(href, `http://site/${from.replace(/index\.html$/, '')}`);
  if (url.host !== 'site') return true;
  const path = decodeURIComponent(url.pathname).slice(1);
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  if (!files.includes(file)) return false;
  return url.hash === '' || parse(read(file)).getElementById(decodeURIComponent(url.hash.slice(1))) !== null;
}
