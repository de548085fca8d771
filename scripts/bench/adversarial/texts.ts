/** What Markdown marks words with, opened and not closed. */
const MARKS = ['*a_b', '~~a', '[a](', '![', '`', '<', '&', 'a.', 'https://', '\\'];

/** Adversarial texts by name, each with about `size` characters. */
export const texts: Record<string, (size: number) => string> = {
  'tabs only': (size) => `a${'\t'.repeat(size)}`,
  'quotes only': (size) => `a\t${'"'.repeat(size)}`,
  'unclosed quotes, one per row': (size) => 'a\t"b""\n'.repeat(size / 7),
  'unclosed quotes in paragraphs': (size) => `"${'a'.repeat(97)}\n\n`.repeat(size / 100),
  'one quoted cell of many lines': (size) => `a\t"${'b\n'.repeat(size / 2)}"`,
  'brackets in a cell': (size) => `a\t${'['.repeat(size)}`,
  'brackets in a pipe cell': (size) => `|a|\n|-|\n|${'['.repeat(size)}|`,
  'escaped pipes in a pipe cell': (size) => `|a|\n|-|\n|${'\\|'.repeat(size / 2)}|`,
  'rows of 10,000 columns': (size) => `${'a\t'.repeat(10_000)}\n`.repeat(Math.max(1, size / 20_001)),
  'one row of many cells': (size) => '≥95%\t'.repeat(size / 7),
  'rows of two columns': (size) => 'a\tb\n'.repeat(size / 4),
  ...Object.fromEntries(MARKS.map((mark) => [`“${mark}”`, (size: number) => markedText(mark, size / 2)])),
  'quotes in one another': (size) => `${'> '.repeat(size / 2)}a`,
  'lists in one another': (size) => `${'- '.repeat(size / 2)}a`,
  'quotes and lists in one another': (size) => `${'> - '.repeat(size / 4)}a`,
  'quotes of many lines': (size) => '> a\nb\n'.repeat(size / 6),
  'lists of many items': (size) => '- a\n'.repeat(size / 4),
  'lists and paragraphs': (size) => '- a\n\nb\n'.repeat(size / 7),
  headings: (size) => '# a\n'.repeat(size / 4),
  'underlined headings': (size) => 'a\n===\n'.repeat(size / 6),
  'captions without a table': (size) => '单位：元\n\n'.repeat(size / 6),
  fences: (size) => '```\n'.repeat(size / 4),
  'HTML that is not closed': (size) => '<div>\n\n'.repeat(size / 7),
  'blank lines': (size) => `a${'\n'.repeat(size)}`,
  footnotes: (size) => Array.from({ length: size / 12 }, (_, number) => `[^${number}]: a\n\n`).join(''),
  'pipe tables': (size) => '|a|b|\n|-|-|\n\n'.repeat(size / 13),
  'empty rows': (size) => `a\tb\n${'\t\n'.repeat(size / 2)}`,
};

/** The same marks in a paragraph and in a pipe cell. */
function markedText(mark: string, size: number): string {
  const marks = mark.repeat(size / mark.length);
  return `a${marks}\n\n|a|\n|-|\n|a${marks}|`;
}
