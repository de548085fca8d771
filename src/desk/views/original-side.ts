/** The table as the office made it, every cell coloured by what it became, each notice at its cell. */
import { html } from 'hono/html';
import { locateMessage } from '../../import/locate-message.ts';
import type { Notice, Project } from '../../record/disclosure-schema.ts';
import { ruleTexts } from '../../record/rules/rule-texts.ts';
import type { Sheet } from '../../record/sheet-schema.ts';
import { drawSheet, headerLines, type DrawnCell, type DrawnSheet } from '../../site/original-view.ts';
import type { ExplainedTable } from '../explain-tables.ts';
import type { DraftReading } from '../read-draft.ts';
import type { Html } from './desk-page.ts';

const WORDS = { error: '要改', warning: '提示', info: '说明' } as const;
const CLASSES = { error: 'is-wrong', warning: 'is-hint', info: '' } as const;

/** What a sheet says in its cells besides their texts. */
export interface SheetWords {
  /** In a cell that was not read. */
  left: string;
  /** Of a label that staff are asked about. Null: the cell has none. */
  labelTag: (text: string) => { tag: string; isSet: boolean } | null;
}

const WORDS_OF_READING: SheetWords = { left: '不公开', labelTag: () => null };

/** The notices that are shown to staff: the others are background. */
export function shownNotices(notices: readonly Notice[]): Notice[] {
  return notices.filter(({ severity }) => severity !== 'info');
}

/** What is shown of a table. */
export interface ShownPart {
  table: ExplainedTable;
  endLine: number;
  isShown: (line: number) => boolean;
  notices: readonly Notice[];
}

/** @param project Of a table with several, the one whose rows are shown. */
export function shownPart(reading: DraftReading, table: ExplainedTable, project: Project | null): ShownPart {
  const { sheet } = table;
  const isOneOfMany = project !== null && table.projects.length > 1;
  const { startLine, endLine } = isOneOfMany ? project.source : table;
  const header = isOneOfMany && sheet ? headerLines(sheet, project.source.lines.header) : [];
  const isWithin = (line: number) => line >= startLine && line <= endLine;
  return {
    table,
    endLine,
    isShown: (line) => header.includes(line) || isWithin(line),
    notices: shownNotices(reading.notices).filter(({ line }) => isWithin(line)),
  };
}

export function originalSide(
  reading: DraftReading,
  { table, endLine, isShown, notices: within }: ShownPart,
  words: SheetWords = WORDS_OF_READING,
): Html {
  const { sheet } = table;
  if (!sheet) return html`<div class="notes">${within.map((notice) => noticeBox(reading, notice))}</div>`;
  const { above, rows } = drawSheet(sheet, isShown);
  const [first = endLine + 1] = rows.map(({ line }) => line);
  const head = within.filter(({ line }) => line < first);
  const width = Math.max(
    1,
    ...rows.flatMap(({ cells }) => cells.map(({ column, columns }) => column + columns)),
  );
  const saidOf = (index: number) => {
    const [from = 0, next = endLine + 1] = rows.slice(index, index + 2).map(({ line }) => line);
    return within.filter(({ line }) => line >= from && line < next);
  };
  // A merged cell reaches over the rows of notices between its rows.
  const spanOf = (index: number, { rows: count }: DrawnCell) =>
    count + rows.slice(index, index + count - 1).filter((_, down) => saidOf(index + down).length > 0).length;
  return html`${above.map(({ text }) => html`<p class="small above">${text}</p>`)}
    ${head.length > 0 && html`<div class="notes">${head.map((notice) => noticeBox(reading, notice))}</div>`}
    <p class="only-narrow soft small wider">表比屏幕宽，可以左右移动。</p>
    <div class="scroll" role="region" aria-label="原来的表，可以左右移动" tabindex="0">
      <table class="sheet">
        <tbody>
          ${rows.map(({ line, cells }, index) => {
            const said = saidOf(index);
            return html`<tr>
                <th scope="row" class="no">${rowNumber(sheet, line)}</th>
                ${cells.map((cell) => sheetCell(table, line, cell, { said, rows: spanOf(index, cell), words }))}
              </tr>
              ${
                said.length > 0 &&
                saidRow(
                  freeRuns(rows, index, width),
                  said.map((notice) => noticeBox(reading, notice)),
                )
              }`;
          })}
        </tbody>
      </table>
    </div>`;
}

