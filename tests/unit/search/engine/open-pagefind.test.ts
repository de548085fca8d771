import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPagefind, type PagefindModule } from '../../../../src/search/engine/open-pagefind.ts';
import { joinParts } from '../../../../src/search/index-format.ts';

const network = globalThis.fetch;
let outside: unknown[];

beforeEach(() => {
  outside = [];
  globalThis.fetch = (input) => {
    outside.push(input);
    return Promise.resolve(new Response('network'));
  };
});
afterEach(() => {
  globalThis.fetch = network;
});

/** A client that requests a file of each of its bundles for a search, as Pagefind does. */
function aClient() {
  const calls: [name: string, ...values: unknown[]][] = [];
  const folders: string[] = [];
  const module: PagefindModule = {
    createInstance(options) {
      calls.push(['createInstance', options]);
      folders.push((options as { basePath: string }).basePath);
      return {
        mergeIndex(path, more) {
          calls.push(['mergeIndex', path, more]);
          folders.push(path);
          return Promise.resolve();
        },
        async search(query) {
          calls.push(['search', query]);
          // The client keeps a failure to itself.
          for (const folder of folders) await fetch(`${folder}index/0.pf_index`).catch(() => null);
          return { results: [{ id: '7', words: [3, 5] }] };
        },
      };
    },
  };
  return { module, calls, folders };
}

let isOnline = true;
const open = (module: PagefindModule) =>
  openPagefind(module, {
    index: { digest: 'd', pagefind: '1', bundleSize: 1, bounds: [''] },
    projects: 3,
    load: () =>
      isOnline
        ? Promise.resolve(new Response(joinParts([0, 1, 2].map((part) => Uint8Array.of(part)))))
        : Promise.reject(new Error('offline')),
  });

test('all bundles are one index, each in a folder of its own', async () => {
  const { module, calls, folders } = aClient();
  const search = await open(module);
  const [first = ''] = folders;
  expect(first).toMatch(/^\/pagefind-in-browser-\d+\/0\/$/);
  const others = [1, 2].map((bundle) => first.replace(/0\/$/, `${bundle}/`));
  expect(calls).toEqual([
    ['createInstance', { noWorker: true, basePath: first, language: 'und' }],
    ['search', '""'],
    ...others.map((folder) => ['mergeIndex', folder, { language: 'und' }]),
  ]);
  expect(await search('清淤')).toEqual([{ number: 7, positions: [3, 5] }]);
  expect(outside).toEqual([]);
});

test('a search whose files fail to load is rejected, and the next is not', async () => {
  isOnline = false;
  const search = await open(aClient().module);
  await expect(search('清淤')).rejects.toThrow('an index file failed to load');
  isOnline = true;
  expect(await search('清淤')).toHaveLength(1);
});

test('two searches have different folders, and other requests go to the network', async () => {
  const [one, two] = [aClient(), aClient()];
  await open(one.module);
  await open(two.module);
  expect(one.folders[0]).not.toBe(two.folders[0]);
  const address = new URL('https://example.gov.cn/');
  expect(await (await fetch(address)).text()).toBe('network');
  expect(await (await fetch('/other/')).text()).toBe('network');
  expect(outside).toEqual([address, '/other/']);
});
