/** Generated disclosures are read as they were written, `npm run fuzz` generates more; cases that once failed never fail again. */
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkCase, runCases, type FuzzCase } from '../../../../scripts/fuzz/run-cases.ts';

const fixtures = new URL('fixtures/', import.meta.url);

test.each(readdirSync(fixtures))('%s, which once failed, does not', (name) => {
  checkCase(JSON.parse(readFileSync(new URL(name, fixtures), 'utf8')) as FuzzCase);
});

test('100 disclosures go round without a crash, a wait or a lost cell', () => {
  expect(runCases(100, 1)).toBeNull();
});
