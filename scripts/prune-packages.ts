/**
 * Runs after each installation: deletes files of packages that nothing here reads, a fifth of the installed size. These are the
 * headers for compiling add-ons of Node, and the source maps of pdf.js.
 */
import { globSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const UNREAD = ['node{,-*}/include', 'pdfjs-dist/**/*.map'];

const packages = join(import.meta.dirname, '../node_modules');
for (const path of globSync(UNREAD, { cwd: packages })) rmSync(join(packages, path), { recursive: true });
