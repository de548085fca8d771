import type { Construct, Effects, ParseContext, State, TokenizeContext } from 'micromark-util-types';
import { toText } from './to-text.ts';

declare module 'micromark-util-types' {
  interface ParseContext {
    /** The tokenizer of the document itself, which has all its lines. A WeakMap instead makes a parse a seventh slower. */
    _tabTableDocument?: TokenizeContext;
    _tabTableDocumentText?: string;
  }
}

/**
 * Matches nothing; it makes the document known to {@link documentText}.
 *
 * Flow is given a line at a time, so a construct in it can't see whether a quote is closed on a later line. The tokenizer of
 * the document has every line, and tries constructs such as this one before there is any flow.
 */
export const rememberDocument: Construct = { tokenize: tokenizeNothing, partial: true };

/**
 * The whole text that is being parsed, from offset 0, without byte order mark; made once, when first asked for.
 *
 * A document that is streamed to micromark is known up to what has arrived.
 */
export function documentText(parser: ParseContext): string {
  const start = { line: 1, column: 1, offset: 0, _index: 0, _bufferIndex: -1 };
  const end = { ...start, _index: Infinity };
  return (parser._tabTableDocumentText ??= toText(
    parser._tabTableDocument?.sliceStream({ start, end }) ?? [],
  ));
}

function tokenizeNothing(this: TokenizeContext, _: Effects, __: State, nok: State): State {
  this.parser._tabTableDocument = this;
  return nok;
}
