import { expect, test } from 'vitest';
import { withoutBase } from '../../../src/verify/without-base.ts';

const strip = (file: string, text: string) => withoutBase('/jixiao', file, Buffer.from(text)).toString();

test.each([
  ['a.html', '<a href="/jixiao/2026/">', '<a href="/2026/">'],
  ['a.html', '<p data-pages="/jixiao/a/ /b/">', '<p data-pages="/a/ /outside-the-site/b/">'],
  ['a.html', '<a href="/2026/">', '<a href="/outside-the-site/2026/">'],
  ['a.html', '<a href="/jixiao2/">', '<a href="/outside-the-site/jixiao2/">'],
  ['a.html', '<meta content="0; url=/jixiao/2026/">', '<meta content="0; url=/2026/">'],
  [
    '_redirects',
    '/jixiao/a/ /jixiao/b/ 301\n/c/ /jixiao/d/ 301',
    '/a/ /b/ 301\n/outside-the-site/c/ /d/ 301',
  ],
  [
    'nginx-redirects.conf',
    'location = "/jixiao/a/" { return 301 "/b/"; }',
    'location = "/a/" { return 301 "/outside-the-site/b/"; }',
  ],
  ['atom.xml', '<link href="/jixiao/"/>', '<link href="/jixiao/"/>'],
])('%s: %s is compared as %s', (file, text, expected) => {
  expect(strip(file, text)).toBe(expected);
});

test('a site without a base is compared as it is', () => {
  const bytes = Buffer.from('<a href="/2026/">');
  expect(withoutBase('', 'a.html', bytes)).toBe(bytes);
});
