/** No page of the built site is refused anything by its policy, says anything on the console, or asks another host. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'node-html-parser';
import { expect, inject, test } from 'vitest';
import { builtPages } from '../../scripts/browser/built-pages.ts';
import { visitPages } from './visit-pages.ts';
import { browserOfFile } from '../helpers/browser-of-file.ts';

const address = inject('address');
const dist = inject('dist');
const pages = builtPages(dist);
const browser = await browserOfFile();

test('every page keeps to its policy, without a word on the console and without another host', async () => {
  const queries = ['满意度', '95%', '没有的', '<script>canary()</script>'];
  const searches = queries.map((query) => `search/?q=${encodeURIComponent(query)}`);
  expect(await visitPages(browser, address, [...pages, ...searches])).toEqual({
    violations: [],
    executions: [],
    messages: [],
    foreign: [],
  });
});

test.each(pages)('/%s has a strict policy before any content', (path) => {
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  const page = parse(readFileSync(join(dist, file), 'utf8'));
  const policy =
    page.querySelector('head meta[http-equiv="content-security-policy"]')?.getAttribute('content') ?? '';
  const directives = new Map(
    policy.split(';').flatMap((text) => {
      const [name, ...sources] = text.trim().split(/\s+/);
      return name ? [[name, sources] as const] : [];
    }),
  );
  expect(directives.get('default-src')).toEqual(["'none'"]);
  expect(directives.get('base-uri')).toEqual(["'none'"]);
  expect(directives.get('worker-src')).toEqual(["'self'"]);
  const allowed = [...directives.values()].flat().filter((source) => !/^'sha256-[\w+/]+=*'$/.test(source));
  expect([...new Set(allowed)].sort()).toEqual(["'none'", "'self'", "'wasm-unsafe-eval'"]);
});

test('the policy stops what a hole in a page would let in', async () => {
  const misdeeds = await visitPages(browser, address, [''], async (page) => {
    await page.evaluate(() => {
      const tries: (() => unknown)[] = [
        () => (document.body.innerHTML += '<img src="/favicon.svg" onload="canary(1)">'),
        () => {
          document.body.append(Object.assign(document.createElement('script'), { text: 'canary(2)' }));
        },
        // Behind a timer: what the test itself evaluates is free of the policy.
        () =>
          setTimeout(() => {
            (0, eval)('canary(3)');
          }),
        () => {
          document.body.setAttribute('style', 'color: red');
        },
        () => {
          document.body.append(Object.assign(new Image(), { src: 'https://example.org/a.png' }));
        },
      ];
      for (const attempt of tries) {
        try {
          attempt();
        } catch {
          // Refused at once.
        }
      }
    });
    await page.waitForTimeout(200);
  });
  expect(misdeeds.executions).toEqual([]);
  const refused = misdeeds.violations.map((text) => text.split(' ')[1]);
  expect(new Set(refused)).toEqual(
    new Set(['script-src-attr', 'script-src-elem', 'script-src', 'style-src-attr', 'img-src']),
  );
});
