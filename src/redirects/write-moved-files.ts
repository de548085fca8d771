import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Redirect } from './redirects.ts';

/**
 * Puts the downloads that moved at their old addresses too, for hosts that read no redirects: a program that asks for
 * the old one gets what the new one holds. A JSON that leads to a page says so; programs would take a page for
 * broken data.
 */
export function writeMovedFiles(dist: string, redirects: readonly Redirect[], base: string): void {
  for (const { from, to } of redirects) {
    const path = join(dist, from);
    if (from.endsWith('/') || existsSync(path)) continue;
    const source = join(dist, to);
    const isFile = !to.endsWith('/') && existsSync(source);
    if (!isFile && !from.endsWith('.json')) continue;
    mkdirSync(dirname(path), { recursive: true });
    const remark = { moved: base + to, message: `这份数据已经撤下，见 ${base}${to}` };
    if (isFile) copyFileSync(source, path);
    else writeFileSync(path, `${JSON.stringify(remark, null, 2)}\n`);
  }
}
