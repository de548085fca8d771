import type { MarkedText } from '../to-hit.ts';

/** A text in its parts, in their order: the marks, and what is before, between and after them. */
export function splitAtMarks({ text, marks }: MarkedText): { text: string; isMark: boolean }[] {
  let end = 0;
  const parts = marks.flatMap((mark) => {
    const before = text.slice(end, mark.start);
    end = mark.end;
    return [
      { text: before, isMark: false },
      { text: text.slice(mark.start, mark.end), isMark: true },
    ];
  });
  return [...parts, { text: text.slice(end), isMark: false }].filter((part) => part.text !== '');
}
