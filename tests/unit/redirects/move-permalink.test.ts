import { expect, test } from 'vitest';
import { movePermalink } from '../../../src/redirects/move-permalink.ts';
import { aSite } from './a-site.ts';

const site = aSite(
  {
    urls: [
      '/2025/a/alt/',
      '/2026/a/',
      '/2026/a/new/',
      '/2026/a/new/project.json',
      '/indicators/',
      '/indicators/name/ju-min/',
      '/indicators/name/ju-min/atom.xml',
      '/indicators/name/liu-xia/',
    ],
    rows: { '2026/a/new': { 'ju-min': '0', 'liu-xia': '0' } },
  },
  {
    urls: [
      '/2026/a/',
      '/2026/a/old/',
      '/2026/a/old/project.json',
      '/2026/a/old/projects.csv',
      '/2026/a/old.json',
      '/2026/a/old.json.txt',
      '/2026/a/old-2/',
      '/indicators/name/qun-zhong/',
      '/indicators/name/qun-zhong/atom.xml',
      '/indicators/name/liu-xia/',
    ],
    names: { '2026/a/old': '旧名' },
    rows: {
      '2026/a/new': { 'qun-zhong': '0', 'liu-xia': '0', 'wei-deng-ji': '0' },
      '2026/a/old': { 'liu-xia': '0' },
    },
    moved: { '/2026/b/': '/2026/a/', '/2026/a/new/': '/2026/a/old/' },
  },
);
const [OLD, NEW] = ['/2026/a/old/', '/2026/a/new/'];

test.each([
  [
    'a page with all that is under it',
    OLD,
    NEW,
    {
      '/2026/a/old/': NEW,
      '/2026/a/old/project.json': '/2026/a/new/project.json',
      '/2026/a/old/projects.csv': NEW,
    },
  ],
  [
    'a file alone',
    '/2026/a/old.json',
    '/2026/a/new/project.json',
    {
      '/2026/a/old.json': '/2026/a/new/project.json',
    },
  ],
  ['a name that the project had in an earlier year', '/2026/a/alt/', NEW, { '/2026/a/alt/': NEW }],
  [
    'a row to a row, with the page of its name',
    `${NEW}#qun-zhong`,
    `${NEW}#ju-min`,
    {
      '/2026/a/new/#qun-zhong': '/2026/a/new/#ju-min',
      '/indicators/name/qun-zhong/': '/indicators/name/ju-min/',
      '/indicators/name/qun-zhong/atom.xml': '/indicators/name/ju-min/atom.xml',
    },
  ],
  [
    'a row to a page, with the page of its name',
    `${NEW}#qun-zhong`,
    NEW,
    {
      '/2026/a/new/#qun-zhong': NEW,
      '/indicators/name/qun-zhong/': '/indicators/',
      '/indicators/name/qun-zhong/atom.xml': '/atom.xml',
    },
  ],
  [
    'a row whose name other rows have',
    `${OLD}#liu-xia`,
    `${NEW}#ju-min`,
    {
      '/2026/a/old/#liu-xia': '/2026/a/new/#ju-min',
    },
  ],
  ['a row whose name had no page', `${NEW}#wei-deng-ji`, NEW, { '/2026/a/new/#wei-deng-ji': NEW }],
])('moves %s', (_name, from, to, moves) => {
  expect(movePermalink(from, to, site)).toEqual({
    ...site.permalinks,
    // The page `new` is published again.
    moved: { '/2026/b/': '/2026/a/', ...moves },
  });
});

test('a row whose new name has no page leads the page of its old name to the list', () => {
  const now = { ...site, urls: site.urls.filter((url) => !url.includes('ju-min')) };
  expect(movePermalink(`${NEW}#qun-zhong`, `${NEW}#ju-min`, now)).toMatchObject({
    moved: { '/indicators/name/qun-zhong/': '/indicators/' },
  });
});

test.each([
  ['no recorded page', '/2026/a/none/', NEW, '/2026/a/none/ 没有登记过'],
  ['a page of another body of an earlier year', '/2026/b/alt/', NEW, '没有登记过'],
  ['a page of a later year only', '/2024/a/alt/', NEW, '没有登记过'],
  ['a page whose name only ends like an earlier one', '/2026/xa/alt/', NEW, '没有登记过'],
  ['a row of a page of an earlier year', '/2026/a/alt/#qun-zhong', NEW, '没有登记过'],
  ['no recorded row', `${NEW}#mei-you`, NEW, '没有登记过'],
  ['a row of no recorded page', '/2026/a/mei-you/#qun-zhong', NEW, '没有登记过'],
  ['a page that is still there', '/2026/a/', NEW, '/2026/a/ 还在'],
  ['a row that is still there', `${NEW}#liu-xia`, NEW, '/2026/a/new/#liu-xia 还在'],
  ['to no page', OLD, '/2026/a/none/', '/2026/a/none/ 不是本站现有的网址'],
  ['to no row', `${NEW}#qun-zhong`, `${NEW}#none`, '/2026/a/new/#none 不是本站现有的网址'],
  ['a page to a row', OLD, `${NEW}#ju-min`, '/2026/a/old/ 是一页，不能转到 /2026/a/new/#ju-min'],
])('refuses to move %s', (_name, from, to, words) => {
  expect(movePermalink(from, to, site)).toEqual(expect.stringContaining(words));
});
