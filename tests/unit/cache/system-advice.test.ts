import { expect, test } from 'vitest';
import { ADVICE } from '../../../src/cache/system-advice.ts';

test.each(Object.entries(ADVICE))('of %s staff are told what to do', (_code, advice) => {
  expect(advice).toMatch(/；请/);
});
