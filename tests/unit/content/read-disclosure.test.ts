import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { formatNotices } from '../../../src/content/format-notices.ts';
import { readDisclosure } from '../../../src/content/read-disclosure.ts';
import { ProjectSchema, type Project } from '../../../src/record/disclosure-schema.ts';

const fixtures = fileURLToPath(new URL('../record/fixtures', import.meta.url));

/** A folder a case, its name a sentence: `source.md`, what it reads as, and what is said of it. */
describe.each(readdirSync(fixtures))('%s', (name) => {
  const read = () => readSource(readFileSync(join(fixtures, name, 'source.md')));

  test('gives the record', async () => {
    const { projects } = read();
    for (const project of projects) ProjectSchema.parse(project);
    await expect(`${JSON.stringify(projects.map(brief), null, 2)}\n`).toMatchFileSnapshot(
      join(fixtures, name, 'record.json'),
    );
  });

  test('says what there is to say', async () => {
    const { notices } = read();
    await expect(`${formatNotices(notices)}\n`).toMatchFileSnapshot(join(fixtures, name, 'notices.txt'));
  });
});

function readSource(value: Uint8Array) {
  return readDisclosure(new VFile({ path: 'disclosures/2026/source.md', value }));
}

/** The record without what every case shares. */
function brief({ source: { startLine, endLine }, ...project }: Project) {
  return { ...project, lines: [startLine, endLine] };
}
