import type { Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';
import { codes } from 'micromark-util-symbol';
import type {} from 'remark-parse';
import type { Processor } from 'unified';
import type { Position } from '../table/grid.ts';

declare module 'micromark-util-types' {
  interface ParseContext {
    /** The lines so far that are in lists and quotes, the last of them, and the events before each, added up. */
    _containerLines?: { count: number; last: number; work: number };
  }
}

/** Lists and quotes in one another. People write three; each takes a time of its own for every line in it. */
const DEEPEST = 20;
/**
 * Events of all that is before each line in a list or quote, added up: micromark goes through them where a list item, list or quote
 * ends. They are reached by about 1,400 such lines, or in a text of 50,000 lines by 100.
 */
const MOST_WORK = 10_000_000;

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
const HINT = '请去掉行首的“>”“-”“1.”等符号';

/** Lists and quotes that are not read. Its message is for staff. */
export class ContainerError extends Error {
  override name = 'ContainerError';
  position: Position;

  constructor(message: string, { line, column }: Position) {
    super(message);
    this.position = { line, column };
  }
}

/** Limits the lists and quotes of a text: remark throws a {@link ContainerError} where they are too many or too deep. */
export function remarkContainerLimits(this: Processor): undefined {
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
      if (code !== codes.eof) checkLine(this);
      return nok(code);
    };
  },
};

/** Called before each mark of a line, and behind the last. */
function checkLine(context: TokenizeContext): void {
  const { parser } = context;
  const now = context.now();
  const depth = depthOf(context);
  if (depth > DEEPEST)
    throw new ContainerError(`这一行在 ${DEEPEST} 层以上的列表和引用里面，读不出；${HINT}`, now);
  const lines = (parser._containerLines ??= { count: 0, last: 0, work: 0 });
  // A line without marks may go on with the text of a list or quote; this is known when it has been read.
  if (lines.last === now.line || (depth === 0 && parser.lazy[now.line - 1] !== true)) return;
  lines.last = now.line;
  lines.count += 1;
  lines.work += context.events.length;
  if (lines.work > MOST_WORK)
    throw new ContainerError(
      `到这一行，列表和引用已有 ${lines.count} 行，这样长的文件读不出；${HINT}，或分成几个文件`,
      now,
    );
}

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
