import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openOriginal } from '../../../src/import/open-original.ts';
import { tempFolders } from '../../helpers/temp-folders.ts';

const newFolder = tempFolders();

/** Opens a file, and keeps what is said of it. */
async function open(name: string, text: string | null) {
  const file = join(newFolder(), name);
  if (text !== null) writeFileSync(file, text);
  const said: string[] = [];
  const original = await openOriginal(file, {
    print: (line) => said.push(`print ${line}`),
    progress: (line) => said.push(`progress ${line}`),
  });
  return { ...original, said };
}

test.each([
  ['甲13800138000.csv', 'a,b', /^甲(?!13800138000).*：文件名里有电话或证件号码/],
  ['甲\u0007.csv', 'a,b', /^甲�\.csv：文件名里有看不见的字符 U\+0007/],
  ['none.csv', null, /^none\.csv：没有这个文件$/],
])('the file %j is refused with its name', async (name, text, message) => {
  await expect(open(name, text)).rejects.toThrow(message);
});

test('a folder is no file', async () => {
  const folder = join(newFolder(), 'a.csv');
  mkdirSync(folder);
  const effects = { print: () => undefined, progress: () => undefined };
  await expect(openOriginal(folder, effects)).rejects.toThrow('a.csv：没有这个文件');
});

test('a file without a table is refused', async () => {
  await expect(open('a.md', '甲\n')).rejects.toThrow(/^a\.md：里面没有表格$/);
});

test('a table is read with the digest of its file, and its errors name the file', async () => {
  const text = '甲,=SUM(A1)\n乙,丙\n';
  const { name, bytes, sha256, parts, pages, hasMore, pieces, said } = await open('a.csv', text);
  expect([name, bytes.toString(), parts, pages, hasMore]).toEqual([
    'a.csv',
    text,
    ['全表'],
    undefined,
    false,
  ]);
  expect(sha256).toBe(createHash('sha256').update(text).digest('hex'));
  const [table] = pieces;
  expect(table?.kind === 'table' && table.rows.map(({ faults }) => faults)).toEqual([
    [expect.stringMatching(/^a\.csv 第 1 行第 2 格：/)],
    [],
  ]);
  expect(said).toEqual(['progress 正在读 a.csv……']);
});

test('of the text of a web page, titles and captions are kept, and the rest is counted', async () => {
  const table = '<table><tr><td>甲<td hidden>乙</table>';
  const page = `<p>首页</p><p>项目绩效目标表</p><p>单位：万元</p>${table}<p>联系我们</p>`;
  const { pieces, hasMore, said } = await open('a.html', page);
  expect(pieces.map((piece) => (piece.kind === 'text' ? piece.lines : piece.part))).toEqual([
    ...[['项目绩效目标表', '单位：万元'], '第 1 张表', []],
  ]);
  expect(hasMore).toBe(true);
  expect(said).toEqual([
    'progress 正在读 a.html……',
    'print a.html 第 1 张表第 1 行有一格是隐藏的，没有读入：“乙”',
    'print a.html 表格以外的 2 行文字（菜单、页脚等）没有读入',
  ]);
});
