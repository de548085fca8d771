import { defineConfig } from 'vitest/config';

/**
 * `npm run mutation`: each change of the code below makes a test fail. Tests that parse while they are being collected are left
 * out: they would make every mutant one that all tests have to run for.
 */
export default defineConfig({
  test: {
    include: ['tests/{syntax,table}/**/*.test.ts'],
    // Examples alone find the mutants; thousands of generated cases for each of them would take hours.
    exclude: ['tests/syntax/properties.test.ts'],
  },
});
