/** @param align Of all columns but the first. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  align: '--:' | '---' = '--:',
): string {
  return [head, head.map((_, index) => (index === 0 ? '---' : align)), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
