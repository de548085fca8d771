import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { createServer, isRunnableDevEnvironment } from 'vite';
import { afterEach, expect, test } from 'vitest';
import type * as openedSiteModule from '../../../src/astro-internals/opened-site.ts';
import { shareOpenedSite, STORE } from '../../../src/astro-internals/share-opened-site.ts';
import { anOpenedSite } from './an-opened-site.ts';

const OPENED_SITE = fileURLToPath(new URL('../../../src/astro-internals/opened-site.ts', import.meta.url));
/** Node's instance of the module, as a build has it; the tests' own imports are instances of Vitest. */
const ofNode = createRequire(import.meta.url)(OPENED_SITE) as typeof openedSiteModule;

afterEach(() => ofNode.closeSite());

/** The parts of the plugin that Vite calls. */
function hooks() {
  const { load, buildEnd } = shareOpenedSite();
  if (typeof load !== 'object' || typeof buildEnd !== 'function') throw new Error('unexpected hooks');
  return { load, buildEnd };
}

test('a module that Vite evaluates sees the site that this process opened', async () => {
  const site = anOpenedSite();
  ofNode.openSite(site);
  const server = await createServer({
    configFile: false,
    logLevel: 'silent',
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    plugins: [shareOpenedSite()],
  });
  try {
    const { ssr } = server.environments;
    if (!isRunnableDevEnvironment(ssr)) throw new Error('not runnable');
    const shared = await ssr.runner.import<typeof openedSiteModule>(OPENED_SITE);
    expect(shared.openedSite()).toBe(site);
  } finally {
    await server.close();
  }
});

test('answers for the two modules that it replaces, and before other plugins', () => {
  const { load } = hooks();
  expect(load.order).toBe('pre');
  const codeOf = (id: string) => Reflect.apply(load.handler, {}, [id]) as { code: string } | null;
  expect(codeOf(STORE)?.code).toContain('openedSite().collections');
  expect(codeOf('/other.ts')).toBeNull();
});

test.each([
  ['export default JSON.parse("…")', true],
  ["import { openedSite } from '/src/astro-internals/opened-site.ts'", false],
  [null, false],
])('a bundle whose store is %j fails: %s', (code, fails) => {
  const { buildEnd } = hooks();
  const errors: string[] = [];
  const context = {
    getModuleInfo: () => ({
      code: code?.replace('/src/astro-internals/opened-site.ts', OPENED_SITE) ?? null,
    }),
    error: (message: string) => errors.push(message),
  };
  Reflect.apply(buildEnd, context, []);
  expect(errors.length > 0).toBe(fails);
});
