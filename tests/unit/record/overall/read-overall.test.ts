import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { formatNotices } from '../../../../src/content/format-notices.ts';
import { parseDisclosure } from '../../../../src/content/read-disclosure.ts';
import { ParsedOverallSchema, type ParsedOverall } from '../../../../src/record/overall-schema.ts';

const fixtures = fileURLToPath(new URL('fixtures', import.meta.url));

/** A folder a case, its name a sentence: `source.md`, what it reads as, and what is said of it. */
describe.each(readdirSync(fixtures))('%s', (name) => {
  const read = () =>
    parseDisclosure(
      new VFile({
        path: 'disclosures/2026/source.md',
        value: readFileSync(join(fixtures, name, 'source.md')),
      }),
    );

  test('gives the targets of the whole office', async () => {
    const { overall } = read();
    for (const each of overall) ParsedOverallSchema.parse(each);
    await expect(`${JSON.stringify(overall.map(brief), null, 2)}\n`).toMatchFileSnapshot(
      join(fixtures, name, 'overall.json'),
    );
  });

  test('says what there is to say', async () => {
    await expect(`${formatNotices(read().notices)}\n`).toMatchFileSnapshot(
      join(fixtures, name, 'notices.txt'),
    );
  });
});

/** The record without what every case shares. */
function brief(overall: ParsedOverall) {
  const { source, ...record } = overall;
  return { ...record, lines: [source.startLine, source.endLine] };
}
