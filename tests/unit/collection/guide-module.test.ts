import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { expect, test } from 'vitest';
import { guideModule } from '../../../src/collection/guide-module.ts';
import type { Guide } from '../../../src/content/read-guide.ts';
import { toNotice } from '../../../src/record/notices.ts';

const FOLDER = join('/content', 'guide');
const RESOLVED = '\0jixiao:guide';
const page = (id: string, order: number) => ({
  id,
  file: join(FOLDER, `${id}.mdx`),
  data: { title: id, summary: '怎样看“目标”', order },
});

/** The hooks of the plugin, as Vite calls them. */
function hooksOf(guide: Guide, warnings: unknown[] = []) {
  const { resolveId, load, configureServer } = guideModule(FOLDER, () => guide) as Plugin & {
    resolveId: (id: string) => unknown;
    load: (this: { warn: (text: string) => void }, id: string) => unknown;
    configureServer: (server: unknown) => void;
  };
  const warn = (text: string) => warnings.push(text);
  return { resolveId, load: (id: string) => load.call({ warn }, id), configureServer };
}

test('only the module of the guide is resolved and loaded', () => {
  const { resolveId, load } = hooksOf({ pages: [], notices: [] });
  expect(['jixiao:guide', 'jixiao:other'].map(resolveId)).toEqual([RESOLVED, null]);
  expect([RESOLVED, 'jixiao:guide'].map(load)).toEqual(['export const guide = [];', null]);
});

test('the module lists the pages in their order, and imports a page when it is asked for', () => {
  const warnings: unknown[] = [];
  const { load } = hooksOf({ pages: [page('b', 1), page('a', 2)], notices: [] }, warnings);
  expect(load(RESOLVED)).toBe(
    [
      'export const guide = [{ "id":"b","data":{"title":"b","summary":"怎样看“目标”","order":1}, ' +
        `load: () => import(${JSON.stringify(join(FOLDER, 'b.mdx'))}) },`,
      '{ "id":"a","data":{"title":"a","summary":"怎样看“目标”","order":2}, ' +
        `load: () => import(${JSON.stringify(join(FOLDER, 'a.mdx'))}) }];`,
    ].join('\n'),
  );
  expect(warnings).toEqual([]);
});

test('errors of the guide are said once, a line each', () => {
  const warnings: unknown[] = [];
  const at = (line: number) =>
    toNotice({ path: 'guide/a.mdx', line, column: 1 }, 'guide/code', '不能用 import');
  hooksOf({ pages: [], notices: [at(3), at(5)] }, warnings).load(RESOLVED);
  expect(warnings).toEqual([
    'guide/a.mdx:3:1 error guide/code 不能用 import\nguide/a.mdx:5:1 error guide/code 不能用 import',
  ]);
});

test.each([
  [join(FOLDER, 'a.mdx'), true],
  [join(`${FOLDER}-old`, 'a.mdx'), false],
  [join('/content', 'disclosures', '2026', 'a.md'), false],
])('a change of %s makes the server load the guide again: %s', (path, isLoaded) => {
  const { configureServer } = hooksOf({ pages: [], notices: [] });
  const [watched, invalidated, sent]: [unknown[], unknown[], unknown[]] = [[], [], []];
  const add = (folder: string) => watched.push(folder);
  const watcher = Object.assign(new EventEmitter(), { add });
  const environment = (name: string, ids: readonly string[]) => ({
    moduleGraph: {
      getModuleById: (id: string) => (ids.includes(id) ? `${name} ${id}` : undefined),
      invalidateModule: (module: unknown) => invalidated.push(module),
    },
    hot: { send: (message: unknown) => sent.push(message) },
  });
  const environments = { client: environment('client', []), ssr: environment('ssr', [RESOLVED]) };
  configureServer({ watcher, environments });
  watcher.emit('all', 'change', path);
  expect(watched).toEqual([FOLDER]);
  expect(invalidated).toEqual(isLoaded ? [`ssr ${RESOLVED}`] : []);
  expect(sent).toEqual(isLoaded ? [{ type: 'full-reload' }] : []);
});
