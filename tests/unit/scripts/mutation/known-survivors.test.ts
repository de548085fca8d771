import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeChange, findSurvivor, readSurvivors } from '../../../../scripts/mutation/known-survivors.ts';
import { listChanges } from '../../../../scripts/mutation/list-changes.ts';

const ROOT = join(import.meta.dirname, '../../../..');
const survivors = readSurvivors(ROOT);
const textOf = (file: string) => readFileSync(join(ROOT, file), 'utf8');

test('a change is described on one line, the ends of long texts cut off', () => {
  const place = { start: { line: 1, column: 5 }, end: { line: 2, column: 6 } };
  const describe = (replacement: string) => describeChange('if (a\n && b) c();', { ...place, replacement });
  expect(describe('true')).toBe('a && b → true');
  expect(describe('x'.repeat(200))).toBe(`a && b → ${'x'.repeat(120)}…`);
});

test('each survivor has a reason, and its change is one that the sample makes', async () => {
  const files = [...new Set(survivors.map(({ file }) => file))];
  const changes = await listChanges(files.map((file) => [file, textOf(file)]));
  const found = new Set(changes.map((change) => findSurvivor(survivors, textOf(change.file), change)));
  expect(survivors.filter((survivor) => !found.has(survivor))).toEqual([]);
  expect(survivors.filter(({ reason }) => reason.length < 20)).toEqual([]);
});

test('a change elsewhere is not known', () => {
  const change = { file: 'src/none.ts', start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };
  expect(findSurvivor(survivors, 'a', { ...change, replacement: 'b' })).toBeUndefined();
});
