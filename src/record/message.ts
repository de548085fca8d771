import type { Position } from '../table/grid.ts';
import type { Notice, Related } from './disclosure-schema.ts';
import { must } from './must.ts';

/** A message, and the positions that it names. */
export type Message = Pick<Notice, 'message' | 'related'>;

/**
 * Template tag for a message that names other positions of its file: each is written as `第 7 行`, and kept as data.
 *
 *     sentence`预算金额（${budget}）${text} 元` → 预算金额（第 7 行）27,700.00 元
 */
export function sentence(texts: TemplateStringsArray, ...values: readonly (string | Position)[]): Message {
  const related: Related[] = [];
  let message = must(texts[0]);
  for (const [index, value] of values.entries()) {
    const start = message.length;
    message += typeof value === 'string' ? value : `第 ${value.line} 行`;
    if (typeof value !== 'string')
      related.push({ line: value.line, column: value.column, start, end: message.length });
    message += must(texts[index + 1]);
  }
  return { message, related };
}

/** A message in pieces: texts, and the positions that it names. */
export function splitMessage({ message, related = [] }: Message): (string | Related)[] {
  const pieces: (string | Related)[] = [];
  let end = 0;
  for (const position of related) {
    pieces.push(message.slice(end, position.start), position);
    end = position.end;
  }
  pieces.push(message.slice(end));
  return pieces.filter((piece) => piece !== '');
}
