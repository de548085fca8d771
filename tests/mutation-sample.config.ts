import { defineConfig } from 'vitest/config';

/** `npm run mutation:sample`: the unit tests of the code around the parser. */
export default defineConfig({
  test: {
    globalSetup: ['tests/helpers/open-run-folder.ts'],
    setupFiles: ['tests/helpers/choose-seed.ts'],
    testTimeout: 60_000,
    pool: 'threads',
    isolate: false,
    include: [
      'tests/unit/{build,collection,content,display,downloads,import,metadata,redirects,report,search,site}/**/*.test.ts',
    ],
  },
});
