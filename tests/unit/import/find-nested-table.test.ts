import { expect, test } from 'vitest';
import { findNestedTable } from '../../../src/import/find-nested-table.ts';

const table = (content: string) => `<w:tbl><w:tblPr/><w:tr><w:tc>${content}</w:tc></w:tr></w:tbl>`;

test('a table in a cell is found by its words', () => {
  const inner = table('<w:p><w:r><w:t>测算</w:t></w:r><w:r><w:t xml:space="preserve">金额</w:t></w:r></w:p>');
  expect(findNestedTable(table('<w:p/>') + table(inner))).toBe('测算、金额');
});

test('tables beside each other are none', () => {
  expect(findNestedTable(table('<w:p/>') + table('<w:p/>'))).toBeNull();
});
