import { readFileSync } from 'node:fs';

/** The site's styles and the desk's, as one sheet. */
export function deskStyles(): string {
  const site = new URL('../styles/site.css', import.meta.url);
  return [...inlined(site), readFileSync(new URL('desk.css', import.meta.url), 'utf8')].join('\n');
}

/** A sheet with those that it imports in their places. */
function inlined(sheet: URL): string[] {
  return readFileSync(sheet, 'utf8')
    .split('\n')
    .map((line) => {
      const path = /^@import '(.+)';$/.exec(line)?.[1];
      return path === undefined ? line : inlined(new URL(path, sheet)).join('\n');
    });
}
