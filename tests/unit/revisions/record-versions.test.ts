import { readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { openContent } from '../../../src/content/open-content.ts';
import { newVersions } from '../../../src/revisions/record-versions.ts';
import { tempFolders } from '../../helpers/temp-folders.ts';
import { twoYears } from '../../helpers/two-years.ts';
import { writeFiles } from '../../helpers/write-files.ts';

const open = (folder: string) => openContent({ root: '.', folder });

/** Writes what is new. Returns how many versions are. */
async function record(folder: string, today: string): Promise<number> {
  const { count, files } = newVersions(await open(folder), today);
  writeFiles(folder, Object.fromEntries(files.map(({ path, data }) => [relative(folder, path), data])));
  return count;
}

test('what differs is recorded, with a copy; what is gone, too; what is the same, not', async () => {
  const folder = writeFiles(tempFolders()(), twoYears);
  expect(await record(folder, '2026-02-01')).toBe(4);
  expect(await record(folder, '2026-02-02')).toBe(0);
  const path = 'disclosures/2026/water.md';
  const text = `---\nimported: 2026-02-20\n---\n\n${twoYears[path] ?? ''}`;
  writeFiles(folder, { [path]: text });
  rmSync(join(folder, 'disclosures/2025/school.md'));
  expect(await record(folder, '2026-03-01')).toBe(2);
  expect(await record(folder, '2026-03-02')).toBe(0);
  const { recorded } = await open(folder);
  expect(recorded.map(({ path: each, day, step }) => `${each} ${day} ${step}`)).toEqual([
    'disclosures/2025/school.md 2026-02-01 1',
    'disclosures/2025/water.md 2026-02-01 1',
    'disclosures/2026/school.md 2026-02-01 1',
    'disclosures/2026/water.md 2026-02-01 1',
    // Of the day of its import.
    'disclosures/2026/water.md 2026-02-20 2',
    'disclosures/2025/school.md 2026-03-01 2',
  ]);
  const copy = recorded.find(({ day }) => day === '2026-02-20')?.sha256 ?? '';
  expect(readFileSync(join(folder, 'versions', `${copy}.md`), 'utf8')).toBe(text);
  expect(recorded.at(-1)?.sha256).toBeNull();
});
