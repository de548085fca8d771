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
  'empty rows': (size) => `a\tb\n${'\t\n'.repeat(size / 2)}`,
};
