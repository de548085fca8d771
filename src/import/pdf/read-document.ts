import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
// Before pdf.js, which looks for it when it is loaded.
import './dom-matrix.ts';
import { VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Imported } from '../imported.ts';
import { readPages } from './read-pages.ts';

/** The target tables of a PDF. @param onPage Called after each page. @param saysAll The library prints what it finds odd. Throws an ImportError. */
export async function readDocument(
  bytes: Uint8Array,
  onPage: (number: number) => void = () => undefined,
  saysAll = false,
): Promise<Imported> {
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const settings = {
    cMapUrl: join(folder, 'cmaps') + sep,
    standardFontDataUrl: join(folder, 'standard_fonts') + sep,
    verbosity: saysAll ? VerbosityLevel.INFOS : VerbosityLevel.ERRORS,
  };
  return await readPages(bytes, settings, onPage);
}
