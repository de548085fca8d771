import type { Chunk } from 'micromark-util-types';
import { codes } from 'micromark-util-symbol';

/**
 * The characters that micromark made chunks of, all of them: its own `sliceSerialize` gives U+FFFD for NUL, and can give a
 * space for a tab of which a block quote's marker took a part.
 */
export function toText(chunks: readonly Chunk[]): string {
  let text = '';
  for (const chunk of chunks) text += typeof chunk === 'string' ? chunk : toCharacters(chunk);
  return text;
}

function toCharacters(code: number | null): string {
  switch (code) {
    case codes.horizontalTab:
      return '\t';
    case codes.virtualSpace:
    case codes.eof:
      return '';
    case codes.lineFeed:
      return '\n';
    case codes.carriageReturnLineFeed:
      return '\r\n';
    case codes.carriageReturn:
      return '\r';
    default:
      // A U+FFFD of the source is in a string; the code alone stands for NUL.
      return '\0';
  }
}
