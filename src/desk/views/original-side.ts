/** The table as the office made it, every cell coloured by what it became, each notice at its cell. */
import { html } from 'hono/html';
import { locateMessage } from '../../import/locate-message.ts';
import type { Notice, Project } from '../../record/disclosure-schema.ts';
import { ruleTexts } from '../../record/rules/rule-texts.ts';
import type { Sheet } from '../../record/sheet-schema.ts';
import { drawSheet, headerLines, type DrawnCell } from '../../site/original-view.ts';
import type { ExplainedTable } from '../explain-tables.ts';
import type { DraftReading } from '../read-draft.ts';
import type { Html } from './desk-page.ts';

const WORDS = { error: '要改', warning: '提示', info: '说明' } as const;
const CLASSES = { error: 'is-wrong', warning: 'is-hint', info: '' } as const;

/** The notices that are shown to staff: the others are background. */
export function shownNotices(notices: readonly Notice[]): Notice[] {
  return notices.filter(({ severity }) => severity !== 'info');
}

/** @param project Of a table with several, the one whose rows are shown. */
export function originalSide(reading: DraftReading, table: ExplainedTable, project: Project | null): Html {
  const { sheet } = table;
  const isOneOfMany = project !== null && table.projects.length > 1;
  const { startLine, endLine } = isOneOfMany ? project.source : table;
  const header = isOneOfMany && sheet ? headerLines(sheet, project.source.lines.header) : [];
  const within = shownNotices(reading.notices).filter(({ line }) => line >= startLine && line <= endLine);
  if (!sheet) return html`<div class="notes">${within.map((notice) => noticeBox(reading, notice))}</div>`;
  const { above, rows } = drawSheet(
    sheet,
    (line) => header.includes(line) || (line >= startLine && line <= endLine),
  );
  const [first = endLine + 1] = rows.map(({ line }) => line);
  const head = within.filter(({ line }) => line < first);
  const width = Math.max(1, ...rows.map(({ cells }) => cells.reduce((sum, { columns }) => sum + columns, 0)));
  return html`${above.map(({ text }) => html`<p class="small above">${text}</p>`)}
    ${head.length > 0 && html`<div class="notes">${head.map((notice) => noticeBox(reading, notice))}</div>`}
    <p class="only-narrow soft small wider">表比屏幕宽，可以左右移动。</p>
    <div class="scroll" role="region" aria-label="原来的表，可以左右移动" tabindex="0">
      <table class="sheet">
        <tbody>
          ${rows.map(({ line, cells }, index) => {
            const next = rows[index + 1]?.line ?? endLine + 1;
            const said = within.filter((notice) => notice.line >= line && notice.line < next);
            return html`<tr>
                <th scope="row" class="no">${rowNumber(sheet, line)}</th>
                ${cells.map((cell) => sheetCell(table, line, cell, said))}
              </tr>
              ${
                said.length > 0 &&
                html`<tr class="said">
                  <td colspan="${width + 1}">${said.map((notice) => noticeBox(reading, notice))}</td>
                </tr>`
              }`;
          })}
        </tbody>
      </table>
    </div>`;
}

/** Number of a row in the original. Empty: it is not known. */
function rowNumber({ rows }: Sheet, line: number): number | string {
  return rows.find((row) => row.line === line)?.row ?? '';
}

/** @param said Notices of the row. */
function sheetCell(table: ExplainedTable, line: number, cell: DrawnCell, said: readonly Notice[]): Html {
  const { text, column, rows, columns } = cell;
  const key = `${line} ${column}`;
  const use = table.uses.get(key);
  const at = said.filter((notice) => notice.line === line && notice.column === table.columns.get(key));
  const [worst] = at.map(({ severity }) => severity).sort();
  const isLeft = text !== '' && !use;
  const kind = worst ? CLASSES[worst] : use ? `is-${use.kind}` : isLeft ? 'is-left' : '';
  const tag = worst ? WORDS[worst] : isLeft ? '不公开' : '';
  const [across, down] = [columns > 1 && html` colspan="${columns}"`, rows > 1 && html` rowspan="${rows}"`];
  // A cell can be reached with the arrow keys; the line above the table then says what it became.
  const told = use?.kind === 'value' && html` tabindex="-1" data-is="${use.field}"`;
  return html`<td class="${kind}" ${across}${down}${told}>
    ${lines(text)}${tag !== '' && html`<span class="tag">${tag}</span>`}
  </td>`;
}

function lines(text: string): Html[] {
  return text.split('\n').map((line, index) => (index === 0 ? html`${line}` : html`<br />${line}`));
}

/** What is wrong, and what to do. Lines are named as rows of the original. */
export function noticeBox({ converted }: Pick<DraftReading, 'converted'>, notice: Notice): Html {
  const { rule, severity } = notice;
  return html`<div class="notice${severity === 'error' ? ' wrong' : ''}">
    <p><b>${WORDS[severity]}</b>${locateMessage(notice, converted.origins)}。</p>
    <p>${adviceOf(notice)}</p>
  </div>`;

  function adviceOf(given: Notice): string {
    const advice = ruleTexts[rule].advice;
    return given.severity === 'error' ? `${advice}在原表里改好，保存，再把文件拖到这一页。` : advice;
  }
}
