import { splitMessage, type Message } from '../record/message.ts';
import { formatOrigin } from './imported.ts';
import type { Origins } from './write-markdown.ts';

/** A message about an imported text. Its lines are replaced by rows of the original. */
export function locateMessage(message: Message, origins: Origins): string {
  return splitMessage(message)
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      return formatOrigin(origins.get(piece.line) ?? { part: null, row: piece.line });
    })
    .join('');
}
