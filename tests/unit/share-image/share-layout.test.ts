import { readFileSync } from 'node:fs';
import { Renderer } from '@takumi-rs/wasm/node';
import { expect, test } from 'vitest';
import { openShareFont } from '../../../src/share-image/share-font.ts';
import { FAMILY, NAME_SIZES, nameNode, PALETTE } from '../../../src/share-image/share-layout.ts';

test('the palette has the light colours of the site, and fits into four bits', () => {
  const [light = ''] = readFileSync('src/styles/tokens.css', 'utf8').split('@');
  const colours = ['paper', 'ink', 'ink-soft', 'pine'].map((name) => {
    const [, hex = ''] = new RegExp(`--${name}: #([\\da-f]{6});`).exec(light) ?? [];
    return [...Buffer.from(hex, 'hex')];
  });
  expect(PALETTE[0]).toEqual(colours[0]);
  expect(PALETTE).toEqual(expect.arrayContaining(colours));
  expect(PALETTE).toHaveLength(16);
});

const font = openShareFont();
const renderer = new Renderer();
const registered = new Set<unknown>();

/** The lines of a name. */
async function linesOf(name: string): Promise<string[]> {
  for (const file of font.filesFor(name) ?? [])
    if (!registered.has(file)) {
      await renderer.registerFont({ name: FAMILY, data: file.bytes });
      registered.add(file);
    }
  const node = nameNode(name, NAME_SIZES[0].fontSize);
  const { runs } = await renderer.measure(node, { width: 1200, height: 630 });
  const lines = Map.groupBy(runs, ({ y }) => y);
  return [...lines.values()].map((line) =>
    line
      .map(({ text }) => text)
      .join('')
      .replaceAll('\u200B', ''),
  );
}

test('a line of a name breaks between words, before no closing and behind no opening mark', async () => {
  const marks = Array.from('、，。）》”！？；：');
  for (const mark of marks)
    for (const lead of [12, 13, 14, 15]) {
      const name = `${'河道保洁绿化养护'.repeat(3).slice(0, lead)}（一期${mark}“二期”《三期》${mark}${'经费'.repeat(9)}`;
      const lines = await linesOf(name);
      expect(lines.join('')).toBe(name);
      expect(lines.length).toBeGreaterThan(2);
      expect(lines.filter((line) => marks.some((each) => line.startsWith(each)))).toEqual([]);
      expect(lines.filter((line) => /[（“《]$/.test(line))).toEqual([]);
    }
});

test('words stay whole', async () => {
  expect(await linesOf('市直机关民主评议政风行风和阳光热线工作经费')).toEqual([
    '市直机关民主评议政风行风和',
    '阳光热线工作经费',
  ]);
});
