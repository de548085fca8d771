/** Names in URLs that belong to the site's pages, so that no content may have them. */
import { must } from '../record/must.ts';
import { ROUTES } from './routes.ts';

/** Patterns of pages as their parts. A list may go on at `page/2/`. */
const PAGES = Object.keys(ROUTES)
  .filter((pattern) => pattern.endsWith('/'))
  .flatMap((pattern) => ['', 'page/[number]/'].map((rest) => pattern.replace('[...page]/', rest)))
  .map((pattern) => pattern.split('/').slice(1, -1));

/** Names that no file may have, as `/2026/bodies/` and `/2026/page/2/` are pages of a year. */
export const RESERVED_FILES = reservedFor('[body]');

/** Names that no project may have, as `/2026/a/source/` is a page of a body. */
export const RESERVED_PROJECTS = reservedFor('[project]');

/** Words in patterns that a parameter of another pattern, otherwise alike and as long, could match. */
function reservedFor(parameter: string): readonly string[] {
  const words = PAGES.filter((parts) => parts.includes(parameter)).flatMap((parts) => {
    const at = parts.indexOf(parameter);
    const before = parts.slice(0, at).join('/');
    const rivals = PAGES.filter(
      (other) =>
        other.length === parts.length &&
        other.slice(0, at).join('/') === before &&
        other.slice(at + 1).every((part, index) => mayBeAlike(part, must(parts[at + 1 + index]))),
    );
    return rivals.map((other) => must(other[at])).filter((word) => !word.startsWith('['));
  });
  return [...new Set(words)].sort();
}

/** Whether a part of a URL may fit two parts of patterns. Numbers of pages are no words. */
function mayBeAlike(a: string, b: string): boolean {
  if (a === b) return true;
  const words = [a, b].filter((part) => !part.startsWith('['));
  return words.length < 2 && !(words.length === 1 && [a, b].includes('[number]'));
}

const ELEMENTS = new Set(
  'main cite money result results corrections elder fields goals indicators link notices progress projects project-list q files revisions source bodies types years'.split(
    ' ',
  ),
);

/** Whether an id belongs to an element of the page itself, or to a line of the source (`l12`). */
export function isReservedAnchor(anchor: string): boolean {
  return ELEMENTS.has(anchor) || /^l\d+$/.test(anchor);
}
