/** Cases that once failed never fail again. */
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'vitest';
import { checkCase, type FuzzCase } from '../../../../scripts/fuzz/run-cases.ts';

const fixtures = new URL('fixtures/', import.meta.url);

test.each(readdirSync(fixtures))('%s, which once failed, does not', (name) => {
  checkCase(JSON.parse(readFileSync(new URL(name, fixtures), 'utf8')) as FuzzCase);
});
