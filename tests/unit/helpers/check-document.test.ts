import { expect, test } from 'vitest';
import { anchorsOf, checkDocument, type Named } from '../../helpers/check-document.ts';

const NAMED: Named = {
  files: [
    'README.md',
    'src/README.md',
    'src/search/README.md',
    'src/search/fold.ts',
    'src/search/engine/find.ts',
    'src/pages/[year]/index.astro',
    'tests/slow/faults-a.test.ts',
    'content/disclosures/2026/a.md',
    'scripts/build.ts',
  ],
  scripts: ['build', 'test', 'test:unit'],
};
const problemsOf = (text: string, path = 'src/search/README.md') => checkDocument(path, text, NAMED);

test.each([
  '[a](fold.ts)',
  '[a](../README.md)',
  '[a](../../README.md)',
  '[a](engine/)',
  '# A heading, `code`\n\n[a](#a-heading-code)',
  '[a](https://example.org/missing.md)',
  '![a](engine/find.ts)',
  '`src/search/fold.ts`',
  '`src/search/`',
  '`fold.ts`',
  '`engine/find.ts`',
  '`search/fold.ts`',
  '`src/pages/[year]/index.astro`',
  '`tests/slow/faults*.test.ts`',
  '`content/disclosures/<year>/<office>.md`',
  '`src/search/{fold,engine/find}.ts`',
  '`disclosure.json`',
  '`astro:build:start`',
  '`npm run build -- --version`',
  '`npm test`',
  '```sh\nnpm ci && npm run test:unit\nnode scripts/build.ts\n```',
])('%s names what is there', (text) => {
  expect(problemsOf(text)).toEqual([]);
});

test.each([
  ['[a](folds.ts)', 'no file folds.ts'],
  ['[a](../../src)\n\n[b](../../rsc)', 'no file ../../rsc'],
  ['![a](picture.png)', 'no file picture.png'],
  ['[a]\n\n[a]: gone.md', 'no file gone.md'],
  ['<img src="gone.png">', 'no file gone.png'],
  ['# Here\n\n[a](#there)', 'no heading #there'],
  ['`src/search/folds.ts`', 'no file src/search/folds.ts'],
  ['`src/serach/`', 'no file src/serach/'],
  ['`folds.ts`', 'no file folds.ts'],
  ['`old.ts`', 'no file old.ts'],
  ['`engine/fold.ts`', 'no file engine/fold.ts'],
  ['`tests/slow/gone*.test.ts`', 'no file tests/slow/gone*.test.ts'],
  ['`content/<year>/<office>/gone.md`', 'no file content/<year>/<office>/gone.md'],
  ['`src/search/{fold,gone}.ts`', 'no file src/search/{fold,gone}.ts'],
  ['`npm run biuld`', 'no command npm run biuld'],
  ['`npm run ci`', 'no command npm run ci'],
  ['`npm strat`', 'no command npm strat'],
  ['```sh\nnpm run test:units\n```', 'no command npm run test:units'],
  ['```sh\nnode scripts/biuld.ts\n```', 'no command node scripts/biuld.ts'],
])('%j names what is gone', (text, problem) => {
  expect(problemsOf(text).map((line) => line.replace(/^\d+: /, ''))).toEqual([problem]);
});

test('a problem has the line of what names it', () => {
  expect(problemsOf('one\n\ntwo `gone.ts`\n\n- [a](gone.md)\n')).toEqual([
    '3: no file gone.ts',
    '5: no file gone.md',
  ]);
});

test('a heading of another document is looked for there', () => {
  const named = { ...NAMED, files: ['README.md', 'SECURITY.md'] };
  const problems = checkDocument(
    'README.md',
    '[a](SECURITY.md#supported-versions) [b](SECURITY.md#gone)',
    named,
  );
  expect(problems).toEqual(['1: no heading SECURITY.md#gone']);
});

test('anchors are those of GitHub', () => {
  const text = '# One, two!\n## `a.ts` and *b*\n## 表 的_名\n## Twice\n### Twice\n```\n# no heading\n```\n';
  expect(anchorsOf(text)).toEqual(['one-two', 'ats-and-b', '表-的_名', 'twice', 'twice-1']);
});
