import { expect, test } from 'vitest';
import { toNotice } from '../../../src/record/notices.ts';
import {
  checkPermalinks,
  currentPaths,
  toNetlify,
  toNginx,
  toRedirects,
} from '../../../src/redirects/redirects.ts';
import { aSite } from './a-site.ts';

const P = '2026/a/p';
const Q = '2026/a/q';

test('what moved leads to where it is now, sorted; what is published again, gone or a row does not', () => {
  const moved = {
    '/b/': '/now/',
    '/c/': '/b/',
    '/again/': '/now/',
    '/lost/': '/gone/',
    '/x/#row': '/now/',
    '/a/': '/now/',
  };
  expect(toRedirects(aSite({ urls: ['/now/', '/again/'] }, { moved }))).toEqual([
    { from: '/a/', to: '/now/' },
    { from: '/b/', to: '/now/' },
    { from: '/c/', to: '/now/' },
  ]);
});

test('the paths of a site are its pages, downloads and rows', () => {
  const rows = { [P]: { 'qing-yu': '0', 'man-yi-du': '0' } };
  expect(currentPaths(aSite({ urls: ['/', `/${P}/`], rows }))).toEqual(
    new Set(['/', `/${P}/`, `/${P}/#qing-yu`, `/${P}/#man-yi-du`]),
  );
});

test('nginx gets the address that it is to send, and the path as it is asked for', () => {
  const redirects = [
    { from: '/2026/河"道\\/', to: '/2026/河/' },
    { from: '/$a/', to: '/$b$/' },
  ];
  expect(toNginx(redirects)).toBe(
    [
      '# include nginx-redirects.conf; in the server block',
      'location = "/2026/河\\"道\\\\/" { return 301 "/2026/%E6%B2%B3/"; }',
      'location = "/$a/" { return 301 "/%24b%24/"; }',
      '',
    ].join('\n'),
  );
});

test('other hosts get both as addresses, one a line', () => {
  const redirects = [
    { from: '/河/', to: '/道/' },
    { from: '/a/', to: '/b/' },
  ];
  expect(toNetlify(redirects)).toBe('/%E6%B2%B3/ /%E9%81%93/ 301\n/a/ /b/ 301\n');
  expect(toNetlify([])).toBe('');
});

/** Lines and messages of what would vanish. */
function vanished(...of: Parameters<typeof aSite>) {
  return checkPermalinks(aSite(...of)).map(({ line, message }) => ({ line, message }));
}
const says = (line: number, ...words: string[]) => ({
  line,
  message: expect.stringMatching(words.map(RegExp.escape).join('.*')) as string,
});

test('a record whose URLs are all there or moved has no errors', () => {
  const record = { urls: ['/', '/a/', '/old/'], moved: { '/old/': '/a/' } };
  expect(vanished({ urls: ['/', '/a/'] }, record)).toEqual([]);
});

test('a feed that vanishes with its page is not named besides it', () => {
  const urls = ['/a/', '/a/atom.xml', '/b/atom.xml'];
  const named = vanished({ urls: ['/b/'] }, { urls }).map(({ message }) => /\/\S+/.exec(message)?.[0]);
  expect(named).toEqual(['/a/', '/b/atom.xml']);
});

test('a recorded URL that is gone is an error at its line of the record', () => {
  const urls = ['/a/', '/b/', '/b/c/'];
  const text = JSON.stringify({ urls, moved: { '/x/': '/b/c/' } }, null, 2);
  expect(vanished({ urls: ['/a/'] }, { urls }, text)).toEqual([
    says(4, ' /b/ 会消失', '--moved /b/ <'),
    says(5, ' /b/c/ 会消失', '--moved /b/c/ <'),
  ]);
  expect(checkPermalinks(aSite({}, { urls: ['/a/'] }))).toMatchObject([
    { path: 'permalinks.json', line: 1, column: 1, rule: 'permalink/vanished', severity: 'error' },
  ]);
});

