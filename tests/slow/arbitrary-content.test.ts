/** What the check of the content accepts, the build publishes: arbitrary disclosures, each cell in every output. */
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { disclosureArbitrary } from '../../scripts/fuzz/disclosure-arbitrary.ts';
import { writeDisclosure } from '../../scripts/fuzz/write-disclosure.ts';
import { runScript } from '../helpers/run-script.ts';
import { tempFolders } from '../helpers/temp-folders.ts';
import { writeFiles } from '../helpers/write-files.ts';

const newFolder = tempFolders();
/** Disclosures of a site; each has one project or two. */
const DISCLOSURES = 60;

test.each([1, 2])('arbitrary texts are published as they are: seed %i', { timeout: 300_000 }, (seed) => {
  const folder = newFolder();
  const models = fc.sample(disclosureArbitrary, { numRuns: DISCLOSURES, seed });
  const files = models.map((model, index): [string, Uint8Array] => [
    `disclosures/${model.year}/office-${index}.md`,
    writeDisclosure(model),
  ]);
  writeFiles(folder, Object.fromEntries(files));
  const env = { JIXIAO_CONTENT: folder, JIXIAO_OUT: join(folder, 'dist') };
  expect(runScript('check', [], env).stdout).toContain('：0 处错误（error）');
  const { status, stdout, stderr } = runScript('build', ['--silent', '--recheck'], env);
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain('缺失或改动 0 处');
});
