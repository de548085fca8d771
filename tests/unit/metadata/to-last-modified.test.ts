import { join } from 'node:path';
import { VFile } from 'vfile';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ContentHistory } from '../../../src/content/content-history.ts';
import { readDisclosure } from '../../../src/content/read-disclosure.ts';
import { toLastModified } from '../../../src/metadata/to-last-modified.ts';
import { tempFolders } from '../../helpers/temp-folders.ts';
import { writeProject } from '../../helpers/write-project.ts';
import { writeResult } from '../../helpers/write-result.ts';

const newFolder = tempFolders();
// No Git is found: the guide has no history, and no process is started.
beforeEach(() => {
  vi.stubEnv('PATH', '');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const DATES = {
  'disclosures/2025/a.md': '2025-03-01T00:00:00.000Z',
  'disclosures/2026/a.md': '2026-03-01T00:00:00.000Z',
  'disclosures/2026/b.md': '2026-02-01T00:00:00.000Z',
  'disclosures/2026/ab.md': '2026-01-01T00:00:00.000Z',
  'disclosures/2026/empty.md': '2026-09-01T00:00:00.000Z',
};

function lastModified(dates: Record<string, string>, paths = Object.keys(dates)) {
  const commit = (date: string) => ({ id: 'a'.repeat(40), date });
  const byPath = new Map(Object.entries(dates).map(([path, date]) => [path, commit(date)]));
  const history: ContentHistory = { commit: null, modified: new Set(), byPath };
  const sources = paths.map((path) => {
    const body = {
      ...{ name: '河道保洁', year: Number(/\d{4}/.exec(path)?.[0]) },
      ...{ unit: '示例市水务局', department: '示例市水务局' },
    };
    const table = path.includes('/results/') ? writeResult(body) : writeProject({ ...body, yuan: '1.00' });
    const value = path.endsWith('empty.md') ? '没有表格\n' : table;
    const disclosure = readDisclosure(new VFile({ path, value }));
    return { path, bytes: Buffer.from(value), parsed: disclosure, disclosure };
  });
  const folder = newFolder();
  const content = { root: folder, folder: join(folder, 'content'), sources };
  return toLastModified(content as unknown as Parameters<typeof toLastModified>[0], history);
}

test.each([
  ['/2026/a/', '2026-03-01T00:00:00.000Z'],
  ['/2026/a/he-dao-bao-jie/', '2026-03-01T00:00:00.000Z'],
  ['/2026/ab/source/', '2026-01-01T00:00:00.000Z'],
  ['/2026/b/', '2026-02-01T00:00:00.000Z'],
  ['/2026/', '2026-03-01T00:00:00.000Z'],
  ['/2025/', '2025-03-01T00:00:00.000Z'],
  ['/', '2026-03-01T00:00:00.000Z'],
  ['/indicators/', '2026-03-01T00:00:00.000Z'],
  ['/2026/guide/', '2026-03-01T00:00:00.000Z'],
  ['/guide/', null],
  ['/guide/a-page/', null],
])('%s was changed last at %s', (path, date) => {
  expect(lastModified(DATES)(path)).toBe(date);
});

test('the newest date counts in any order of the sources', () => {
  const reversed = Object.fromEntries(Object.entries(DATES).reverse());
  expect(lastModified(reversed)('/2026/')).toBe('2026-03-01T00:00:00.000Z');
});

const OF_RESULTS = {
  ...DATES,
  'disclosures/results/2025/a.md': '2026-08-01T00:00:00.000Z',
  'disclosures/results/2024/c.md': '2025-08-01T00:00:00.000Z',
};

test.each([
  ['/2025/a/results/', '2026-08-01T00:00:00.000Z'],
  ['/2025/a/results/he-dao-bao-jie/', '2026-08-01T00:00:00.000Z'],
  ['/2025/a/he-dao-bao-jie/', '2025-03-01T00:00:00.000Z'],
  // It counts the results.
  ['/2025/a/', '2026-08-01T00:00:00.000Z'],
  ['/2025/', '2026-08-01T00:00:00.000Z'],
  ['/2025/results/', '2026-08-01T00:00:00.000Z'],
  ['/2024/results/', '2025-08-01T00:00:00.000Z'],
  ['/2024/c/results/source/', '2025-08-01T00:00:00.000Z'],
  ['/2026/a/', '2026-03-01T00:00:00.000Z'],
])('with results, %s was changed last at %s', (path, date) => {
  expect(lastModified(OF_RESULTS)(path)).toBe(date);
});

test('a source that was never committed has no date', () => {
  const path = 'disclosures/2026/a.md';
  expect(lastModified({}, [path])('/2026/a/')).toBeNull();
  expect(lastModified({}, [])('/')).toBeNull();
});