/** A row of notices between two rows, next to the merged cells that reach over both. */
function saidRow(runs: readonly number[], boxes: readonly Html[]): Html {
  const widest = runs.indexOf(Math.max(...runs));
  return html`<tr class="said">
    ${runs.map((run, index) => html`<td colspan="${run}">${index === widest ? boxes : ''}</td>`)}
  </tr>`;
}

/** Below a row: how many columns are free, side by side, of merged cells that go on; the column of numbers is the first. */
export function freeRuns(rows: DrawnSheet['rows'], index: number, width: number): number[] {
  const covered = new Set(
    rows
      .slice(0, index + 1)
      .flatMap(({ cells }, row) =>
        cells.flatMap((cell) =>
          row + cell.rows > index + 1
            ? Array.from({ length: cell.columns }, (_, across) => cell.column + across)
            : [],
        ),
      ),
  );
  const runs: number[] = [];
  let run = 1;
  for (let column = 0; column < width; column += 1) {
    if (!covered.has(column)) run += 1;
    else if (run > 0) {
      runs.push(run);
      run = 0;
    }
  }
  return run > 0 ? [...runs, run] : runs;
}

/** Number of a row in the original. Empty: nobody can tell it. */
function rowNumber({ rows }: Sheet, line: number): number | string {
  return rows.find((row) => row.line === line)?.row ?? '';
}

/** @param said Notices of the row. @param rows That it reaches over. */
function sheetCell(
  table: ExplainedTable,
  line: number,
  cell: DrawnCell,
  { said, rows, words }: { said: readonly Notice[]; rows: number; words: SheetWords },
): Html {
  const { text, column, columns } = cell;
  const key = `${line} ${column}`;
  const use = table.uses.get(key);
  const at = said.filter((notice) => notice.line === line && notice.column === table.columns.get(key));
  const [worst] = at.map(({ severity }) => severity).sort();
  const isLeft = text !== '' && !use;
  const label = use?.kind === 'value' ? null : words.labelTag(text);
  const isOpen = label?.isSet === false;
  const kind = worst ? CLASSES[worst] : use && !isOpen ? `is-${use.kind}` : isLeft || isOpen ? 'is-left' : '';
  const tag = worst ? WORDS[worst] : (label?.tag ?? (isLeft ? words.left : ''));
  const [across, down] = [columns > 1 && html` colspan="${columns}"`, rows > 1 && html` rowspan="${rows}"`];
  // A cell can be reached with the arrow keys; the line above the table then says what it became.
  const focusable = use?.kind === 'value' && html` tabindex="-1" data-is="${use.field}"`;
  return html`<td class="${kind}" ${across}${down}${focusable}>
    ${lines(text)}${tag !== '' && html`<span class="tag${label?.isSet ? ' set' : ''}">${tag}</span>`}
  </td>`;
}

function lines(text: string): Html[] {
  return text.split('\n').map((line, index) => (index === 0 ? html`${line}` : html`<br />${line}`));
}

/** What is wrong, and what to do. Lines are named as rows of the original. @param number Of the notice at its place on a picture. */
export function noticeBox(
  { converted }: Pick<DraftReading, 'converted'>,
  notice: Notice,
  number?: number,
): Html {
  const { rule, severity } = notice;
  return html`<div class="notice${severity === 'error' ? ' wrong' : ''}">
    <p>
      <b>${WORDS[severity]}${number !== undefined && ` ${number}`}</b
      >${locateMessage(notice, converted.origins)}。
    </p>
    <p>${adviceOf(notice)}</p>
  </div>`;

  function adviceOf(given: Notice): string {
    const advice = ruleTexts[rule].advice;
    return given.severity === 'error' ? `${advice}在原表里改好，保存，再把文件拖到这一页。` : advice;
  }
}
