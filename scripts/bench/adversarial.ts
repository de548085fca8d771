/**
 * `npm run bench:adversarial [-- --most 10000000]`: what the parser takes for texts that are made to be slow, from 1 kB to
 * 10 MB, in nanoseconds a byte. The same figure in a row means that time grows with length and no faster.
 *
 * Sources may hold 2 MB (`src/decode-source.ts`); a cell may be as long as its file.
 */
import { parseArgs } from 'node:util';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { remarkTabTable } from '../../src/syntax/remark-tab-table.ts';
import { readGrids } from '../../src/table/read-grids.ts';

const { values } = parseArgs({ options: { most: { type: 'string', default: '10000000' } } });
const SIZES = [1_000, 10_000, 100_000, 1_000_000, 2_000_000, 10_000_000].filter(
  (size) => size <= Number(values.most),
);
/** A text that would take longer than this at the next size, milliseconds, is not tried: the row ends. */
const PATIENCE = 120_000;

const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkTabTable).freeze();

const texts: Record<string, (size: number) => string> = {
  'tabs only': (size) => `a${'\t'.repeat(size)}`,
  'quotes only': (size) => `a\t${'"'.repeat(size)}`,
  'quotes that never close, one a row': (size) => 'a\t"b""\n'.repeat(size / 7),
  'one quoted cell of many lines': (size) => `a\t"${'b\n'.repeat(size / 2)}"`,
  'brackets in a cell': (size) => `a\t${'['.repeat(size)}`,
  'brackets in a pipe cell': (size) => `|a|\n|-|\n|${'['.repeat(size)}|`,
  'escaped pipes in a pipe cell': (size) => `|a|\n|-|\n|${'\\|'.repeat(size / 2)}|`,
  'rows of 10,000 columns': (size) => `${'a\t'.repeat(10_000)}\n`.repeat(Math.max(1, size / 20_001)),
  'rows of two columns': (size) => 'a\tb\n'.repeat(size / 4),
  'empty rows': (size) => `a\tb\n${'\t\n'.repeat(size / 2)}`,
};

for (const write of Object.values(texts)) parser.parse(write(10_000));
const table: Record<string, Record<string, string>> = {};
for (const [name, write] of Object.entries(texts)) {
  const row: Record<string, string> = {};
  for (const size of SIZES) {
    const text = write(size);
    const start = performance.now();
    readGrids(parser.parse(text), text, () => undefined);
    const milliseconds = performance.now() - start;
    row[`${size / 1000} kB`] = String(Math.round((milliseconds * 1e6) / text.length));
    if (milliseconds * 10 > PATIENCE) break;
  }
  table[name] = row;
}
console.log('Nanoseconds a byte:');
console.table(table);
