import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { foldText } from './fold-text.ts';
import type { DrawnPage } from './to-boxes.ts';

/** Pages after which the library frees the fonts that it keeps; the fonts of 200 pages take 300 MB. */
const PAGES_TO_CLEAN = 10;

/** Some pages of a PDF by their numbers, texts folded. The library is loaded with the first PDF: most sites have none. */
export async function readPdfPages(
  bytes: Uint8Array,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, DrawnPage>> {
  // It takes the place of a browser's, which the library looks for when it is loaded (src/import/pdf/dom-matrix.ts).
  const { default: DOMMatrix } = await import('@thednp/dommatrix');
  Object.assign(globalThis, { DOMMatrix });
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const { readDrawing } = await import('./read-drawing.ts');
  const { toBoxes } = await import('./to-boxes.ts');
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const document = await getDocument({
    // The library keeps the bytes for itself.
    data: Uint8Array.from(bytes),
    cMapUrl: join(folder, 'cmaps') + sep,
    cMapPacked: true,
    standardFontDataUrl: join(folder, 'standard_fonts') + sep,
    maxImageSize: 1,
    verbosity: VerbosityLevel.ERRORS,
  }).promise;
  try {
    const pages = new Map<number, DrawnPage>();
    for (const number of numbers.filter((each) => each > 0 && each <= document.numPages)) {
      const page = await document.getPage(number);
      const { tables, outside } = toBoxes(await readDrawing(page));
      const folded = tables.map((boxes) =>
        boxes
          .map((box) => ({ ...box, texts: box.texts.map(foldText) }))
          .filter(({ texts }) => texts[0] !== ''),
      );
      pages.set(number, { tables: folded, outside: foldText(outside) });
      page.cleanup();
      if (pages.size % PAGES_TO_CLEAN === 0) await document.cleanup();
    }
    return pages;
  } finally {
    await document.loadingTask.destroy();
  }
}
