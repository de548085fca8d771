import { expect, test } from 'vitest';
import { kindOfArchive } from '../../../src/import/kind-of-archive.ts';

const TYPE = 'application/vnd.oasis.opendocument';

test.each([
  ['xlsx', { 'xl/workbook.xml': '' }],
  ['docx', { 'word/document.xml': '' }],
  ['open-document', { mimetype: `${TYPE}.spreadsheet` }],
  ['open-document', { mimetype: `${TYPE}.text` }],
])('%s is %j', (kind, parts) => {
  expect(kindOfArchive(new Map(Object.entries(parts)))).toBe(kind);
});

test.each([
  ['.ofd', { 'OFD.xml': '' }],
  ['.xlsb', { 'xl/workbook.bin': '' }],
  ['演示文稿', { 'ppt/presentation.xml': '' }],
  ['压缩包', { mimetype: `${TYPE}.presentation` }],
  ['压缩包', {}],
])('%s is refused: %j', (words, parts: Record<string, string>) => {
  expect(() => kindOfArchive(new Map(Object.entries(parts)))).toThrow(words);
});
