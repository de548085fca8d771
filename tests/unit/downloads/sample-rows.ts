import fc from 'fast-check';
import type { Column } from '../../../src/downloads/column.ts';
import { toSheet } from '../../../src/downloads/to-workbook.ts';

export interface Row {
  text: string | null;
  yuan: string | null;
  count: number;
  yes: boolean | null;
}
export const table: { title: string; columns: readonly Column<Row>[] } = {
  title: '行',
  columns: [
    { name: 'text', title: '文字', description: '', type: 'string', width: 9, value: ({ text }) => text },
    {
      name: 'yuan',
      title: '金额（元）',
      description: '',
      type: 'number',
      unit: '元',
      width: 9,
      value: ({ yuan }) => yuan,
    },
    { name: 'count', title: '个数', description: '', type: 'integer', width: 9, value: ({ count }) => count },
    { name: 'yes', title: '是', description: '', type: 'boolean', width: 9, value: ({ yes }) => yes },
  ],
};
export const other = toSheet({ table: { ...table, title: '另' }, rows: [] });
export const hostile: Row = {
  text: '=HYPERLINK("http://example.com")',
  yuan: '-12500.10',
  count: -3,
  yes: false,
};

/** Texts of an XML that may hold them: no lone halves of pairs, no controls. A workbook writes line breaks as LF. */
const texts = fc
  .string({ unit: 'grapheme', maxLength: 40 })
  .filter((text) => !/[\p{Cc}\ufffe\uffff]/u.test(text.replaceAll('\n', '')));
export const rows = fc.array(
  fc.record({
    text: fc.oneof(
      texts,
      texts.map((text) => `=${text}`),
      texts.map((text) => ` \n-"${text},`),
    ),
    yuan: fc.option(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }).map((fen) => (fen / 100).toFixed(2))),
    count: fc.integer(),
    yes: fc.option(fc.boolean()),
  }),
);
