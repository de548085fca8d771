import { afterEach, expect, test } from 'vitest';
import { onceASite } from '../../../src/astro-internals/once-a-site.ts';
import { closeSite, openSite, openedSite } from '../../../src/astro-internals/opened-site.ts';
import { anOpenedSite } from './an-opened-site.ts';

afterEach(closeSite);

test('a process has one open site, the last one', async () => {
  expect(() => openedSite()).toThrow('no site is open');
  const [first, second] = [anOpenedSite(), anOpenedSite()];
  openSite(first);
  expect(openedSite()).toBe(first);
  openSite(second);
  expect(openedSite()).toBe(second);
  await closeSite();
  expect(() => openedSite()).toThrow('no site is open');
});

test('closing stops what rendering started, and empties the maps that Astro keeps', async () => {
  const site = anOpenedSite();
  const entries = new Map([['a', { id: 'a', data: {} as never }]]);
  let stopped = 0;
  site.collections.set('projects', entries);
  site.resources.defer(() => {
    stopped += 1;
  });
  openSite(site);
  await closeSite();
  await closeSite();
  expect(stopped).toBe(1);
  expect(entries.size).toBe(0);
});

test('a value is made once for each site', () => {
  let made = 0;
  const read = onceASite(() => (made += 1));
  openSite(anOpenedSite());
  expect([read(), read()]).toEqual([1, 1]);
  openSite(anOpenedSite());
  expect([read(), read()]).toEqual([2, 2]);
});
