import { defineConfig } from 'vitest/config';

const BUILT_SITE = ['tests/helpers/serve-site.ts'];

/** One project per kind of test. Only `unit` runs without processes, servers and browsers. */
export default defineConfig({
  test: {
    globalSetup: ['tests/helpers/open-run-folder.ts'],
    setupFiles: ['tests/helpers/choose-seed.ts'],
    testTimeout: 60_000,
    hookTimeout: 180_000,
    // A busy machine takes longer than the second that is usual.
    expect: { poll: { timeout: 15_000 } },
    // As many as there are processors: most tests wait for a build or a browser.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        // One module graph for all files: no test changes a module.
        test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], pool: 'threads', isolate: false },
      },
      // Commands, run on small content folders.
      { extends: true, test: { name: 'cli', include: ['tests/cli/**/*.test.ts'], isolate: false } },
      // Files of the built site.
      {
        extends: true,
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          globalSetup: BUILT_SITE,
          isolate: false,
        },
      },
      // The built site in Chromium.
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: BUILT_SITE,
          isolate: false,
        },
      },
      // Tests that take minutes: `npm run verify`.
      {
        extends: true,
        test: {
          name: 'slow',
          include: ['tests/slow/**/*.test.ts'],
          testTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
