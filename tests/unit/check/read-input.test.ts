import { describe, expect, test } from 'vitest';
import { readInput } from '../../../src/check/read-input.ts';
import { formatOrigin } from '../../../src/import/imported.ts';
import { layouts } from '../../helpers/layouts.ts';
import { toHtml, toWorkbook } from '../../helpers/office-files.ts';

const { tables } = layouts[0] ?? { tables: [] };
const readFile = (name: string, bytes: Uint8Array, onPart: (name: string) => void = () => undefined) =>
  readInput({ kind: 'file', name, bytes }, onPart);

test.each([
  ['a\tb', 'a\tb\n'],
  ['a\tb\n', 'a\tb\n'],
  ['a\tb\r\n', 'a\tb\r\n'],
])('a text ends with a line end: %j', async (text, stored) => {
  expect(await readInput({ kind: 'text', text }, () => undefined)).toEqual({
    ...{ text: stored, origins: null, remarks: [] },
  });
});

describe('a file', () => {
  test('of text is the source, without its byte order mark', async () => {
    const { text, origins, remarks } = await readFile('a.MD', new TextEncoder().encode('\uFEFF甲\t乙'));
    expect([text, origins, remarks]).toEqual(['甲\t乙', null, []]);
  });

  test('in another encoding is one too, with a remark', async () => {
    const utf16 = await readFile('a.txt', Buffer.from('\uFEFF甲\t乙', 'utf16le'));
    expect(utf16).toMatchObject({ text: '甲\t乙', remarks: [expect.stringContaining('UTF-16LE')] });
    const gbk = await readFile('a.txt', Uint8Array.from([0xbc, 0xd7, 9, 0xd2, 0xd2]));
    expect(gbk).toMatchObject({ text: '甲\t乙', remarks: [expect.stringContaining('GB18030')] });
  });

  test('of a spreadsheet is pipe tables, each row with its place', async () => {
    const parts: string[] = [];
    const { text, origins } = await readFile('a.xlsx', toWorkbook(tables), (name) => parts.push(name));
    expect(text).not.toMatch(/^---/);
    const line = text.split('\n').findIndex((each) => each.startsWith('| ')) + 1;
    const origin = origins?.get(line);
    expect(origin && formatOrigin(origin)).toMatch(/^工作表“表1”第 \d+ 行$/);
    expect(parts[0]).toBe('工作表“表1”');
  });

  test('of the web leaves its menus out, and says so', async () => {
    const html = toHtml(tables).replace('<body>', '<body><p>首页</p>');
    const { text, remarks } = await readFile('a.html', Buffer.from(html));
    expect(text).not.toContain('首页');
    expect(remarks.join()).toContain('行文字（菜单、页脚等）没有读入');
  });

  test.each([
    ['a.txt', new Uint8Array(0), '文件是空的'],
    ['a.txt', Buffer.from('\x89PNG', 'latin1'), '这是图片'],
    ['a.html', Buffer.from('<p>甲</p>'), '里面没有表格'],
  ])('that can not be read is refused: %s %#', async (name, bytes, message) => {
    await expect(readFile(name, bytes)).rejects.toThrow(message);
  });
});
