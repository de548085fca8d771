/** Names in URLs that belong to the site's pages, so that no content may have them. Tests compare them with the pages. */

/** Next to the bodies of a year: `/2026/bodies/`, `/2026/page/2/`. */
export const RESERVED_FILES: readonly string[] = ['bodies', 'page'];

/** Next to the projects of a body: `/2026/a/source/`. */
export const RESERVED_PROJECTS: readonly string[] = ['source'];

const ELEMENTS = new Set(
  'main cite elder fields goals indicators link notices progress projects project-list q files source bodies types years'.split(
    ' ',
  ),
);

/** Whether an id belongs to an element of the page itself, or to a line of the source (`l12`). */
export function isReservedAnchor(anchor: string): boolean {
  return ELEMENTS.has(anchor) || /^l\d+$/.test(anchor);
}
