import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { afterEach, expect, test, vi } from 'vitest';
import { closeSite, openedSite } from '../../../src/astro-internals/opened-site.ts';
import { astroConfig, devConfig } from '../../../src/build/astro-config.ts';
import { buildName } from '../../../src/content/build-cache-folder.ts';
import { openContent } from '../../../src/content/open-content.ts';
import type { Shard } from '../../../src/content/shard.ts';
import { tempFolders } from '../../helpers/temp-folders.ts';
import { twoYears } from '../../helpers/two-years.ts';
import { writeFiles } from '../../helpers/write-files.ts';

const newFolder = tempFolders();
const GUIDE = { 'guide/a.mdx': '---\ntitle: 甲\nsummary: 乙\norder: 1\n---\n' };
const folder = writeFiles(newFolder(), { ...GUIDE, 'site.json': '{ "name": "甲" }' });
const root = '/project';
const content = await openContent({ root, folder });
const configOf = (shard: Shard | null = null, of = content) =>
  astroConfig(of, {
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

test('Astro reports nothing to its makers', () => {
  vi.stubEnv('ASTRO_TELEMETRY_DISABLED', '');
  configOf();
  expect(process.env['ASTRO_TELEMETRY_DISABLED']).toBe('1');
  vi.unstubAllEnvs();
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

test('a site with an address has a sitemap', () => {
  const identity = { ...content.identity, url: 'https://example.gov.cn' };
  const config = configOf(null, { ...content, identity });
  expect(config).toMatchObject({ site: 'https://example.gov.cn', devToolbar: { enabled: false } });
  expect(config.integrations.map(({ name }) => name)).toEqual(['@astrojs/mdx', '@astrojs/sitemap']);
});

test('pages may load what they need, and no more', () => {
  expect(configOf().security.csp.directives).toEqual([
    ...["default-src 'none'", "connect-src 'self'", "img-src 'self'", "manifest-src 'self'"],
    ...["worker-src 'self'", "base-uri 'none'", "form-action 'self'"],
  ]);
});

test('scripts find each other from where they are', () => {
  const { plugins, experimental, css } = configOf().vite;
  expect(experimental.renderBuiltUrl()).toEqual({ relative: true });
  expect(css.postcss.plugins).toHaveLength(1);
  expect(plugins.map(({ name }) => name)).toEqual([
    ...['jixiao-check-page', 'jixiao-guide', 'jixiao-share-opened-site', 'jixiao-renderer-target'],
  ]);
});

const guideOf = ({ vite }: Pick<ReturnType<typeof configOf>, 'vite'>): unknown => {
  const plugin = vite.plugins.find(({ name }) => name === 'jixiao-guide') as Plugin;
  return (plugin.load as (id: string) => unknown)('\0jixiao:guide');
};

afterEach(async () => {
  vi.restoreAllMocks();
  await closeSite();
});

test('in astro dev the content is opened, and the guide read anew', async () => {
  const shown = writeFiles(newFolder(), { ...GUIDE, ...twoYears });
  const config = await devConfig('.', shown);
  expect([...openedSite().sources.keys()]).toHaveLength(4);
  expect(openedSite().redirects).toHaveLength(1);
  expect(config.integrations.map(({ name }) => name)).toEqual(['@astrojs/mdx', 'jixiao-watch-content']);
  writeFiles(shown, { 'guide/b.mdx': GUIDE['guide/a.mdx'].replace('order: 1', 'order: 2') });
  expect(guideOf(config)).toContain('b.mdx');
});

test('astro dev starts with errors, which it prints, and shows nothing', async () => {
  const shown = writeFiles(newFolder(), { ...GUIDE, ...twoYears, 'disclosures/2026/x.md': '无' });
  const printed = vi.spyOn(console, 'error').mockReturnValue();
  await devConfig('.', shown);
  expect(printed).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('table/missing'));
  expect(openedSite().sources.size).toBe(0);
});

/** What `astro dev` does after a change of a content: reloads pages, or logs an error. */
async function changed(config: Awaited<ReturnType<typeof devConfig>>, path: string): Promise<string> {
  const setup = config.integrations.at(-1)?.hooks['astro:server:setup'] as (of: object) => void;
  return await new Promise((resolve) => {
    const client = { name: 'client', hot: { send: resolve.bind(null, 'reloaded') } };
    const watcher = {
      add: () => undefined,
      on: (_event: string, notice: (event: string, path: string) => void) => {
        notice('change', path);
      },
    };
    setup({ server: { watcher, environments: { client } }, logger: { error: resolve } });
  });
}

test('after a change astro dev shows the new content, or keeps the last that is good', async () => {
  const shown = writeFiles(newFolder(), { ...GUIDE, ...twoYears });
  const config = await devConfig('.', shown);
  const path = join(shown, 'disclosures/2026/school.md');
  rmSync(path);
  rmSync(join(shown, 'permalinks.json'));
  expect(await changed(config, path)).toBe('reloaded');
  expect(openedSite().sources.has('disclosures/2026/school.md')).toBe(false);
  writeFiles(shown, { 'disclosures/2026/school.md': '无' });
  expect(await changed(config, path)).toContain('table/missing');
  expect([...openedSite().sources.keys()]).toHaveLength(3);
});
