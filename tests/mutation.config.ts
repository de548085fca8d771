import { defineConfig } from 'vitest/config';

/**
 * `npm run mutation`: each change of the code below makes a test fail. Tests that parse while they are being collected are left
 * out: they would make every mutant one that all tests have to run for.
 */
export default defineConfig({
  test: {
    isolate: false,
    include: [
      'tests/unit/{tab-table,table,record,identity,content,collection,cache,astro-internals}/**/*.test.ts',
      'tests/unit/search/engine/*.test.ts',
    ],
    // Examples alone find the mutants; thousands of generated cases for each of them would take hours.
    exclude: ['tests/unit/*/properties.test.ts'],
  },
});
