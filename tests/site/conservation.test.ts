/** Every cell of the source stands on its project's page. Splits the source itself, so that a fault of the parser shows. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'node-html-parser';
import { describe, expect, inject, test } from 'vitest';

const path = 'content/disclosures/2026/dongguan-zhishu-jiguan-gongwei.md';
const body = '2026/dongguan-zhishu-jiguan-gongwei';
const source = readFileSync(path, 'utf8');

/** The source's tables: runs of lines that hold a tab. */
const tables = source.split(/\n(?:[^\t\n]*\n)+/).filter((table) => table.includes('\t'));
const cellsOf = (table: string) =>
  table
    .split(/[\t\n]/)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '');
const pages = readdirSync(join(inject('dist'), body), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => parse(readFileSync(join(inject('dist'), body, entry.name, 'index.html'), 'utf8')))
  .filter((page) => page.querySelector('main[data-project-id]'));
const pageOf = (name: string) => pages.find((page) => page.querySelector('h1')?.text === name);

test('seven tables of the source are seven pages', () => {
  expect(tables).toHaveLength(7);
  expect(pages).toHaveLength(7);
});

describe.each(tables.map((table) => [cellsOf(table)[1] ?? '', table]))('%s', (name, table) => {
  test('has every cell of its table in the table as published, in order', () => {
    const lines =
      pageOf(name)
        ?.querySelectorAll('#source li code')
        .map((line) => line.textContent) ?? [];
    const published = lines.filter((line) => line.includes('\t'));
    expect(published.map((line) => line.trimEnd())).toEqual(table.split('\n').map((line) => line.trimEnd()));
  });

  test('has every cell of its table outside it too, as the text of one element', () => {
    const page = pageOf(name);
    const main = parse(page?.querySelector('main')?.outerHTML ?? '');
    main.querySelector('#source')?.remove();
    const text = main.textContent;
    // Labels of the form are the page's own words; what the office wrote next to them is the office's.
    const labels =
      /^(?:项目(?:名称|类型|等级)|主管部门|用款单位|实施周期|起始年度|到期年度|\d{4}年预算金额\(元\)|总体绩效目标|实施周期总目标|\d{4}年度目标|绩效指标|[一二三]级指标|实施周期指标值|年度指标值)$/;
    const missing = cellsOf(table).filter((cell) => !labels.test(cell) && !text.includes(cell));
    expect(missing).toEqual([]);
  });

  test('has a row for each indicator, with its name and both targets', () => {
    const rows = pageOf(name)?.querySelectorAll('tr[data-indicator]') ?? [];
    const lines = table.split('\n');
    const expected = lines
      .slice(lines.findIndex((line) => line.startsWith('绩效指标\t')) + 1)
      .map((line) => cellsOf(line).slice(-3));
    expect(rows).toHaveLength(expected.length);
    for (const [index, [indicator = '', period = '', annual = '']] of expected.entries()) {
      const text = rows[index]?.textContent ?? '';
      expect(rows[index]?.getAttribute('id')).toBeTruthy();
      expect(text).toContain(indicator);
      expect(text).toContain(period);
      expect(text).toContain(annual);
    }
  });
});
