import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openContent } from '../../../../src/content/open-content.ts';
import { keepState } from '../../../../src/desk/history/kept-states.ts';
import { faultySources, lendPublished } from '../../../../src/desk/stage/lend-published.ts';
import { digestContent } from '../../../../src/desk/stage/content-files.ts';
import type { Stage } from '../../../../src/desk/stage/stage.ts';
import { tempFolders } from '../../../helpers/temp-folders.ts';
import { fixtureSource, writeFiles } from '../../../helpers/write-files.ts';

const newFolder = tempFolders();
const good = `---\npublisher: 青溪县水务局\n---\n${fixtureSource('a-plain-table')}`;
const wrong = good.replace('30,000.00', '30,0O0.00');
const A = 'disclosures/2026/a.md';
const B = 'disclosures/2026/b.md';

/** A desk whose content has these files. */
function deskOf(files: Record<string, string>) {
  const [folder, out, state] = [writeFiles(newFolder(), files), newFolder(), newFolder()];
  return { ...{ root: process.cwd(), folder, out, state }, base: '', site: '', preview: '' };
}
/** A copy of a content, without its history. */
function copyOf(content: string): Stage {
  const folder = newFolder();
  cpSync(content, folder, { recursive: true });
  return { folder, site: '', base: digestContent(folder) };
}
const open = (folder: string) => openContent({ root: process.cwd(), folder });

test('each source with errors is named, with what is published of it; the one that is replaced is not', async () => {
  const desk = deskOf({
    [A]: wrong,
    [B]: wrong.replaceAll('河道清淤', '堤岸修补').replace('水务局', '教育局'),
  });
  writeFiles(desk.out, { '2026/a/source.txt': good });
  const content = await open(desk.folder);
  expect(faultySources(content, B, desk)).toEqual([
    { path: A, errors: 1, since: null, name: '青溪县水务局', isPublished: true },
  ]);
  expect(faultySources(content, A, desk)).toMatchObject([{ name: '青溪县教育局', isPublished: false }]);
});

test('errors that are in no source can not be passed by', async () => {
  const desk = deskOf({ [A]: good, 'site.json': '{' });
  expect(faultySources(await open(desk.folder), null, desk)).toBeNull();
});

test('the copy gets the newest state that was published, with its originals', async () => {
  const desk = deskOf({ [A]: good, 'disclosures/2026/a.original.xlsx': 'old copy' });
  const at = '2026-03-12T08:00:00.000Z';
  keepState(desk.state, await open(desk.folder), { at, did: '', isPublished: true });
  writeFiles(desk.folder, { [A]: wrong, 'disclosures/2026/a.original.xlsx': 'new copy' });
  const faulty = faultySources(await open(desk.folder), null, desk) ?? [];
  expect(faulty).toMatchObject([{ since: at, isPublished: true }]);
  const stage = copyOf(desk.folder);
  expect(lendPublished(stage, faulty, desk)).toEqual([A, 'disclosures/2026/a.original.xlsx']);
  expect(readFileSync(join(stage.folder, A), 'utf8')).toBe(good);
  expect(readFileSync(join(stage.folder, 'disclosures/2026/a.original.xlsx'), 'utf8')).toBe('old copy');
  expect(readFileSync(join(desk.folder, A), 'utf8')).toBe(wrong);
});

test('where no state is kept, the copy gets what the site has, and originals that are not for download', async () => {
  const named = good.replace('publisher', 'originals:\n  - file: a.original.xlsx\npublisher');
  const desk = deskOf({ [A]: wrong, 'disclosures/2026/a.original.xlsx': 'copy' });
  writeFiles(desk.out, { '2026/a/source.txt': named });
  const stage = copyOf(desk.folder);
  lendPublished(stage, faultySources(await open(desk.folder), null, desk) ?? [], desk);
  expect(readFileSync(join(stage.folder, A), 'utf8')).toBe(named);
  expect(readFileSync(join(stage.folder, 'disclosures/2026/a.original.xlsx'), 'utf8')).toBe('copy');
});

test('what was never published is left out of the copy', async () => {
  const desk = deskOf({ [A]: wrong, 'disclosures/2026/ab.md': good });
  const stage = copyOf(desk.folder);
  expect(lendPublished(stage, faultySources(await open(desk.folder), null, desk) ?? [], desk)).toEqual([A]);
  expect([existsSync(join(stage.folder, A)), existsSync(join(desk.folder, A))]).toEqual([false, true]);
  expect(existsSync(join(stage.folder, 'disclosures/2026/ab.md'))).toBe(true);
});
