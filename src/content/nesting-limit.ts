import type { Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';
import { codes } from 'micromark-util-symbol';
import type {} from 'remark-parse';
import type { Processor } from 'unified';
import type { Position } from '../table/grid.ts';

/** Lists and quotes in one another. People write three; each takes a time of its own for every line in it. */
export const DEEPEST = 20;

/** What a quote, list or footnote has on each of its lines: its mark, or the indent in place of it. */
const MARKS = [
  'blockQuotePrefix',
  'listItemPrefix',
  'listItemIndent',
  'gfmFootnoteDefinitionLabel',
  'gfmFootnoteDefinitionIndent',
];

/** First characters of such marks. */
const FIRST = '*+->[0123456789';

/** Thrown where a line begins with more marks of lists and quotes than are read. */
export class NestingError extends Error {
  override name = 'NestingError';
  position: Position;

  constructor({ line, column }: Position) {
    super(`More than ${DEEPEST} lists and quotes in one another at ${line}:${column}`);
    this.position = { line, column };
  }
}

/** Limits lists and quotes in one another: remark throws a {@link NestingError} for the first line that is too deep. */
export function remarkNestingLimit(this: Processor): undefined {
  // What is listed for all characters is tried after the lists and quotes that begin with this one.
  const before = Object.fromEntries(Array.from(FIRST, (mark) => [mark.charCodeAt(0), countMarks]));
  const syntax: Extension = { document: { ...before, null: countMarks } };
  (this.data().micromarkExtensions ??= []).push(syntax);
}

/** Matches nothing. */
const countMarks: Construct = {
  partial: true,
  tokenize(_: Effects, __: State, nok: State): State {
    return (code) => {
      if (code !== codes.eof && depthOf(this) > DEEPEST) throw new NestingError(this.now());
      return nok(code);
    };
  },
};

/** The number of lists and quotes that the line is in, as far as it has been read. */
function depthOf({ events }: TokenizeContext): number {
  let depth = 0;
  for (let index = events.length - 1; index >= 0; index -= 1) {
    const [kind, { type }] = events[index] ?? ['exit', { type: 'chunkFlow' }];
    if (type === 'chunkFlow') break;
    if (kind === 'enter' && MARKS.includes(type)) depth += 1;
  }
  return depth;
}
