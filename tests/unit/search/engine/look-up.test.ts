/** Numbers are found whole: the engine, which has positions alone, agrees with the rule for texts. */
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PagefindModule } from '../../../../src/search/engine/open-pagefind.ts';
import { createSearchEngine, type SearchEngine } from '../../../../src/search/engine/search-engine.ts';
import { findStarts } from '../../../../src/search/find-marks.ts';
import { toSearchable } from '../../../../src/search/fold.ts';
import { buildSearchIndex } from '../../../../src/search/index/build-search-index.ts';
import { must } from '../../../../src/record/must.ts';
import { aQuery } from '../an-answer.ts';
import { aRecord } from '../a-record.ts';

const TEXTS = [
  ...[
    '10.98万元',
    '约8万元',
    '27,700.00元',
    '2,092,927,700元',
    '27,700.50元',
    '0.95',
    '95%以上',
    '950人',
    '95.5%',
  ],
  ...[
    '1、200人',
    '共200人',
    '200,300',
    '10000,200人',
    '108万和8万元',
    '甲8万',
    '8万乙18万',
    '第3步和13步',
    '2026年至2028年',
  ],
];
let folder: string;
let engine: SearchEngine;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jixiao-whole-'));
  const records = TEXTS.map((goal, index) =>
    aRecord({ name: `项目${'甲乙丙丁'.charAt(index % 4)}`, body: `b${index}`, goal }),
  );
  await buildSearchIndex({ records, guide: [], outDir: folder });
  copyFileSync(join(folder, 'pagefind/pagefind.js'), join(folder, 'pagefind.mjs'));
  engine = createSearchEngine('', {
    load: (path) =>
      Promise.resolve(new Response(readFileSync(join(folder, 'pagefind', path.replace(/\?.*$/, ''))))),
    importClient: () =>
      import(/* @vite-ignore */ pathToFileURL(join(folder, 'pagefind.mjs')).href) as Promise<PagefindModule>,
  });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const folded = TEXTS.map((text) => toSearchable(text).text);
const parts = folded.flatMap((text) =>
  Array.from(text).flatMap((_, start) =>
    [1, 2, 3, 4, 5, 6].map((length) => text.slice(start, start + length)),
  ),
);
const words = [...new Set(parts)].filter((word) => /^\d|\d$/.test(word));

test('each part of a number is found where it is whole; if it is nowhere, where it occurs', async () => {
  expect(words.length).toBeGreaterThan(100);
  const wrong: unknown[] = [];
  for (const word of words) {
    const found = (isAnywhere: boolean) =>
      folded.flatMap((text, index) =>
        findStarts(text, word, isAnywhere).length > 0 ? [`/2026/b${index}`] : [],
      );
    const whole = found(false);
    const answer = must(await engine({ ...aQuery(word), isLiteral: true, limit: 50 }));
    const shown = answer.hits.map(({ url }) => url.slice(0, url.indexOf('/', 6)));
    const expected = whole.length > 0 ? whole : found(true);
    const isSame = shown.sort().join() === expected.sort().join();
    if (!isSame || answer.inside.length > 0 !== (whole.length === 0)) wrong.push({ word, shown, expected });
  }
  expect(wrong).toEqual([]);
});
