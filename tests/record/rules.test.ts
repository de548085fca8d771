import { expect, test } from 'vitest';
import { rules } from '../../src/record/check-project.ts';

test('each rule has an id of its own, noun/finding', () => {
  const ids = rules.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z]+\/[a-z-]+$/);
});
