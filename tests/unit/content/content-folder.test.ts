import { join, resolve } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { bundlesFolder, buildCacheFolder, buildName } from '../../../src/content/build-cache-folder.ts';
import { contentFolder, contentPart, outputFolder } from '../../../src/content/content-folder.ts';
import { tempFolders } from '../../helpers/temp-folders.ts';
import { writeFiles } from '../../helpers/write-files.ts';

const { JIXIAO_CONTENT, JIXIAO_OUT } = process.env;
afterEach(() => {
  for (const [name, value] of Object.entries({ JIXIAO_CONTENT, JIXIAO_OUT }))
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
});

test.each([
  ['', '/project/content', '/project/dist'],
  ['own', '/project/own', '/project/own'],
  ['/else', '/else', '/else'],
])('where the variables are %j, content is in %s and goes to %s', (value, content, out) => {
  process.env['JIXIAO_CONTENT'] = value;
  process.env['JIXIAO_OUT'] = value;
  expect([contentFolder('/project'), outputFolder('/project')]).toEqual([resolve(content), resolve(out)]);
});

test('a part is the content folder’s, else the project’s', () => {
  const folder = writeFiles(tempFolders()(), { 'site.json': '{}' });
  expect(contentPart('/project', folder, 'site.json')).toBe(join(folder, 'site.json'));
  expect(contentPart('/project', folder, 'guide')).toBe(resolve('/project/content/guide'));
});

test('each content folder and each shard of it has a cache of its own', () => {
  const names = [
    buildName('/a', null),
    buildName('/b', null),
    buildName('/a', { number: 1, count: 2 }),
    buildName('/a', { number: 2, count: 2 }),
  ];
  expect(names[0]).toMatch(/^[\da-f]{12}$/);
  expect(names.slice(2)).toEqual([`${names[0]}-1-of-2`, `${names[0]}-2-of-2`]);
  expect(new Set(names).size).toBe(4);
  expect(buildCacheFolder('/p', '/a', null)).toBe(join('/p/.jixiao/cache', names[0] ?? ''));
  expect(bundlesFolder('/p')).toBe(join('/p/.jixiao/bundles'));
});
