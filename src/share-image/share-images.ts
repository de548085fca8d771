/**
 * In: what a share image says.
 * Out: the image, 1200 × 630 pixels, as PNG.
 *
 * Drawn from a font in a package, by WebAssembly: the same texts give the same bytes on every machine and in any order.
 */
import { Renderer, type Node } from '@takumi-rs/wasm/node';
import { describeShareImage, type ShareImageTexts } from '../display/share-image-texts.ts';
import { encodePng } from './encode-png.ts';
import { openShareFont, type FontFile } from './share-font.ts';
import {
  FAMILY,
  HEIGHT,
  LONGEST_AMOUNT,
  NAME_SIZES,
  nameNode,
  PALETTE,
  shareLayout,
  SMALLEST_NAME,
  WIDTH,
} from './share-layout.ts';

export interface ShareImages {
  /** False: the font lacks a character, or the amount is too long. An image with a gap or a cut amount would say something else. */
  canDraw: (texts: ShareImageTexts) => boolean;
  /** Throws where {@link canDraw} is false. */
  draw: (texts: ShareImageTexts) => Promise<Buffer>;
}

const OPTIONS = { width: WIDTH, height: HEIGHT, format: 'raw', lang: 'zh-CN' } as const;
/** The file with the space and the digits is registered first: its metrics are those of each line. */
const FIRST = ' 0';
/** Cut texts end with it. */
const ELLIPSIS = '…';

export function openShareImages(): ShareImages {
  const font = openShareFont();
  const registered = new Set<FontFile>();
  let renderer: Renderer | undefined;
  const filesOf = (texts: ShareImageTexts) =>
    font.filesFor(`${FIRST}${ELLIPSIS}${describeShareImage(texts)}`);

  async function prepare(files: Iterable<FontFile>): Promise<Renderer> {
    renderer ??= new Renderer();
    for (const file of files) {
      if (registered.has(file)) continue;
      registered.add(file);
      const unicodeRange = [...file.characters].map((codePoint): [number, number] => [codePoint, codePoint]);
      await renderer.registerFont({ name: FAMILY, data: file.bytes, unicodeRange });
    }
    return renderer;
  }

  return {
    canDraw: (texts) => (texts.amount?.length ?? 0) <= LONGEST_AMOUNT && filesOf(texts) !== null,
    async draw(texts) {
      const files = filesOf(texts);
      if (!files) throw new Error(`the font lacks a character of ${JSON.stringify(texts)}`);
      const ready = await prepare(files);
      const pixels = await ready.render(shareLayout(texts, await fitName(ready, texts.name)), OPTIONS);
      return encodePng(pixels, WIDTH, PALETTE, describeShareImage(texts));
    },
  };
}

/** The name in the largest size that there is room for. */
async function fitName(renderer: Renderer, name: string): Promise<Node> {
  for (const { fontSize, lines } of NAME_SIZES) {
    const node = nameNode(name, fontSize);
    const { runs } = await renderer.measure(node, OPTIONS);
    if (new Set(runs.map(({ y }) => y)).size <= lines) return node;
  }
  return nameNode(name, SMALLEST_NAME.fontSize, SMALLEST_NAME.lines);
}
