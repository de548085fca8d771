import { expect, test } from 'vitest';
import { findSwallowed } from '../../../../scripts/import/find-swallowed.ts';

/** A file that is there. */
const FILE = 'package.json';
const NONE = { withhold: false };
const byNpm = (options: Record<string, string>) => ({ npm_lifecycle_event: 'import', ...options });

test.each([
  ['a name', [FILE, 'wen-hua-ju'], { npm_config_as: 'true' }, '--as wen-hua-ju'],
  ['a year', [FILE, '2026'], {}, '--year 2026'],
  [
    'both',
    [FILE, 'a', '2026'],
    { npm_config_as: 'true', npm_config_force: 'true' },
    '--as a --year 2026 --force',
  ],
  ['that an original is withheld', [FILE], { npm_config_withhold: 'true' }, '--withhold'],
  ['all', [FILE, 'a'], { npm_config_as: 'true', npm_config_withhold: 'true' }, '--as a --withhold'],
])('%s that npm took is found, with the right command', (_, words, options, right) => {
  const message = findSwallowed(words, NONE, byNpm(options));
  expect(message).toContain(`：npm run import -- ${FILE} ${right}`);
  expect(message?.endsWith(right)).toBe(true);
});

test('what reached the command was not taken', () => {
  expect(findSwallowed([FILE], NONE, byNpm({}))).toBeNull();
  expect(findSwallowed([FILE], { as: 'a', year: '2026', withhold: true }, byNpm({}))).toBeNull();
  expect(findSwallowed([FILE], { withhold: true }, byNpm({ npm_config_withhold: 'true' }))).toBeNull();
});