test.each([
  ['a file moves with its page', '/2026/a/p/project.json', [], '--moved /2026/a/p/ <新网址>'],
  [
    'a file of a page that stays moves alone',
    '/2026/a/p/project.json',
    ['/2026/a/p/'],
    '--moved /2026/a/p/project.json <新网址>',
  ],
  [
    'an original leads to its body',
    '/2026/water/original/a.original.pdf',
    ['/2026/water/'],
    '--moved /2026/water/original/a.original.pdf /2026/water/',
  ],
  [
    'an original of a body that is gone moves with its folder',
    '/2026/a/original/a.original.pdf',
    ['/2026/'],
    '--moved /2026/a/original/ <新网址>',
  ],
  [
    'what is only called like an original is no such file',
    '/2026/a/p/original/b.pdf',
    ['/2026/a/', '/2026/a/p/'],
    '--moved /2026/a/p/original/ <新网址>',
  ],
])('the advice fits the address: %s', (_name, url, urls, advice) => {
  expect(vanished({ urls }, { urls: [url] })).toEqual([says(1, url, advice)]);
});

const rows = { [P]: { 'qing-yu': '0', 'fei-yong': '0' }, [Q]: { 'qing-yu': '0' } };
const text = JSON.stringify({ urls: [`/${P}/`], names: { [P]: '甲' }, rows }, null, 2);

test('a recorded row that is gone is an error at its line under its project', () => {
  const now = { urls: [`/${P}/`, `/${Q}/`], rows: { [P]: { 'qing-yu': '0' }, [Q]: {} } };
  expect(vanished(now, { rows }, text)).toEqual([
    says(11, `/${P}/#fei-yong 会消失`, `'/${P}/#fei-yong' '/${P}/#<`, `请转到 /${P}/，`),
    says(14, `/${Q}/#qing-yu 会消失`, `'/${Q}/#qing-yu' '/${Q}/#<`, `请转到 /${Q}/，`),
  ]);
});

test.each([
  ['its page is gone, which is said once', { [P]: {} }, {}],
  ['its page leads to one that is no project', { [P]: {} }, { [`/${Q}/`]: '/2026/a/' }],
  ['it leads elsewhere itself', { [P]: {}, [Q]: {} }, { [`/${Q}/#qing-yu`]: `/${P}/` }],
  ['the page that its own leads to has it', { [P]: { 'qing-yu': '1' } }, { [`/${Q}/`]: `/${P}/` }],
])('a recorded row is no error if %s', (_name, current, moved) => {
  const urls = ['/2026/a/', ...Object.keys(current).map((id) => `/${id}/`)];
  expect(vanished({ urls, rows: current }, { rows: { [Q]: rows[Q] }, moved })).toEqual([]);
});

test('a row of a page that moved is missed on the new page, once for both', () => {
  const now = { urls: [`/${P}/`], rows: { [P]: {} } };
  const moved = { [`/${Q}/`]: `/${P}/` };
  expect(vanished(now, { rows: { [Q]: { 'qing-yu': '0' } }, moved })).toEqual([
    says(1, `/${Q}/#qing-yu 会消失`, `'/${Q}/#qing-yu' '/${P}/#<`),
  ]);
  expect(vanished(now, { rows, moved }).map(({ message }) => /\S+#\S+/.exec(message)?.[0])).toEqual([
    `/${P}/#qing-yu`,
    `/${P}/#fei-yong`,
  ]);
});

test('what is wrong with the record itself comes first', () => {
  const error = toNotice({ path: 'permalinks.json', line: 1, column: 1 }, 'permalink/unreadable', '读不懂');
  const [first, second] = checkPermalinks({ ...aSite({}, { urls: ['/a/'] }), errors: [error] });
  expect([first, second?.rule]).toEqual([error, 'permalink/vanished']);
});

test('a page for frames may end, and leads on where its project moves', () => {
  const permalinks = { urls: [`/${P}/`, `/${P}/embed/`], rows: {} };
  expect(checkPermalinks(aSite({ urls: [`/${P}/`] }, permalinks))).toEqual([]);
  const moved = { [`/${P}/`]: `/${Q}/`, [`/${P}/embed/`]: `/${Q}/embed/` };
  expect(toRedirects(aSite({ urls: [`/${Q}/`, `/${Q}/embed/`] }, { ...permalinks, moved }))).toContainEqual({
    from: `/${P}/embed/`,
    to: `/${Q}/embed/`,
  });
});
