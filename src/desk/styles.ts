import { readFileSync } from 'node:fs';

/** The site's styles and the desk's, as one sheet. */
export function deskStyles(): string {
  const sheets = ['../styles/site.css', 'styles/desk.css'];
  return sheets.flatMap((path) => inlined(new URL(path, import.meta.url))).join('\n');
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
