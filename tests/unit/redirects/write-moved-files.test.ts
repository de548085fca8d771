import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesUnder } from '../../../src/cache/files-under.ts';
import { writeMovedFiles } from '../../../src/redirects/write-moved-files.ts';
import { tempFolders } from '../../helpers/temp-folders.ts';
import { writeFiles } from '../../helpers/write-files.ts';

const newFolder = tempFolders();

test.each([
  ['a file that moved is at both places', '/old/a.csv', '/new/a.csv', '甲'],
  ['a JSON that leads to a page says so', '/old/a.json', '/new/', { moved: '/new/' }],
  [
    'a JSON that leads to no file says where it would be',
    '/old/a.json',
    '/new/no.csv',
    { moved: '/new/no.csv' },
  ],
  ['a table that leads to a page is not there', '/old/a.csv', '/new/', null],
  ['a table that leads to no file is not there', '/old/a.csv', '/new/no.csv', null],
  ['a page is left to the pages', '/old/', '/new/a.csv', null],
  ['a file that is there again stays', '/kept/a.json', '/new/a.csv', '旧'],
])('%s', (_name, from, to, expected) => {
  const dist = writeFiles(newFolder(), { 'new/a.csv': '甲', 'new/index.html': '', 'kept/a.json': '旧' });
  const before = filesUnder(dist);
  writeMovedFiles(dist, [{ from, to }], '');
  if (expected === null) {
    expect(filesUnder(dist)).toEqual(before);
    return;
  }
  const text = readFileSync(join(dist, from), 'utf8');
  if (typeof expected === 'string') expect(text).toBe(expected);
  else expect(JSON.parse(text)).toEqual({ ...expected, message: expect.stringContaining(to) as string });
});

test('in a site with a base, a JSON that leads to a page names it with the base', () => {
  const dist = newFolder();
  writeMovedFiles(dist, [{ from: '/a.json', to: '/new/' }], '/jixiao');
  expect(JSON.parse(readFileSync(join(dist, 'a.json'), 'utf8'))).toMatchObject({ moved: '/jixiao/new/' });
});
