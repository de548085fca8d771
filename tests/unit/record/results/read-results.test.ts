import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { formatNotices } from '../../../../src/content/format-notices.ts';
import { parseDisclosure } from '../../../../src/content/read-disclosure.ts';
import { ParsedResultSchema, type ParsedResult } from '../../../../src/record/result-schema.ts';
import { readTable } from './read-table.ts';

const fixtures = fileURLToPath(new URL('fixtures', import.meta.url));

/** A folder a case, its name a sentence: `source.md`, what it reads as, and what is said of it. */
describe.each(readdirSync(fixtures))('%s', (name) => {
  const read = () =>
    parseDisclosure(
      new VFile({
        path: 'disclosures/2025/source.md',
        value: readFileSync(join(fixtures, name, 'source.md')),
      }),
    );

  test('gives the results', async () => {
    const { results } = read();
    for (const result of results) ParsedResultSchema.parse(result);
    await expect(`${JSON.stringify(results.map(brief), null, 2)}\n`).toMatchFileSnapshot(
      join(fixtures, name, 'results.json'),
    );
  });

  test('says what there is to say', async () => {
    await expect(`${formatNotices(read().notices)}\n`).toMatchFileSnapshot(
      join(fixtures, name, 'notices.txt'),
    );
  });
});

/** The record without what every case shares. */
function brief(result: ParsedResult) {
  const { source, ...record } = result;
  return { ...record, lines: [source.startLine, source.endLine] };
}

test('the word 绩效指标 in a row of its own above the header is a label', () => {
  const goals = ['年度总体目标|预期目标|||实际完成情况', '|清淤三公里。|||清淤三公里。', '年度绩效指标||||'];
  const { result, said } = readTable({ goals });
  expect(said).toEqual([]);
  expect(result).toMatchObject({
    goals: { expected: '清淤三公里。', actual: '清淤三公里。' },
    indicators: [{ name: '清淤长度' }],
    otherFields: [],
  });
});
