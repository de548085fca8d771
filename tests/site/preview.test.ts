/** `npm start` serves what it has built: pages, downloads, and files without an ending. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { filesUnder } from '../../src/cache/files-under.ts';

const [dist, address] = [inject('dist'), inject('address')];

test('each file of the site is served as it is', async () => {
  const files = filesUnder(dist).filter((file) => !/(?:^|\/)\./.test(file));
  expect(files).toContain('SHA256SUMS');
  const wrong: string[] = [];
  for (const file of files) {
    const response = await fetch(address + encodeURI(file.replace(/(?:^|(?<=\/))index\.html$/, '')));
    const bytes = Buffer.from(await response.arrayBuffer());
    if (response.status !== 200 || !bytes.equals(readFileSync(join(dist, file)))) wrong.push(file);
  }
  expect(wrong).toEqual([]);
});

test('a page that is not there is answered by the 404 page', async () => {
  const response = await fetch(`${address}mei-you/`);
  expect([response.status, (await response.text()).includes('没有这个页面')]).toEqual([404, true]);
});

test('a folder without its slash leads to its page', async () => {
  const response = await fetch(`${address}2026?view=all`, { redirect: 'manual' });
  expect([response.status, response.headers.get('location')]).toEqual([301, '2026/?view=all']);
});
