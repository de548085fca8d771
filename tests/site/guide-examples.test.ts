/** The guide's programs for the API run on the built site and print what the guide says. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, inject, test } from 'vitest';
import { guideExamples } from '../../scripts/guide/guide-examples.ts';

const run = promisify(execFile);
const examples = guideExamples('content/guide/api.mdx', inject('address'));

test('the guide has three programs', () => {
  expect(examples.map(({ language }) => language)).toEqual(['js', 'js', 'js']);
});

test.each(examples)('prints $printed', async ({ code, printed }) => {
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', code]);
  expect(stdout.trim()).toBe(printed);
});
