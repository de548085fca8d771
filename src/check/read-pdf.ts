/** PDF.js in a worker of this worker, with its own files as files of the site. */
import { GlobalWorkerOptions } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import type { Imported } from '../import/imported.ts';
import { readPages, type LibrarySettings } from '../import/pdf/read-pages.ts';
import type { OnPart } from './read-input.ts';

/** Addresses of the tables of simplified characters and of the standard fonts, by their paths in the package. */
const addresses = import.meta.glob<string>(
  ['/node_modules/pdfjs-dist/cmaps/*GB*.bcmap', '/node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}'],
  { query: '?url', import: 'default', eager: true },
);
const files = new Map(Object.entries(addresses).map(([path, url]) => [path.replace(/^.*\//, ''), url]));

/** Gives PDF.js its files. */
class SiteFiles {
  async fetch({ filename }: { filename: string }): Promise<Uint8Array> {
    const response = await fetch(files.get(filename) ?? '');
    if (!response.ok) throw new Error(`${filename}: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  }
}

/** Nothing is drawn. */
class Nothing {
  destroy(): void {
    // There is nothing.
  }
}

const SETTINGS = {
  BinaryDataFactory: SiteFiles,
  CanvasFactory: Nothing,
  FilterFactory: Nothing,
  cMapUrl: './',
  standardFontDataUrl: './',
  useWorkerFetch: false,
  disableFontFace: true,
  useSystemFonts: false,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
} satisfies LibrarySettings;

/** Without a look for damage, which needs the checksums that Node's zlib compares. Throws an ImportError. */
export async function readPdf(bytes: Uint8Array, onPart: OnPart): Promise<Imported> {
  // A file of its own: to bundle it takes half a minute.
  const worker = new Worker(workerUrl, { type: 'module' });
  GlobalWorkerOptions.workerPort = worker;
  try {
    const imported = await readPages(bytes, SETTINGS, (page) => {
      onPart(`第 ${page} 页`);
    });
    const remark = 'PDF 的数据有没有损坏，这里没有查；导入时会查';
    return { ...imported, remarks: [...imported.remarks, remark] };
  } finally {
    worker.terminate();
  }
}
