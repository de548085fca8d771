import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { ShareImageTexts } from '../../../src/display/share-image-texts.ts';
import { openShareImages } from '../../../src/share-image/share-images.ts';
import { readPng } from '../../../src/verify/read-png.ts';
import { readPixels } from './read-pixels.ts';

const images = openShareImages();
const TEXTS: ShareImageTexts = {
  name: '河道保洁',
  publisher: '青溪县水务局',
  year: '2026年项目',
  amount: '12,500.00 元',
  count: '9 项指标',
  site: '绩效',
};
const LONG = '关于“十四五”期间《云岭市历史文化名城保护规划》编制、评审、公示及成果入库等工作经费';

/** The rows of pixels that differ between two images. */
async function differingRows(a: Partial<ShareImageTexts>, b: Partial<ShareImageTexts>): Promise<number[]> {
  const [first = [], second = []] = await Promise.all(
    [a, b].map(async (own) => readPixels(await images.draw({ ...TEXTS, ...own })).rows),
  );
  return first.flatMap((row, y) => (Buffer.compare(row, second[y] ?? row) === 0 ? [] : [y]));
}

test('an image has the size that pages say, and says in words what it shows', async () => {
  const png = await images.draw(TEXTS);
  expect(readPng(png)).toMatchObject({
    ...{ width: 1200, height: 630 },
    description: '河道保洁，青溪县水务局，2026年项目，12,500.00 元，9 项指标，绩效',
  });
  expect(png.length).toBeLessThan(25_000);
});

test('the same texts give the same bytes on every machine', async () => {
  expect(hash('sha256', await images.draw(TEXTS))).toBe(
    '810433c17aa28d10baea4c822ba19177e16b444b9ed10502aa555de9efc4e190',
  );
});

test('the same texts give the same bytes in any order', async () => {
  const all = ['水质监测', LONG, '民兵事业费', '镕喆堃昇'].map((name) => ({ ...TEXTS, name }));
  const drawAll = async (list: readonly ShareImageTexts[]) => {
    const { draw } = openShareImages();
    const digests = new Map<string, string>();
    for (const texts of list) digests.set(texts.name, hash('sha256', await draw(texts)));
    return [...digests].sort();
  };
  const first = await drawAll(all);
  expect(new Set(first.map(([, digest]) => digest)).size).toBe(4);
  expect(await drawAll(all.toReversed())).toEqual(first);
});

test.each([
  ['the name', { name: '河道清淤' }, [100, 200]],
  ['the body', { publisher: '青溪县水利局' }, [50, 100]],
  ['a digit of the amount', { amount: '12,600.00 元' }, [380, 500]],
  ['a fen of the amount', { amount: '12,500.01 元' }, [380, 500]],
  ['the year', { year: '2025年项目' }, [520, 590]],
  ['the number of indicators', { count: '8 项指标' }, [520, 590]],
  ['the name of the site', { site: '效绩' }, [520, 590]],
] as const)('another image shows another %s, and nothing else changes', async (_, own, [top, bottom]) => {
  const rows = await differingRows({}, own);
  expect(rows.length).toBeGreaterThan(10);
  expect(rows.every((y) => y > top && y < bottom)).toBe(true);
});

test('a project without funds shows the number of its indicators instead', async () => {
  expect(
    (await differingRows({ amount: null }, { amount: null, count: '8 项指标' })).every(
      (y) => y > 380 && y < 500,
    ),
  ).toBe(true);
});

test('a long name is set smaller, a longer one is cut before the amount', async () => {
  for (const name of [LONG, LONG.repeat(3), 'W'.repeat(300)]) {
    const rows = await differingRows({}, { name });
    expect(rows.length).toBeGreaterThan(150);
    expect(rows.every((y) => y > 80 && y < 390)).toBe(true);
  }
});

test.each([
  ['the font lacks a character of the name', { name: '第Ⅲ期' }, false],
  ['the font lacks a character of the body', { publisher: '䶮山县' }, false],
  ['the longest amount fits', { amount: '1,234,567,890,123,456.00 元' }, true],
  ['a longer amount would be cut', { amount: '12,345,678,901,234,567.00 元' }, false],
  ['there is no amount', { amount: null }, true],
])('where %s, it says so', (_, own, can) => {
  expect(images.canDraw({ ...TEXTS, ...own })).toBe(can);
});

test('the longest amount is inside the image', async () => {
  const { rows } = readPixels(await images.draw({ ...TEXTS, amount: '8,888,888,888,888,888.88 元' }));
  const right = Math.max(...rows.slice(380, 500).map((row) => row.findLastIndex((pixel) => pixel !== 0)));
  expect(right).toBeGreaterThan(700);
  expect(right).toBeLessThan(1110);
});

test('drawing a text that the font lacks throws', async () => {
  await expect(images.draw({ ...TEXTS, name: '䶮' })).rejects.toThrow('the font lacks a character');
});
