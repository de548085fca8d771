import { defineConfig } from 'vitest/config';

/** `npm run coverage`: every branch of the stages that turn characters into a record is run by a test. */
export default defineConfig({
  test: {
    include: ['tests/{syntax,table,record,collection,report}/**/*.test.ts'],
    testTimeout: 60_000,
    coverage: {
      provider: 'v8',
      include: ['src/syntax/**', 'src/table/**', 'src/record/**'],
      exclude: ['**/*.md'],
      reportsDirectory: 'coverage',
      reporter: ['text', 'json-summary'],
      thresholds: {
        'src/{syntax,table,record}/**': { branches: 100, functions: 100, lines: 100, statements: 100 },
      },
    },
  },
});
