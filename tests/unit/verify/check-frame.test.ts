import { expect, test } from 'vitest';
import type { BuiltSite } from '../../../src/verify/built-site.ts';
import { checkFrame } from '../../../src/verify/check-frame.ts';
import { readElements } from '../../../src/verify/read-elements.ts';

const site: BuiltSite = {
  ...{ origin: '', base: '', identity: [], facts: {}, reportTo: undefined, isEmbedded: false },
  resultsDue: undefined,
  shareImages: undefined,
  hasFile: () => true,
  pathOf: (path) => path,
  digestOf: () => undefined,
};

test.each([
  ['<meta name="description" content="a line for every name">', false],
  ['<meta name="description" content="an id">', false],
  ['<meta name="description" content>', true],
  ['<meta name="description" content=" ">', true],
  ['<meta content="a line for every name" name>', true],
  ['<meta content="a line for every name" name="">', true],
  ['<label for="q" id="a">Search</label>', false],
  ['<label for id="a">Search</label>', true],
])('%s has a blank attribute: %s', (html, isBlank) => {
  const losses = checkFrame(readElements(html) ?? expect.fail(), '/', site);
  expect(losses.some((loss) => loss.endsWith(' 是空的'))).toBe(isBlank);
});
