import { expect, test } from 'vitest';
import { copyOf, readCopies, readRecorded } from '../../../src/content/recorded-versions.ts';
import { tempFolders } from '../../helpers/temp-folders.ts';
import { writeFiles } from '../../helpers/write-files.ts';

const newFolder = tempFolders();
const DIGEST = 'a'.repeat(64);
const entry = { path: 'disclosures/2026/a.md', day: '2026-02-01', step: 1, sha256: DIGEST };
const list = (...versions: object[]) => JSON.stringify({ versions });

test('a folder without a list has recorded nothing', () => {
  expect(readRecorded(newFolder())).toEqual({ recorded: [], errors: [] });
});

test('a list is read with its copies', () => {
  const removed = { ...entry, step: 2, sha256: null };
  const folder = writeFiles(newFolder(), {
    'versions.json': list(entry, removed),
    [`versions/${DIGEST}.md`]: '甲',
  });
  expect(readRecorded(folder)).toEqual({ recorded: [entry, removed], errors: [] });
  expect(copyOf(folder, DIGEST).startsWith(folder)).toBe(true);
  expect(readCopies(folder, [DIGEST, 'b'.repeat(64)])).toEqual([[DIGEST, Buffer.from('甲')]]);
});

test.each([
  ['no JSON', '{', '登记簿读不懂'],
  ['another shape', '{"versions":[{}]}', '登记簿读不懂'],
  ['a path out of the sources', list({ ...entry, path: '../a.md' }), '登记簿读不懂'],
  ['a digest that is none', list({ ...entry, sha256: '../a' }), '登记簿读不懂'],
  [
    'a copy that is gone',
    list(entry),
    `disclosures/2026/a.md（2026-02-01）不见了：应在 versions/${DIGEST}.md`,
  ],
])('%s is an error', (_name, text, message) => {
  const { recorded, errors } = readRecorded(writeFiles(newFolder(), { 'versions.json': text }));
  expect(recorded).toEqual([]);
  expect(errors).toEqual([
    expect.objectContaining({
      path: 'versions.json',
      rule: 'permalink/unreadable',
      message: expect.stringContaining(message) as string,
    }),
  ]);
});
