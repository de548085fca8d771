import '../../../../src/import/pdf/dom-matrix.ts';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { makePdf } from '../../../helpers/make-pdf.ts';

/** A font with one letter, a picture of 8 × 8 dots with its left half black. */
const FONT =
  '<</Type /Font /Subtype /Type3 /FontBBox [0 0 8 8] /FontMatrix [0.125 0 0 0.125 0 0] /FirstChar 65 /LastChar 65 ' +
  '/Widths [8] /Encoding <</Type /Encoding /Differences [65 /A]>> /CharProcs <</A 6 0 R>> /Resources <<>>>>';
const DOTS = '\x0f'.repeat(8);
const PICTURE = `8 0 0 0 8 8 d1\nq 8 0 0 8 0 0 cm\nBI /W 8 /H 8 /IM true /BPC 1 ID ${DOTS}\nEI\nQ\n`;
const LETTER = `<</Length ${PICTURE.length}>> stream\n${PICTURE}\nendstream`;

interface Letters {
  charProcOperatorList: ReadonlyMap<string, { fnArray: number[]; argsArray: unknown[][] }>;
}

test('a letter that is a picture becomes its outline', async () => {
  const data = Uint8Array.from(makePdf('BT /F1 12 Tf 40 700 Td (A) Tj ET', { font: FONT, more: [LETTER] }));
  const page = await (await getDocument({ data, verbosity: 0 }).promise).getPage(1);
  const { fnArray, argsArray } = await page.getOperatorList();
  const [name] = argsArray[fnArray.indexOf(OPS.setFont)] as [string];
  const letter = (page.commonObjs.get(name) as Letters).charProcOperatorList.get('A');
  // Inside of a square of 1: to its corner, and around its left half.
  const outline = [0, 0, 1, 1, 0, 0, 1, 0.5, 0, 1, 0.5, 1, 1, 0, 1];
  const at = letter?.fnArray.indexOf(OPS.constructPath) ?? -1;
  expect(letter?.argsArray[at]?.[1]).toEqual([Float32Array.from(outline)]);
});
