import type { Construct, Effects, State, TokenizeContext } from 'micromark-util-types';
import { codes } from 'micromark-util-symbol';
import { documentText } from './document-text.ts';
import { findClosingQuote } from './find-closing-quote.ts';
import { toText } from './to-text.ts';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    tabTableRow: 'tabTableRow';
    /** The second, or a further, line of a row that has several. */
    tabTableRowLine: 'tabTableRowLine';
  }
  interface Token {
    /** The characters of a `tabTableRow`, none replaced. */
    _rowText?: string;
  }
}

/**
 * One row: a line with at least one tab, or several lines where a quoted cell holds line endings.
 *
 * Cells get no tokens: a token a cell would be most of a parse's time. `splitRow` cuts them from `_rowText`.
 */
export const tabTableRow: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return tokenizeRow(this, effects, ok, nok);
  },
};

export function isLineEnding(code: number | null): code is number {
  return code !== codes.eof && code <= codes.carriageReturnLineFeed;
}

function tokenizeRow(context: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  let hasDivider = false;
  /**
   * Whether line endings may stand in cells. In a list or block quote they may not, as each line there has a prefix, nor on a
   * lazy line: only when that line is done do the list or block quote end. Behind a blank line nothing can be lazy.
   */
  let isAtRoot = false;
  let isFurtherLine = false;
  return start;

  /**
   * Before a row.
   *
   *     项目名称⇥民兵事业费
   *     ^
   */
  function start(code: number | null): State | undefined {
    const { line, column, offset } = context.now();
    isAtRoot = column === 1 && (context.parser.lazy[line] !== true || isAfterBlank(offset));
    effects.enter('tabTableRow');
    return context.previous === codes.space ? inCell(code) : atCell(code);
  }

  /**
   * Before a cell, which may be empty. The rest of a tab that a block quote's marker took one column of is no character.
   *
   *     项目名称⇥民兵事业费⇥
   *     ^        ^          ^
   */
  function atCell(code: number | null): State | undefined {
    if (code === codes.virtualSpace) {
      effects.consume(code);
      return atCell;
    }
    return code === codes.quotationMark && isQuoted() ? openingQuote(code) : inCell(code);
  }

  /**
   * In a cell that is not quoted, or after one that is.
   *
   *     项目名称⇥民兵事业费
   *      ^^^^    ^^^^^
   */
  function inCell(code: number | null): State | undefined {
    if (code === codes.eof || isLineEnding(code)) return rowEnd(code);
    effects.consume(code);
    if (code !== codes.horizontalTab) return inCell;
    hasDivider = true;
    return atCell;
  }

  /**
   * At the quote that opens a cell.
   *
   *     年度目标⇥"训练""三会一课""骨干"⇥
   *              ^
   */
  function openingQuote(code: number | null): State | undefined {
    effects.consume(code);
    return inQuotedCell;
  }

  /**
   * In a quoted cell, where tabs and line endings are text. It is known to be closed, so there is no end of the document here.
   *
   *     年度目标⇥"训练""三会一课""骨干"⇥
   *               ^^
   */
  function inQuotedCell(code: number | null): State | undefined {
    const isQuote = code === codes.quotationMark;
    if (isLineEnding(code)) return lineEndingInCell(code);
    effects.consume(code);
    return isQuote ? afterQuote : inQuotedCell;
  }

  /**
   * At the end of a line in a quoted cell.
   *
   *     年度目标⇥"训练
   *                   ^
   *     三会一课"⇥
   */
  function lineEndingInCell(code: number): State | undefined {
    if (isFurtherLine) effects.exit('tabTableRowLine');
    isFurtherLine = false;
    effects.enter('lineEnding');
    effects.consume(code);
    effects.exit('lineEnding');
    return atFurtherLine;
  }

  /**
   * Before a further line of a quoted cell. micromark wants the text between two tokens to be in one, and an empty line in none.
   *
   *     年度目标⇥"训练
   *     三会一课"⇥
   *     ^
   */
  function atFurtherLine(code: number | null): State | undefined {
    if (isLineEnding(code)) return lineEndingInCell(code);
    effects.enter('tabTableRowLine');
    isFurtherLine = true;
    return inQuotedCell(code);
  }

  /**
   * After a quote in a quoted cell: the first of two, or the closing one.
   *
   *     年度目标⇥"训练""三会一课""骨干"⇥
   *                    ^         ^     ^
   */
  function afterQuote(code: number | null): State | undefined {
    return code === codes.quotationMark ? openingQuote(code) : inCell(code);
  }

  /**
   * After the last cell.
   *
   *     项目名称⇥民兵事业费
   *                       ^
   */
  function rowEnd(code: number | null): State | undefined {
    if (!hasDivider) return nok(code);
    if (isFurtherLine) effects.exit('tabTableRowLine');
    const token = effects.exit('tabTableRow');
    token._rowText = toText(context.sliceStream(token));
    return ok(code);
  }

  /** Whether there is a blank line above. */
  function isAfterBlank(offset: number): boolean {
    const text = documentText(context.parser);
    let start = offset;
    while (/[\t \r\n]/.test(text.charAt(start - 1))) start -= 1;
    return text.slice(start, offset).split(/\r\n|\r|\n/).length > 2;
  }

  /**
   * Whether the quote here opens a quoted cell. The answer is looked up ahead instead of tried: while a construct tries,
   * it is given the lines that follow, and what it then gives back could be a list or block quote no more.
   */
  function isQuoted(): boolean {
    const text = documentText(context.parser);
    const { offset } = context.now();
    const close = findClosingQuote(text, offset, hasDivider);
    return close !== -1 && (isAtRoot || !/[\r\n]/.test(text.slice(offset, close)));
  }
}
