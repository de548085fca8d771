/**
 * In: the pages of a project, the image that is shown with links to them, and the project as published in JSON.
 * Out: what the pages say otherwise of the image, or the image of the project.
 *
 * The image holds the texts from which it was drawn. These are compared; what it shows is not read back.
 */
import { readPng } from './read-png.ts';
import { decode } from './read-elements.ts';
import type { RecordedProject } from './record.ts';
import { toWords } from './sums.ts';

const SIZE = { width: 1200, height: 630 };
/** Rows with something in them, at least: the double rule alone has ten. */
const FEWEST_ROWS = 100;
const META = /<meta property="(og:image[^"]*)" content="([^"]*)">/g;

/**
 * @param image Undefined: the project has none of its own.
 * @param site What addresses begin with, empty where the site has none; its name.
 */
export function compareShareImage(
  pages: readonly string[],
  image: Buffer | undefined,
  { id, name, year, budget, indicators }: RecordedProject,
  publisher: string,
  { origin, siteName }: { origin: string; siteName: string },
): string[] {
  const text = [
    ...[name, publisher].map(asShown),
    `${year}年项目`,
    ...(budget ? [toWords(budget.yuan)] : []),
    `${indicators.length} 项指标`,
    asShown(siteName),
  ].join('，');
  const own = {
    'og:image': `${origin}/${id}/share.png`,
    'og:image:width': String(SIZE.width),
    'og:image:height': String(SIZE.height),
    'og:image:alt': text,
  };
  const shared = origin === '' ? {} : { 'og:image': `${origin}/share.png` };
  const expected = JSON.stringify(image && origin !== '' ? own : shared);
  const losses = pages.flatMap((html) => {
    const metas = [...html.matchAll(META)].map(([, key = '', value = '']) => [key, decode(value)] as const);
    const found = JSON.stringify(Object.fromEntries(metas));
    return found === expected ? [] : [`分享图是 ${found}，应是 ${expected}`];
  });
  if (!image) return losses;
  const { width, height, description, drawnRows } = readPng(image);
  if (width !== SIZE.width || height !== SIZE.height) losses.push(`分享图是 ${width} × ${height} 像素`);
  if (description !== text) losses.push(`分享图写的是“${description}”，应是“${text}”`);
  if (drawnRows < FEWEST_ROWS) losses.push(`分享图上只有 ${drawnRows} 行像素画了东西`);
  return losses;
}

/** A text as a browser shows it, on one line. */
function asShown(text: string): string {
  return text.replaceAll(/[ \t\n\f\r]+/g, ' ').replaceAll(/^ | $/g, '');
}
