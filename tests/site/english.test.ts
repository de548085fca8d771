/** The page of the guide in English: a line for everything, each text marked with its language. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HTMLElement, parse, type Node } from 'node-html-parser';
import { expect, inject, test } from 'vitest';
import { builtPages } from '../../scripts/browser/built-pages.ts';
import { englishLines } from '../../src/components/english-lines.ts';
import { guideComponents } from '../../src/content/guide-components.ts';

const dist = inject('dist');
const pageOf = (path: string) =>
  parse(readFileSync(join(dist, path.endsWith('.html') ? path : `${path}index.html`), 'utf8'));
const article = pageOf('guide/english/').querySelector('main [lang="en"]') ?? expect.fail();
const lists = guideComponents.English.shape.of.options;

/** Texts below a node, each with the language that is marked closest to it. */
function textsOf(node: Node | null, lang = ''): [lang: string, text: string][] {
  if (!(node instanceof HTMLElement)) return node ? [[lang, node.text]] : [];
  const own = node.getAttribute('lang') ?? lang;
  return node.childNodes.flatMap((child) => textsOf(child, own));
}

test.each(lists)('each line of %s is on the page, with its words and what they mean', (list) => {
  for (const { id, code, chinese, title, description } of englishLines(list)) {
    const term = article.querySelector(`dt[id="${id}"]`);
    expect(term?.text.replaceAll(/\s+/g, ' ').trim()).toBe(
      [title, code, chinese.join('、')].filter((part) => part !== undefined).join(' '),
    );
    expect(term?.nextElementSibling?.text).toBe(description);
  }
});

test('the page has no other lines', () => {
  const count = lists.reduce((sum, list) => sum + englishLines(list).length, 0);
  expect(article.querySelectorAll('dt')).toHaveLength(count);
  expect(article.querySelectorAll('dd')).toHaveLength(count);
});

test('every run of Chinese in the page is marked as Chinese, and nothing else is', () => {
  const texts = textsOf(article);
  const han = /\p{Script=Han}/u;
  expect(texts.filter(([lang, text]) => han.test(text) && lang !== 'zh-CN')).toEqual([]);
  expect(new Set(texts.map(([lang]) => lang))).toEqual(new Set(['en', 'zh-CN']));
  expect(texts.filter(([lang]) => lang === 'zh-CN').length).toBeGreaterThan(200);
});

test('the English names in the glossary and on a project page are marked as English', () => {
  for (const path of ['guide/terms/', '2026/dongguan-zhishu-jiguan-gongwei/min-bing-shi-ye-fei/']) {
    const names = pageOf(path).querySelectorAll('main [lang="en"]');
    expect(names.map(({ text }) => text.trim())).toContain('Spending unit');
    for (const { text } of names) expect(text).not.toMatch(/\p{Script=Han}/u);
  }
});

test('every page leads to it by the word English, in English', () => {
  const pages = builtPages(dist);
  expect(pages.length).toBeGreaterThan(50);
  for (const path of pages) {
    const links = pageOf(path).querySelectorAll('a[hreflang="en"][lang="en"]');
    const found = links.filter((link) => link.getAttribute('href') === '/guide/english/');
    expect(found.length, path).toBeGreaterThan(0);
    for (const link of found) expect(link.text).toContain('English');
  }
});

test('a Data Package names each column in English, and what it holds', () => {
  const descriptor = JSON.parse(readFileSync(join(dist, 'datapackage.json'), 'utf8')) as {
    languages: string[];
    resources: { name: 'projects' | 'indicators'; schema: { fields: Record<string, unknown>[] } }[];
  };
  expect(descriptor.languages).toEqual(['zh-CN', 'en']);
  for (const { name, schema } of descriptor.resources)
    expect(schema.fields.map((field) => [field['name'], field['title@en'], field['description@en']])).toEqual(
      englishLines(name).map(({ code, title, description }) => [code, title, description]),
    );
});
