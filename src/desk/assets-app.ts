/**
 * In: the desk's styles and scripts.
 * Out: what its pages load besides themselves.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import type { Desk } from './desk.ts';
import { pdfApp } from './pdf-app.ts';
import { deskStyles } from './styles.ts';

export function assetsApp({ root }: Desk): Hono {
  const styles = deskStyles();
  const pages = new Hono();
  pages.get('/desk.css', (context) =>
    context.body(styles, 200, { 'content-type': 'text/css; charset=utf-8' }),
  );
  for (const [path, file] of [
    ['/desk.js', join(import.meta.dirname, 'page', 'desk.js')],
    ['/pdf.js', join(import.meta.dirname, 'page', 'pdf.js')],
    ['/teach.js', join(import.meta.dirname, 'page', 'teach.js')],
    ['/page.js', join(root, 'public', 'page.js')],
  ] as const)
    pages.get(path, (context) =>
      context.body(readFileSync(file, 'utf8'), 200, { 'content-type': 'text/javascript; charset=utf-8' }),
    );
  pages.get('/favicon.svg', (context) =>
    context.body(readFileSync(join(root, 'public', 'favicon.svg'), 'utf8'), 200, {
      'content-type': 'image/svg+xml',
    }),
  );
  pages.route('/', pdfApp());
  return pages;
}
