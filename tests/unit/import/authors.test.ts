import { readFileSync } from 'node:fs';
import { utils, write } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { authorsOfContainer, describeAuthors } from '../../../src/import/authors.ts';
import { openContainer } from '../../../src/import/open-container.ts';
import { readDocument } from '../../../src/import/pdf/read-document.ts';
import { readOriginal } from '../../../src/import/read-original.ts';
import { makeWord, sourceTables, toSheet, zip } from '../../helpers/make-originals.ts';

const REMARK = '文件属性里有作者或修改者的名字（“张三”、“李四”），没有读入';

function workbook(bookType: 'xlsx' | 'biff8', Props: object): Buffer {
  const book = utils.book_new();
  utils.book_append_sheet(book, toSheet(sourceTables().slice(0, 1)), '表');
  return write({ ...book, Props }, { type: 'buffer', bookType }) as Buffer;
}

test.each([
  ['a.xlsx', workbook('xlsx', { Author: '张三', LastAuthor: '李四' })],
  ['a.xls', workbook('biff8', { Author: '张三', LastAuthor: '李四' })],
])('names in the properties of %s are told', async (name, bytes) => {
  expect((await readOriginal(name, bytes)).remarks).toContain(REMARK);
});

test('names in the properties of a file that a program made are not', async () => {
  const { remarks } = await readOriginal('a.xlsx', workbook('xlsx', { Author: 'openpyxl', LastAuthor: ' ' }));
  expect(remarks.join()).not.toContain('名字');
  expect((await readOriginal('a.docx', makeWord(sourceTables().slice(0, 1)))).remarks.join()).not.toContain(
    '名字',
  );
});

test('names in the properties of an OpenDocument file are told', async () => {
  const meta =
    '<o:document-meta xmlns:o="o" xmlns:m="m" xmlns:d="d"><m:initial-creator>张三</m:initial-creator><d:creator>李四</d:creator></o:document-meta>';
  const table =
    '<t:table t:name="表"><t:table-row><t:table-cell><x:p>甲</x:p></t:table-cell></t:table-row></t:table>';
  const bytes = zip({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<o:document-content xmlns:o="o" xmlns:t="t" xmlns:x="x"><o:body><o:text>${table}</o:text></o:body></o:document-content>`,
    'meta.xml': meta,
  });
  expect((await readOriginal('a.odt', bytes)).remarks).toContain(REMARK);
});

test('the author in the properties of a PDF is told', async () => {
  const bytes = readFileSync('tests/unit/import/fixtures/pdf/layout-c.pdf');
  const before = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(bytes.toString('latin1'))?.[1]);
  const root = /\/Root (\d+ \d+ R)/.exec(bytes.toString('latin1'))?.[1] ?? '';
  // 张三, as PDF writes it: UTF-16.
  const object = '9000 0 obj\n<</Author <FEFF5F204E09>>>\nendobj\n';
  const xref = `xref\n9000 1\n${String(bytes.length).padStart(10, '0')} 00000 n \ntrailer\n<</Size 9001 /Root ${root} /Info 9000 0 R /Prev ${before}>>\n`;
  const added = Buffer.from(`${object}${xref}startxref\n${bytes.length + object.length}\n%%EOF\n`, 'latin1');
  const { remarks } = await readDocument(Buffer.concat([bytes, added]));
  expect(remarks).toContain('文件属性里有作者或修改者的名字（“张三”），没有读入');
  expect((await readDocument(bytes)).remarks.join()).not.toContain('名字');
});

/** A property set as Office 97 writes it: the encoding, then texts in it. */
function propertiesOf(codePage: number, texts: Record<number, Buffer>): Buffer {
  const entries = Object.entries(texts);
  const values = [Buffer.from([2, 0, 0, 0, codePage & 255, codePage >> 8, 0, 0])];
  for (const [, text] of entries) {
    const head = Buffer.alloc(8);
    head.writeUInt32LE(30, 0);
    head.writeUInt32LE(text.length + 1, 4);
    values.push(Buffer.concat([head, text, Buffer.alloc(4 - (text.length % 4))]));
  }
  const head = Buffer.alloc(48 + 8 + 8 * values.length);
  head.writeUInt32LE(48, 44);
  head.writeUInt32LE(values.length, 52);
  let place = 8 + 8 * values.length;
  for (const [index, value] of values.entries()) {
    head.writeUInt32LE(index === 0 ? 1 : Number(entries[index - 1]?.[0]), 56 + 8 * index);
    head.writeUInt32LE(place, 60 + 8 * index);
    place += value.length;
  }
  return Buffer.concat([head, ...values]);
}

test.each([
  ['the encoding of an office in China', 936, Buffer.from('d5c5c8fd', 'hex')],
  ['UTF-8', 65_001, Buffer.from('张三')],
])('names in %s', (_, codePage, text) => {
  const stream = propertiesOf(codePage, { 2: Buffer.from('title'), 4: text });
  expect(authorsOfContainer({ stream: () => stream, hasMacros: false })).toEqual(['张三']);
});

test.each([
  ['is empty', Buffer.alloc(0)],
  ['ends before its values', Buffer.alloc(48, 1)],
  [
    'has places outside of it',
    Buffer.concat([Buffer.alloc(44), Buffer.from([48, 0, 0, 0]), Buffer.alloc(40, 0xff)]),
  ],
])('properties of an old file whose stream %s hold no names', (_, stream) => {
  expect(authorsOfContainer({ stream: () => stream, hasMacros: false })).toEqual([]);
});

test('a file without properties has no names', () => {
  expect(authorsOfContainer(openContainer(Buffer.from('x')))).toEqual([]);
  expect(describeAuthors(['', ' ', 'Administrator', 'WPS_1562', 'Microsoft Office User'])).toEqual([]);
});
