import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Redirect } from './redirects.ts';

/**
 * Puts the downloads that moved at their old addresses too, for hosts that read no redirects: a program that asks for
 * the old one gets what the new one holds. A JSON that leads to a page says so; programs would take a page for
 * broken data.
 */
export function writeMovedFiles(dist: string, redirects: readonly Redirect[]): void {
  for (const { from, to } of redirects) {
    const path = join(dist, from);
    if (from.endsWith('/') || existsSync(path)) continue;
    const source = join(dist, to);
    if (!to.endsWith('/') && existsSync(source)) {
      mkdirSync(dirname(path), { recursive: true });
      copyFileSync(source, path);
    } else if (from.endsWith('.json')) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(
        path,
        `${JSON.stringify({ moved: to, message: `这份数据已经撤下，见 ${to}` }, null, 2)}\n`,
      );
    }
  }
}
