/**
 * `node tests/helpers/make-pdf-fixtures.ts`: prints the files of `tests/unit/import/fixtures/pdf/` with Chromium and a Chinese font.
 * The tests read what is there and need neither.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBrowser } from '../../scripts/browser/open-browser.ts';
import { layouts, type Layout, type PrintedTable } from './layouts.ts';
import type { OfficeTable } from './make-originals.ts';
import { toHtmlRows } from './office-files.ts';
import { packPdf } from './pack-pdf.ts';

const STYLE = `
  body { margin: 0; font: 9pt/1.4 'Noto Sans CJK SC'; }
  .page { break-after: page; }
  .above { margin: 0 0 4pt; }
  .above:first-child { font-size: 18pt; text-align: center; }
  table { width: 100%; table-layout: fixed; border-collapse: collapse; margin-bottom: 12pt; }
  td { border: 0.6pt solid #000; padding: 2pt; overflow-wrap: anywhere; }`;

const fixtures = fileURLToPath(new URL('../unit/import/fixtures/pdf', import.meta.url));
mkdirSync(fixtures, { recursive: true });
const browser = await openBrowser();
const page = await browser.newPage();
for (const layout of layouts)
  await print(
    `layout-${layout.id.toLowerCase()}`,
    layout.tables.flatMap((table) => toPages(table, layout)),
    layout.isLandscape,
  );
const [plain] = layouts.flatMap(({ id, tables }) => (id === 'C' ? tables : []));
if (!plain) throw new Error('there is no layout C');
const table = toTag(plain.table);
await print('turned', [
  `<div style="width: 700pt; transform-origin: 0 0; transform: translate(480pt, 0) rotate(90deg)">${table}</div>`,
]);
await print('bold', [`<div style="text-shadow: 0.3pt 0 #000">${table}</div>`]);
await print('no-frame', [`<style>table { border-style: hidden }</style>${table}`]);
await print('only-level-lines', [`<style>td { border-width: 0.6pt 0; padding: 2pt 12pt }</style>${table}`]);
await print('no-lines', [`<style>td { border: 0 }</style>${table}`]);
await print('rest-of-other-width', [
  toTag(cut(plain.table, 0, 10)),
  `<div style="width: 70%">${toTag(cut(plain.table, 10, plain.table.height))}</div>`,
]);
await print('rest-on-the-third-page', [
  toTag(cut(plain.table, 0, 6)),
  toTag(cut(plain.table, 6, 10)),
  `<div style="width: 70%">${toTag(cut(plain.table, 10, plain.table.height))}</div>`,
]);
await print('scan', ['<svg width="300" height="300"><circle cx="150" cy="150" r="120" fill="#ccc"/></svg>']);
await print('budget', [
  '<h1>南屏市住建局2026年部门预算</h1><p>一、部门职责。负责城市照明、排水和房屋管理。</p><p>二、绩效目标见第三部分。</p>',
  `<p>表1 收支总表&emsp;单位：万元</p><table><tr><td>收入</td><td>金额</td></tr><tr><td>一般公共预算</td><td>1,768.15</td></tr></table>`,
  `<p>第三部分&emsp;预算绩效</p><p>（一）整体绩效目标</p><table><tr><td>部门名称</td><td>南屏市住建局</td></tr><tr><td>整体绩效目标</td><td>完成年度任务</td></tr></table>`,
  `<p>（二）项目绩效目标如下：</p>${table}`,
  '<p>第四部分　名词解释</p><p>绩效目标：预算资金在一定期限内要达到的产出和效果。</p>',
]);
await browser.close();

async function print(name: string, pages: readonly string[], landscape = false): Promise<void> {
  const body = pages.map((content) => `<div class="page">${content}</div>`).join('\n');
  await page.setContent(
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><style>${STYLE}</style></head><body>${body}</body></html>`,
  );
  const margin = { top: '18mm', right: '18mm', bottom: '18mm', left: '18mm' };
  const printed = await page.pdf({ format: 'A4', landscape, margin, tagged: false });
  writeFileSync(join(fixtures, `${name}.pdf`), packPdf(printed));
}

/** A table's pages. Where a page breaks, the cells that reach over its end have no line there. */
function toPages({ above, table, breaks }: PrintedTable, { repeatsAbove }: Layout): string[] {
  const starts = [0, ...breaks];
  return starts.map((start, index) => {
    const lines = index === 0 || repeatsAbove ? above.map((line) => `<p class="above">${line}</p>`) : [];
    return [...lines, toTag(cut(table, start, starts[index + 1] ?? table.height))].join('');
  });
}

/** The rows `start`…`end - 1` of a table. */
function cut(table: OfficeTable, start: number, end: number): OfficeTable {
  const cells = table.cells
    .filter(({ row, rowSpan }) => row < end && row + rowSpan > start)
    .map((cell) => {
      const [from, to] = [Math.max(cell.row, start), Math.min(cell.row + cell.rowSpan, end)];
      return {
        ...cell,
        text: cell.row < start ? '' : cell.text,
        row: from - start,
        rowSpan: to - from,
        isOpenAbove: cell.row < start,
        isOpenBelow: cell.row + cell.rowSpan > end,
      };
    });
  return { ...table, height: end - start, cells };
}

function toTag(table: OfficeTable): string {
  const columns = '<col>'.repeat(table.width);
  const rows = toHtmlRows(table, (cell) => {
    const { isOpenAbove, isOpenBelow } = cell as { isOpenAbove?: boolean; isOpenBelow?: boolean };
    return `${isOpenAbove ? 'border-top: none;' : ''}${isOpenBelow ? 'border-bottom: none;' : ''}`;
  });
  return `<table><colgroup>${columns}</colgroup>${rows}</table>`;
}
