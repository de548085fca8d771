import { join } from 'node:path';
import type { Plugin } from 'vite';
import { expect, test } from 'vitest';
import { astroConfig } from '../../../src/build/astro-config.ts';
import { buildName } from '../../../src/content/build-cache-folder.ts';
import { openContent } from '../../../src/content/open-content.ts';
import type { Shard } from '../../../src/content/shard.ts';
import { tempFolders } from '../../helpers/temp-folders.ts';
import { writeFiles } from '../../helpers/write-files.ts';

const folder = writeFiles(tempFolders()(), {
  'site.json': '{ "name": "甲" }',
  'guide/a.mdx': '---\ntitle: 甲\nsummary: 乙\norder: 1\n---\n',
});
const root = '/project';
const content = await openContent({ root, folder });
const configOf = (shard: Shard | null = null) =>
  astroConfig(content, {
    history: { commit: null, modified: new Set(), byPath: new Map() },
    redirects: [],
    shard,
    readGuidePages: () => content.guide,
  });

test('a site without an address has no sitemap, and a cache of its own for each folder and shard', () => {
  const config = configOf();
  expect(config).not.toHaveProperty('site');
  expect(config.integrations.map(({ name }) => name)).toEqual(['@astrojs/mdx']);
  const shard = { number: 1, count: 2 };
  expect([config.cacheDir, configOf(shard).cacheDir]).toEqual([
    join(root, 'node_modules/.astro', buildName(folder, null)),
    join(root, 'node_modules/.astro', buildName(folder, shard)),
  ]);
  expect(config.vite.server.watch.ignored).toEqual([join(root, '.jixiao/**')]);
});

test('pages may load from their own site alone, and addresses end with a slash', () => {
  const { root: project, security, trailingSlash, markdown } = configOf();
  expect([project, trailingSlash, markdown.syntaxHighlight]).toEqual([root, 'always', false]);
  const { directives, scriptDirective } = security.csp;
  expect(directives.find((directive) => directive.startsWith('default-src'))).toBe("default-src 'none'");
  expect(directives.map((directive) => directive.replace(/^\S+ /, '')).sort()).toEqual([
    ...Array.from({ length: 3 }, () => "'none'").slice(0, 2),
    ...Array.from({ length: 5 }, () => "'self'"),
  ]);
  expect(scriptDirective.resources).toEqual(["'self'", "'wasm-unsafe-eval'"]);
});

test('the bundle of the pages is for this Node, and scripts for old browsers', () => {
  const { plugins, build, worker } = configOf().vite;
  const target = plugins.find(({ name }) => name === 'jixiao-renderer-target') as Plugin;
  const configure = target.configResolved as (config: object) => void;
  const prerender = { build: { target: '' } };
  configure({ environments: { prerender, client: {} } });
  expect(prerender.build.target).toBe('node22');
  expect(() => {
    configure({ environments: {} });
  }).not.toThrow();
  expect(worker.format).toBe('es');
  expect([build.target, build.cssTarget, build.assetsInlineLimit]).toEqual([
    ['chrome64', 'firefox67', 'safari11.1'],
    ['chrome64', 'firefox60', 'safari11.1'],
    0,
  ]);
});

test.each([
  ['MODULE_LEVEL_DIRECTIVE', 0],
  ['OTHER', 1],
])('a warning %s of the bundler is passed on %i times', (code, times) => {
  const { onLog } = configOf().vite.build.rolldownOptions;
  const heard: unknown[] = [];
  const log = { code, message: '' };
  onLog('warn', log, (...heardOf) => heard.push(heardOf));
  expect(heard).toEqual(times === 0 ? [] : [['warn', log]]);
});
