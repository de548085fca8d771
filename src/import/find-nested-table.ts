/** The first words of a table inside a cell of another, in the XML of a Word document. Null: there is none. */
export function findNestedTable(document: string): string | null {
  let depth = 0;
  for (const tag of document.matchAll(/<(\/?)w:tbl(?:\s[^>]*)?>/g)) {
    depth += tag[1] === '/' ? -1 : 1;
    if (depth < 2) continue;
    const words = document.slice(tag.index, tag.index + 20_000).matchAll(/<w:t\b[^>]*>([^<]*)<\/w:t>/g);
    return [...words]
      .slice(0, 4)
      .map(([, text]) => text)
      .join('、');
  }
  return null;
}
