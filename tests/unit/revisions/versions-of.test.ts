import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { RecordedVersion } from '../../../src/content/recorded-versions.ts';
import { nextStep, unrecorded } from '../../../src/revisions/versions-of.ts';

const PATH = 'disclosures/2026/water.md';
const bytes = Buffer.from('甲');
const source = (imported?: string) => ({
  ...{ path: PATH, bytes },
  disclosure: { sha256: hash('sha256', bytes), publication: imported === undefined ? {} : { imported } },
});
const recorded: RecordedVersion[] = [
  { path: PATH, day: '2026-02-01', step: 1, sha256: '0'.repeat(64) },
  { path: 'disclosures/2026/other.md', day: '2026-03-01', step: 2, sha256: null },
];

test('a source that was imported since its last record is the next version', () => {
  expect(unrecorded(source('2026-02-03'), recorded)).toEqual({
    ...{ path: PATH, day: '2026-02-03', step: 3, sha256: source().disclosure.sha256 },
  });
  expect(unrecorded(source('2026-02-01'), recorded)).not.toBeNull();
  expect(unrecorded(source('2026-02-01'), [])).toMatchObject({ step: 1 });
});

test('none is one whose day is not known, or is older, or that is recorded', () => {
  expect(unrecorded(source(), recorded)).toBeNull();
  expect(unrecorded(source('2026-01-31'), recorded)).toBeNull();
  const same: RecordedVersion = { ...source().disclosure, path: PATH, day: '2026-02-02', step: 3 };
  expect(unrecorded(source('2026-02-03'), [...recorded, same])).toBeNull();
});

test('publications are numbered from 1', () => {
  expect([nextStep([]), nextStep(recorded)]).toEqual([1, 3]);
});
