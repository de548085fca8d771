import { expect, test } from 'vitest';
import { formatTrait, parseTrait, traitOf } from '../../../src/identity/project-trait.ts';
import type { ParsedProject } from '../../../src/record/disclosure-schema.ts';

const project = (changes: object) =>
  ({
    year: 2026,
    name: '公务用车',
    spendingUnit: '水文站',
    budget: { text: '1.00', yuan: '10000.00' },
    goals: { period: null, annual: '出行。' },
    indicators: [],
    otherFields: [],
    source: { startLine: 1 },
    ...changes,
  }) as unknown as ParsedProject;
const base = traitOf(project({}));

test.each([
  ['its lines', { source: { startLine: 9 } }, true, true],
  ['its unit', { spendingUnit: '水务局' }, false, true],
  ['its sum', { budget: { text: '2.00', yuan: '20000.00' } }, true, false],
  ['its goal', { goals: { period: null, annual: '运行。' } }, true, false],
])('%s', (_name, changes, sameUnit, sameContent) => {
  const trait = traitOf(project(changes));
  expect([trait.unit === base.unit, trait.content === base.content]).toEqual([sameUnit, sameContent]);
});

test('is 16 hex digits on record', () => {
  expect(formatTrait(base)).toMatch(/^[\da-f]{16}$/);
  expect(parseTrait(formatTrait(base))).toEqual(base);
});
