import { expect, test } from 'vitest';
import { describeContainer } from '../../../src/import/describe-container.ts';

const containerOf = (streams: Record<string, Buffer>) => ({
  stream: (name: string) => streams[name],
  hasMacros: false,
});
/** A workbook: a first record of so many bytes, and the kind of the second. */
function workbook(length: number, second: number): Buffer {
  const stream = Buffer.alloc(4 + length + 2);
  stream.writeUInt16LE(0x0809, 0);
  stream.writeUInt16LE(length, 2);
  stream.writeUInt16LE(second, 4 + length);
  return stream;
}
function document(flags: number): Buffer {
  const stream = Buffer.alloc(12);
  stream.writeUInt16LE(flags, 10);
  return stream;
}
const OLD = '又是老格式';

test.each([
  ['a workbook', { Workbook: workbook(16, 0x0042) }, null],
  ['an older workbook', { Book: workbook(8, 0x0042) }, null],
  ['a document', { WordDocument: document(0xfeff) }, null],
  ['the head of a document alone', { WordDocument: Buffer.alloc(11, 0xff) }, null],
  ['the head of a workbook alone', { Workbook: workbook(16, 0x002f).subarray(0, 21) }, null],
  ['a workbook with a password', { Workbook: workbook(16, 0x002f) }, OLD],
  ['an older workbook with a password', { Book: workbook(8, 0x002f) }, OLD],
  ['a document with a password', { WordDocument: document(0x0100) }, OLD],
  ['a new file with a password', { EncryptedPackage: Buffer.alloc(1) }, '文件有密码保护，读不出'],
  ['something else', { Other: Buffer.alloc(1) }, '不是 Excel 工作簿，也不是 Word 文档'],
])('%s', (_name, streams: Record<string, Buffer>, words) => {
  const problem = describeContainer(containerOf(streams));
  if (words === null) expect(problem).toBeNull();
  else expect(problem?.message).toContain(words);
  expect(problem?.reason ?? null).toBe(
    [OLD, '文件有密码保护，读不出'].includes(words ?? '') ? 'locked' : null,
  );
});
