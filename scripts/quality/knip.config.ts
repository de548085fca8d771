import { readFileSync } from 'node:fs';
import type { KnipConfig } from 'knip';

const url = new URL('./package.json', import.meta.url);
const quality = JSON.parse(readFileSync(url, 'utf8')) as { devDependencies: Record<string, string> };
/** knip takes packages for those of one folder only. `tests/unit/packages.test.ts` judges these, which all folders use. */
const ignoreDependencies = Object.keys(quality.devDependencies).flatMap((name) => [
  name,
  name.replace('@types/', ''),
]);
/** Their programs, and those of the machine. */
const ignoreBinaries =
  'debootstrap eslint knip prettier stryker hugo iconv java mount perl soffice umount unshare wrk'.split(' ');

export default {
  workspaces: {
    '.': {
      entry: [
        'scripts/bench/adversarial/parse-text.ts',
        'scripts/bench/peers/floor.ts',
        'scripts/bench/site-builds/index-alone.ts',
        'tests/helpers/make-libreoffice-fixtures.ts',
        'tests/helpers/make-pdf-fixtures.ts',
        'tests/helpers/record-openings.ts',
        'tests/helpers/stop-at-write.ts',
        'tests/slow/publish-in-desk.ts',
        'src/desk/build-process.ts',
        'src/desk/copy-process.ts',
        'src/desk/page/*.js',
        'src/downloads/files-worker.ts',
        'src/import/original-worker.ts',
        'src/import/pdf/pdf-worker.ts',
        'src/pages/**/*.{astro,ts}',
        'content/guide/*.mdx',
        'public/*.js',
        'tests/*.config.ts',
      ],
      project: ['src/**', 'scripts/**', 'tests/**'],
      ignore: ['scripts/bench/peers/{eleventy,starlight}/**'],
      ignoreDependencies,
    },
    'scripts/quality': { entry: [], ignoreDependencies },
  },
  ignoreBinaries,
} satisfies KnipConfig;
