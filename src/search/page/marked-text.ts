import type { MarkedText } from '../to-hit.ts';

/** The text with what was searched for in `<mark>`s. */
export function markedText({ text, marks }: MarkedText): DocumentFragment {
  const fragment = document.createDocumentFragment();
  let end = 0;
  for (const mark of marks) {
    const piece = document.createElement('mark');
    piece.append(text.slice(mark.start, mark.end));
    fragment.append(text.slice(end, mark.start), piece);
    end = mark.end;
  }
  fragment.append(text.slice(end));
  return fragment;
}
