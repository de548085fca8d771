import { defineConfig } from 'vitest/config';

/**
 * `npm run mutation`: each change of the code below makes a test fail. Tests that parse while they are being collected are left
 * out: they would make every mutant one that all tests have to run for.
 */
export default defineConfig({
  test: {
    isolate: false,
    include: ['tests/{syntax,table,record}/**/*.test.ts'],
    // Examples alone find the mutants; thousands of generated cases for each of them would take hours.
    exclude: ['tests/*/properties.test.ts', 'tests/record/corruptions.test.ts'],
  },
});
