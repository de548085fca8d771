import type { Notice } from '../record/disclosure-schema.ts';
import { toNotice } from '../record/notices.ts';
import { toLines } from '../table/to-lines.ts';

/** Characters that turn text round: a page shows it in another order than it is written in. */
const TURN = /[\u202A-\u202E\u2066-\u2069]/;

/** A notice for each line with such a character, at the first. */
export function directionNotices(path: string, text: string): Notice[] {
  return toLines(text).flatMap((line, index): Notice[] => {
    const found = TURN.exec(line);
    if (!found) return [];
    const code = found[0].charCodeAt(0).toString(16).toUpperCase();
    const message = `这里有改变文字方向的字符 U+${code}，看不见；网页上文字的顺序会和写的不一样，请在原件里删去`;
    return [toNotice({ path, line: index + 1, column: found.index + 1 }, 'cell/direction-mark', message)];
  });
}
