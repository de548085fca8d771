import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openContent } from '../../../src/content/open-content.ts';
import { toSiteUrls } from '../../../src/redirects/published-urls.ts';
import { checkPermalinks } from '../../../src/redirects/redirects.ts';
import { moveVanished } from '../../../src/redirects/move-vanished.ts';
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
