import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { VFile } from 'vfile';
import { readDisclosure } from '../../src/read-disclosure.ts';
import { buildSearchIndex } from '../../src/search/build-search-index.ts';
import type { RecordChunk } from '../../src/search/record-chunk.ts';
import { toSearchRecord } from '../../src/search/to-search-record.ts';

const path = 'content/disclosures/2026/dongguan-zhishu-jiguan-gongwei.md';
const { projects } = readDisclosure(new VFile({ path, value: readFileSync(path) }));
const records = projects.map((project) => toSearchRecord(project, '某单位'));
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jixiao-index-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function build(name: string): Promise<Map<string, string>> {
  const outDir = join(folder, name);
  await buildSearchIndex({ records, outDir });
  const files = readdirSync(outDir, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files.map((entry) => [
      join(entry.parentPath, entry.name).slice(outDir.length),
      createHash('sha256')
        .update(readFileSync(join(entry.parentPath, entry.name)))
        .digest('hex'),
    ]),
  );
}

test('two builds give the same bytes', async () => {
  const first = await build('one');
  expect(first.size).toBeGreaterThan(5);
  expect(await build('two')).toEqual(first);
});

test('holds each record once, and nothing that is not used', async () => {
  const files = [...(await build('one')).keys()];
  expect(files.filter((file) => /fragment|ui|\.css|highlight|worker/.test(file))).toEqual([]);
  const chunk = JSON.parse(readFileSync(join(folder, 'one/pagefind/records-0.json'), 'utf8')) as RecordChunk;
  expect(
    Object.values(chunk)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(records.map(({ name }) => name).sort());
});

test('a site without projects has an index too', async () => {
  await buildSearchIndex({ records: [], outDir: folder });
  expect(readFileSync(join(folder, 'pagefind/records-0.json'), 'utf8')).toBe('{}');
});
