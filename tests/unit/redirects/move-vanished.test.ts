import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openContent } from '../../../src/content/open-content.ts';
import { toSiteUrls } from '../../../src/redirects/published-urls.ts';
import { checkPermalinks, toRedirects } from '../../../src/redirects/redirects.ts';
import { moveVanished, withdrawVanished } from '../../../src/redirects/move-vanished.ts';
import { recordPermalinks } from '../../../src/redirects/record-permalinks.ts';
import { tempFolders } from '../../helpers/temp-folders.ts';
import { fixtureSource, writeFiles } from '../../helpers/write-files.ts';

const newFolder = tempFolders();
const one = fixtureSource('a-plain-table');
const open = (folder: string) => openContent({ root: process.cwd(), folder });

/** A content whose URLs are recorded, and that has this text since. */
async function changed(text: string): Promise<string> {
  const folder = writeFiles(newFolder(), { 'disclosures/2026/a.md': one });
  recordPermalinks(await open(folder), null);
  writeFiles(folder, { 'disclosures/2026/a.md': text });
  return folder;
}
const moved = (folder: string) =>
  (JSON.parse(readFileSync(join(folder, 'permalinks.json'), 'utf8')) as { moved: Record<string, string> })
    .moved;

test('a renamed project leads to its new name with all of its files', async () => {
  const folder = await changed(one.replaceAll('河道清淤', '河道疏浚'));
  const problem = moveVanished(
    await open(folder),
    new Map([['/2026/a/he-dao-qing-yu/', '/2026/a/he-dao-shu-jun/']]),
  );
  expect(problem).toBeNull();
  expect(checkPermalinks(toSiteUrls(await open(folder)))).toEqual([]);
  expect(moved(folder)).toMatchObject({
    '/2026/a/he-dao-qing-yu/': '/2026/a/he-dao-shu-jun/',
    '/2026/a/he-dao-qing-yu/project.json': '/2026/a/he-dao-shu-jun/project.json',
  });
});

test('a project of which nobody said what became is not moved, and nothing is written', async () => {
  const folder = await changed(one.replaceAll('河道清淤', '河道疏浚'));
  const before = readFileSync(join(folder, 'permalinks.json'), 'utf8');
  expect(moveVanished(await open(folder), new Map())).toContain('/2026/a/he-dao-qing-yu/');
  expect(readFileSync(join(folder, 'permalinks.json'), 'utf8')).toBe(before);
});

test('an indicator that is gone leads to its project, and its page to all indicators', async () => {
  const [line = ''] = /^.*产出指标.*$/m.exec(one) ?? [];
  const folder = await changed(one.replace(line, line.replace(/清淤[^\t|]*/, '疏浚里程')));
  expect(moveVanished(await open(folder), new Map())).toBeNull();
  expect(checkPermalinks(toSiteUrls(await open(folder)))).toEqual([]);
});

describe('going back to an earlier state', () => {
  const renamed = one.replaceAll('河道清淤', '河道疏浚');
  const [before, after] = ['/2026/a/he-dao-qing-yu/', '/2026/a/he-dao-shu-jun/'];

  test('a project has its old name again: the newer one leads to it, and again the other way', async () => {
    const folder = await changed(renamed);
    moveVanished(await open(folder), new Map([[before, after]]));
    recordPermalinks(await open(folder), null);
    for (const [text, from, to] of [
      [one, after, before],
      [renamed, before, after],
      [one, after, before],
    ] as const) {
      writeFiles(folder, { 'disclosures/2026/a.md': text });
      expect(withdrawVanished(await open(folder))).toBeNull();
      expect(recordPermalinks(await open(folder), null).problem).toBe('');
      const redirects = toRedirects(toSiteUrls(await open(folder)));
      expect(redirects).toContainEqual({ from, to });
      expect(redirects).toContainEqual({ from: `${from}project.json`, to: `${to}project.json` });
      expect(redirects.map((redirect) => redirect.from)).not.toContain(to);
    }
  });

  test.each([
    ['the page of its year', 'disclosures/2026/b.md', '/2026/'],
    ['the first page, where its year is gone, too', 'disclosures/2025/b.md', '/'],
  ])('a body that is gone leads to %s', async (_, other, to) => {
    const folder = await changed(one);
    rmSync(join(folder, 'disclosures/2026/a.md'));
    writeFiles(folder, { [other]: one.replaceAll('2026', other.slice(12, 16)) });
    expect(withdrawVanished(await open(folder))).toBeNull();
    expect(recordPermalinks(await open(folder), null).problem).toBe('');
    const redirects = toRedirects(toSiteUrls(await open(folder)));
    for (const from of ['/2026/a/', before, `${before}project.json`])
      expect(redirects.find((redirect) => redirect.from === from)?.to).toMatch(new RegExp(`^${to}`));
  });
});
