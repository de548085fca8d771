/** A page of a PDF as its picture, every cell that was found on it coloured by what it became. The browser draws the picture. */
import { html } from 'hono/html';
import type { Notice } from '../../record/disclosure-schema.ts';
import type { ExplainedTable } from '../explain-tables.ts';
import { locateCells, type LocatedCell, type LocatedPage } from '../locate-cells.ts';
import type { DraftReading } from '../read-draft.ts';
import type { Html } from './desk-page.ts';
import { noticeBox, type ShownPart } from './original-side.ts';

/** Points: how far the number of a notice is from the edges of its cell. */
const MARGIN = 2;
/** Points: the height of such a number. */
const SIZE = 9;

/**
 * Null: it is none of a PDF, or none of its cells was found on a page.
 *
 * @param table The same, for a browser that draws no picture.
 */
export function pdfSide(base: string, reading: DraftReading, part: ShownPart, table: Html): Html | null {
  const { sheet } = part.table;
  const { layouts, pages: count } = reading.original;
  const pages = sheet ? locateCells(sheet, layouts, part.isShown) : [];
  if (pages.length === 0) return null;
  return html`<div data-pdf="${base}/original/${reading.draft.id}" hidden>
      ${pages.map((page) => pdfPage(page, part, count ?? pages.length))}
      ${
        part.notices.length > 0 &&
        html`<div class="notes">
          ${part.notices.map((notice, index) => noticeBox(reading, notice, index + 1))}
        </div>`
      }
    </div>
    <details class="as-table" open>
      <summary>看读出的表格</summary>
      ${table}
    </details>
    <script type="module" src="${base}/pdf.js"></script>`;
}

function pdfPage(
  { number, rotation, width, height, cells }: LocatedPage,
  part: ShownPart,
  count: number,
): Html {
  return html`<figure class="pdf-page">
    <div class="scroll" role="region" aria-label="第 ${number} 页，可以左右移动" tabindex="0">
      <div class="pdf-paper">
        <canvas
          data-page="${number}"
          data-rotation="${rotation}"
          width="${width}"
          height="${height}"
        ></canvas>
        <svg
          class="pdf-cells"
          viewBox="0 0 ${width} ${height}"
          role="group"
          aria-label="第 ${number} 页上读到的格"
        >
          ${cells.map((cell) => pdfCell(cell, part))}
        </svg>
      </div>
    </div>
    <figcaption class="soft small">第 ${number} 页，共 ${count} 页。加底色的是读到的字。</figcaption>
  </figure>`;
}

function pdfCell(cell: LocatedCell, { table, notices }: ShownPart): Html {
  const { left, top, right, bottom, text } = cell;
  const key = `${cell.line} ${cell.column}`;
  const use = table.uses.get(key);
  const at = notices.flatMap((notice, index) => (isAt(notice, cell, table) ? [{ notice, index }] : []));
  const isWrong = at.some(({ notice }) => notice.severity === 'error');
  const kind = at.length > 0 ? (isWrong ? 'wrong' : 'hint') : (use?.kind ?? 'left');
  const [x, y, width, height] = [left, top, right - left, bottom - top].map(round);
  const box = html`x="${x}" y="${y}" width="${width}" height="${height}"`;
  const label = use?.kind === 'value' && `${text}\u3000读成：${use.field}`;
  return html`${
    label
      ? html`<rect
          class="is-${kind}"
          ${box}
          role="img"
          aria-label="${label}"
          tabindex="-1"
          data-text="${text}"
          data-is="${use.field}"
        />`
      : html`<rect class="is-${kind}" ${box} />`
  }${
    at.length > 0 &&
    html`<text x="${round(right - MARGIN)}" y="${round(top + SIZE)}" font-size="${SIZE}" class="is-${kind}"
      >${at
        .map(
          ({ notice, index }) => `${isWrong && notice.severity === 'error' ? '要改' : '提示'} ${index + 1}`,
        )
        .join('、')}</text
    >`
  }`;
}

function isAt({ line, column }: Notice, cell: LocatedCell, { columns }: ExplainedTable): boolean {
  return line === cell.line && column === columns.get(`${cell.line} ${cell.column}`);
}

function round(points: number): number {
  return Math.round(points * 10) / 10;
}
