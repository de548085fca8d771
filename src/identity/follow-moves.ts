type Moves = Readonly<Record<string, string>>;

/**
 * Where an old path leads: the first on its way that is current, or, where that is not said, the last. Null: nowhere, or in
 * a circle.
 *
 * A row (`/2026/a/b/#row`) goes where it was sent itself, else to the row of that name on the page that its own page leads to.
 */
export function followMoves(
  from: string,
  moved: Moves,
  isCurrent = (path: string) => nextOf(path, moved) === undefined,
): string | null {
  const seen = new Set<string>();
  let path: string | undefined = from;
  while (path !== undefined && !seen.has(path)) {
    if (isCurrent(path)) return path;
    seen.add(path);
    path = nextOf(path, moved);
  }
  return null;
}

function nextOf(path: string, moved: Moves): string | undefined {
  const next = moved[path];
  if (next !== undefined) return next;
  const [page = '', row] = path.split('#');
  const to = row === undefined ? undefined : moved[page];
  return to && `${to}#${row}`;
}
