import { expect, test } from 'vitest';
import { openShareFont } from '../../../src/share-image/share-font.ts';
import type { PublishedSite } from '../../../src/verify/published-site.ts';
import { verifyShareImages } from '../../../src/verify/verify-share-images.ts';

const ID = '2026/water/project-0';

/** The losses of a site of one project, or more. */
function lossesOf({
  name = '河道保洁（一期）',
  yuan = '12500.00',
  publisher = '青溪县水务局',
  isThere = false,
  count = 1,
  ...site
}: {
  name?: string;
  yuan?: string;
  publisher?: string;
  isThere?: boolean;
  count?: number;
  origin?: string;
  shareImages?: boolean;
}): string[] {
  return verifyShareImages({
    ...{ origin: 'https://example.gov.cn', shareImages: undefined, facts: { name: '绩效' } },
    ...site,
    projects: Array.from({ length: count }, (_, at) => ({
      id: `2026/water/project-${at}`,
      name,
      budget: { yuan },
    })),
    bodies: new Map([['2026/water', { publisher }]]),
    hasFile: () => isThere,
  } as unknown as PublishedSite);
}

const MISSING = [`没有 /${ID}/share.png`];
const UNASKED = [`/${ID}/share.png 不应有`];

test.each([
  ['a project has an image', {}, MISSING],
  ['a site without an address has none', { origin: '' }, []],
  ['a site that asks for none has none', { shareImages: false }, []],
  ['a name with a rare character may have none', { name: '第Ⅲ期' }, []],
  ['a body with a rare character may have none', { publisher: '䶮山县水务局' }, []],
  ['a longer amount than fits may have none', { yuan: '12345678901234567.00' }, []],
  ['the longest amount that fits must be there', { yuan: '1234567890123456.00' }, MISSING],
])('%s', (_, site, losses) => {
  expect(lossesOf(site)).toEqual(losses);
});

test.each([
  ['of a site without an address', { origin: '' }],
  ['of a site that asks for none', { shareImages: false }],
])('an image %s is one too many', (_, site) => {
  expect(lossesOf({ ...site, isThere: true })).toEqual(UNASKED);
});

test('more than 2,000 projects have none, unless the site asks for them', () => {
  expect(lossesOf({ count: 2000 })).toHaveLength(2000);
  expect(lossesOf({ count: 2001 })).toEqual([]);
  expect(lossesOf({ count: 2001, shareImages: true })).toHaveLength(2001);
  expect(lossesOf({ count: 2001, isThere: true })).toHaveLength(2001);
});

test('the font has each of the 3,755 characters with which an image must be there', () => {
  const decoder = new TextDecoder('gbk');
  const cells = (row: number) =>
    Array.from({ length: row === 0xd7 ? 89 : 94 }, (_, cell) => [row, 0xa1 + cell]);
  const characters = Array.from({ length: 40 }, (_, row) => cells(0xb0 + row))
    .flat()
    .map((bytes) => decoder.decode(Uint8Array.from(bytes)));
  expect(new Set(characters).size).toBe(3755);
  expect(lossesOf({ name: characters.join('') })).toEqual(MISSING);
  expect(openShareFont().filesFor(characters.join(''))).not.toBeNull();
});
