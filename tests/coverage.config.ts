import { defineConfig } from 'vitest/config';

/**
 * `npm run coverage`: tests run every branch of the stages that turn characters into a record, of the search engine, and of what
 * keeps pages and data between builds.
 */
export default defineConfig({
  test: {
    include: [
      'tests/unit/{tab-table,table,record,identity,content,collection,report,search,cache,astro-internals}/**/*.test.ts',
    ],
    testTimeout: 60_000,
    // One module graph for all files: half of the processor time.
    pool: 'threads',
    isolate: false,
    coverage: {
      provider: 'v8',
      include: [
        'src/tab-table/**',
        'src/table/**',
        'src/record/**',
        'src/identity/{to-slug,row-fingerprint,indicator-anchors,settle-anchors,follow-moves}.ts',
        'src/search/engine/**',
        'src/cache/**',
        'src/astro-internals/{opened-site,once-a-site,share-opened-site}.ts',
        'src/collection/to-*.ts',
      ],
      exclude: ['**/*.md', '**/*.json'],
      reportsDirectory: 'coverage',
      reporter: ['text', 'json-summary'],
      thresholds: { branches: 100, functions: 100, lines: 100, statements: 100 },
    },
  },
});
