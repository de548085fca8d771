import { beforeAll, expect, test } from 'vitest';
import { describeShareImage, shareImageTexts } from '../../../src/display/share-image-texts.ts';
import { openShareImages } from '../../../src/share-image/share-images.ts';
import { compareShareImage } from '../../../src/verify/compare-share-image.ts';
import { aProject } from '../display/a-project.ts';

const ORIGIN = 'https://example.gov.cn/jixiao';
const PUBLISHER = '示例市水务局';
const project = aProject();
const texts = shareImageTexts(project, PUBLISHER, '绩效');
const { draw } = openShareImages();
let image: Buffer;

beforeAll(async () => {
  image = await draw(texts);
});

const meta = (key: string, value: string) => `<meta property="og:image${key}" content="${value}">`;
const SHARED = meta('', `${ORIGIN}/share.png`);
const ADDRESS = meta('', `${ORIGIN}/${project.id}/share.png`);
const SIZE = meta(':width', '1200') + meta(':height', '630');
const OWN = ADDRESS + SIZE + meta(':alt', describeShareImage(texts));

const compare = (page: string, bytes: Buffer | undefined, origin = ORIGIN) =>
  compareShareImage([page], bytes, project, PUBLISHER, { origin, siteName: '绩效' });

test('a project has an image of its own that says what its page says', () => {
  expect(compare(OWN, image)).toEqual([]);
});

test('a project without one has that of the site', () => {
  expect(compare(SHARED, undefined)).toEqual([]);
});

test('a site without an address names no image', () => {
  expect(compare('', undefined, '')).toEqual([]);
});

test('entities and white space are the same', async () => {
  const named = { ...project, name: ' 河道 &\n“保洁” ' };
  const own = shareImageTexts(named, PUBLISHER, '绩效');
  const page = ADDRESS + SIZE + meta(':alt', describeShareImage(own).replace('&', '&amp;'));
  const losses = compareShareImage([page], await draw(own), named, PUBLISHER, {
    origin: ORIGIN,
    siteName: '绩效',
  });
  expect(losses).toEqual([]);
});

test.each([
  ['the page names the image of the site', SHARED, true],
  ['the page names an image that is not there', OWN, false],
  ['the page names none', '', true],
  ['the page of a project without an image names none', '', false],
  ['the page names the image of another', OWN.replace(project.id, '2026/a/b'), true],
  ['the page says another height', OWN.replace('630', '600'), true],
  ['the page leaves out a text', OWN.replace('，27,700.00 元', ''), true],
  ['the page says another amount', OWN.replace('27,700.00', '27,700.01'), true],
])('where %s, that is a loss', (_, page, hasImage) => {
  expect(compare(page, hasImage ? image : undefined)).toEqual([expect.stringContaining('分享图是 {')]);
});

test.each([
  ['the name', { name: '河道清淤' }],
  ['the body', { publisher: '示例市水利局' }],
  ['the year', { year: '2025年项目' }],
  ['the amount', { amount: '27,700.01 元' }],
  ['the number of indicators', { count: '5 项指标' }],
  ['the site', { site: '公开' }],
  ['no amount', { amount: null }],
])('an image that was drawn with another value of %s is a loss', async (_, own) => {
  expect(compare(OWN, await draw({ ...texts, ...own }))).toEqual([
    expect.stringMatching(/^分享图写的是“.*”，应是“.*”$/),
  ]);
});
