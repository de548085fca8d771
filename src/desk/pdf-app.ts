/**
 * In: the folder of pdf.js, among the packages.
 * Out: the files with which a browser draws a page of a PDF.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Hono } from 'hono';

/** Folders of the package, and what of them a browser asks for: the program; Chinese characters; fonts; pictures. */
const PARTS = [
  ['legacy/build', /^pdf(?:\.worker)?\.min\.mjs$/],
  ['cmaps', /\.bcmap$/],
  ['standard_fonts', /\.(?:pfb|ttf)$/],
  ['wasm', /_nowasm_fallback\.js$/],
] as const;

/** Serves `/pdfjs/<folder>/<file>`. No name of a file is put together from a request. */
export function pdfApp(): Hono {
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const app = new Hono();
  for (const [folder, isAsked] of PARTS) {
    const names = new Set(readdirSync(join(root, folder)).filter((name) => isAsked.test(name)));
    app.get(`/pdfjs/${folder}/:name`, (context) => {
      const name = context.req.param('name');
      if (!names.has(name)) return context.body(null, 404);
      const type = /\.m?js$/.test(name) ? 'text/javascript; charset=utf-8' : 'application/octet-stream';
      return context.body(new Uint8Array(readFileSync(join(root, folder, name))), 200, {
        'content-type': type,
      });
    });
  }
  return app;
}
