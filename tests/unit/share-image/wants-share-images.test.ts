import { expect, test } from 'vitest';
import { wantsShareImages } from '../../../src/share-image/wants-share-images.ts';

const url = 'https://example.gov.cn';

test.each([
  ['up to 2,000 projects have images', { url }, 2000, true],
  ['more have none', { url }, 2001, false],
  ['more have them where the site asks for them', { url, shareImages: true }, 2001, true],
  ['few have none where the site asks for none', { url, shareImages: false }, 1, false],
  ['a site without an address has none', { shareImages: true }, 1, false],
])('%s', (_, identity, count, wants) => {
  expect(wantsShareImages(identity, count)).toBe(wants);
});
