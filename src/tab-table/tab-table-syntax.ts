/**
 * In: the characters of a document, as micromark gives them to a construct.
 * Out: a `tabTable` token for each block of tab-separated lines, and in it a `tabTableRow` for each row.
 */
import type {
  Construct,
  Effects,
  Event,
  Extension,
  State,
  Token,
  TokenizeContext,
} from 'micromark-util-types';
import { codes } from 'micromark-util-symbol';
import { rememberDocument } from './document-text.ts';
import { isLineEnding, tabTableRow } from './tab-table-row.ts';

// The types of its tokens.
export type {} from './tab-table-row.ts';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    tabTable: 'tabTable';
  }
}

/** The micromark extension. It turns indented code off: a row may begin with empty cells, so with tabs. */
export function tabTableSyntax(): Extension {
  return {
    document: { null: rememberDocument },
    flow: { null: tabTable },
    // Flow takes the white space off a line before it tries `flow`, and with it the first empty cells of a row.
    flowInitial: {
      [codes.horizontalTab]: tabTable,
      [codes.virtualSpace]: tabTable,
      [codes.space]: tabTable,
    },
    disable: { null: ['codeIndented'] },
  };
}

/** `concrete`: from the second row on, no list or block quote may take a row that begins with `- ` or `> `. */
const tabTable: Construct = {
  name: 'tabTable',
  concrete: true,
  tokenize(effects, ok, nok) {
    return tokenizeTable(this, effects, ok, nok);
  },
};

/**
 * A row and the line ending before it. An empty row, of tabs and spaces alone, counts where a row with text follows:
 * a spreadsheet pastes one as `⇥⇥⇥`, and Markdown's reading of it as a blank line would cut the table in two.
 */
const nextRow: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return tokenizeNextRow(this, effects, ok, nok);
  },
};

/** A line that begins with `|`. A first row never does: it is the head of a pipe table, or a row of one. */
const pipeLine: Construct = { partial: true, tokenize: tokenizePipeLine };

function tokenizeTable(context: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  return start;

  /**
   * Before a line that may be the first row.
   *
   *     项目名称⇥民兵事业费
   *     ^
   */
  function start(code: number | null): State | undefined {
    const prefix = linePrefix(context);
    if (prefix !== null && !context.interrupt) return nok(code); // `flowInitial` has seen this line whole.
    if (prefix?.includes('\t')) return ok(code);
    effects.enter('tabTable');
    return effects.check(pipeLine, nok, effects.attempt(tabTableRow, afterRow, nok))(code);
  }

  /**
   * After a row. A paragraph that is being interrupted only asks whether a table begins here.
   *
   *     项目名称⇥民兵事业费
   *                       ^
   */
  function afterRow(code: number | null): State | undefined {
    return context.interrupt ? end(code) : effects.attempt(nextRow, afterRow, end)(code);
  }

  /**
   * After the last row.
   *
   *     项目等级⇥二级项目
   *                      ^
   */
  function end(code: number | null): State | undefined {
    effects.exit('tabTable');
    return ok(code);
  }
}

function tokenizeNextRow(context: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  return rowEnd;

  /**
   * After a row.
   *
   *     项目名称⇥民兵事业费
   *                       ^
   *     项目等级⇥二级项目
   */
  function rowEnd(code: number | null): State | undefined {
    if (!isLineEnding(code)) return nok(code);
    effects.enter('lineEnding');
    effects.consume(code);
    effects.exit('lineEnding');
    return rowStart;
  }

  /**
   * Before a line that may be the next row. A lazy line is one that its list or block quote did not mark.
   *
   *     项目名称⇥民兵事业费
   *     项目等级⇥二级项目
   *     ^
   */
  function rowStart(code: number | null): State | undefined {
    return context.parser.lazy[context.now().line]
      ? nok(code)
      : effects.attempt(tabTableRow, afterRow, nok)(code);
  }

  /**
   * After a row, which may be empty.
   *
   *     项目等级⇥二级项目
   *     ⇥
   *      ^
   *     主管部门⇥市文化局
   */
  function afterRow(code: number | null): State | undefined {
    const { _rowText } = lastToken(context);
    return /[^\t ]/.test(String(_rowText)) ? ok(code) : rowEnd(code);
  }
}

function tokenizePipeLine(effects: Effects, ok: State, nok: State): State {
  return start;

  /**
   * In the spaces before a pipe, if any.
   *
   *     ␠␠|⇥a⇥|⇥b⇥|
   *     ^
   */
  function start(code: number | null): State | undefined {
    if (code !== codes.space) return code === codes.verticalBar ? ok(code) : nok(code);
    effects.enter('whitespace');
    effects.consume(code);
    effects.exit('whitespace');
    return start;
  }
}

/** The white space that flow, or a paragraph that is being interrupted, took off this line; `null` where there was none. */
function linePrefix(context: TokenizeContext): string | null {
  const { previous } = context;
  if (previous !== codes.horizontalTab && previous !== codes.virtualSpace && previous !== codes.space)
    return null;
  return context.sliceSerialize(lastToken(context));
}

/** The token that has just ended; asked for where one has. */
function lastToken(context: TokenizeContext): Token {
  const [, token] = context.events.at(-1) as Event;
  return token;
}
