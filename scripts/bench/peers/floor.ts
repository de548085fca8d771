/**
 * The minimum work of any generator in Node: splits the tables at their tabs, and writes one page per project and one list with
 * template strings. It does not interpret the tables.
 *
 *     node floor.ts CONTENT OUT
 */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [content = '', out = ''] = process.argv.slice(2);
const links: string[] = [];
for (const path of readdirSync(content, { recursive: true, encoding: 'utf8' }).sort()) {
  if (!path.endsWith('.md')) continue;
  const tables = readFileSync(join(content, path), 'utf8').split(/^(?:## )?项目绩效目标表$/m);
  for (const [number, table] of tables.slice(1).entries()) {
    const rows = table
      .trim()
      .split('\n')
      .map((line) => line.split('\t'));
    const id = `${path.slice(0, -3)}/${number + 1}`;
    const name = rows[0]?.find((cell, index) => index > 0 && cell !== '') ?? '';
    mkdirSync(join(out, id), { recursive: true });
    writeFileSync(
      join(out, id, 'index.html'),
      writePage(name, `<table>${rows.map(writeRow).join('')}</table>`),
    );
    links.push(`<li><a href="/${id}/">${escape(name)}</a></li>`);
  }
}
writeFileSync(join(out, 'index.html'), writePage('全部项目', `<ul>${links.join('')}</ul>`));

function writePage(title: string, main: string): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escape(title)}</title></head><body><header><a href="/">绩效目标</a></header><main><h1>${escape(title)}</h1>${main}</main></body></html>`;
}

function writeRow(cells: readonly string[]): string {
  return `<tr>${cells.map((cell) => `<td>${escape(cell)}</td>`).join('')}</tr>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
