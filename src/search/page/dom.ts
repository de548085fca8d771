/** Elements that several scripts of search make. */
import type { MarkedText } from '../to-hit.ts';
import { splitAtMarks } from './split-at-marks.ts';
import { toHref } from './to-href.ts';

type Tag = 'a' | 'b' | 'button' | 'div' | 'h2' | 'h3' | 'li' | 'ol' | 'p' | 'section' | 'span' | 'ul';

/** A new element with children. @param attributes Or its classes alone. */
export function create<Name extends Tag>(
  name: Name,
  attributes: string | Record<string, string>,
  ...children: (string | Node)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  setAttributes(element, typeof attributes === 'string' ? { class: attributes } : attributes);
  if (element instanceof HTMLAnchorElement)
    element.setAttribute('href', toHref(element.getAttribute('href') ?? ''));
  element.append(...children);
  return element;
}

export function setAttributes(element: Element, attributes: Record<string, string>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}

export function createButton(className: string, text: string): HTMLButtonElement {
  return create('button', { class: className, type: 'button' }, text);
}

/** Replaces an element's children. Browsers of 2018 lack `replaceChildren`. */
export function fill(element: Element, children: readonly Node[]): void {
  element.textContent = '';
  element.append(...children);
}

/** A text with its matches in `<mark>`s. */
export function markedText(marked: MarkedText): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const part of splitAtMarks(marked)) {
    if (!part.isMark) {
      fragment.append(part.text);
      continue;
    }
    const element = document.createElement('mark');
    element.append(part.text);
    fragment.append(element);
  }
  return fragment;
}

/** A target, and what it means if that is derived. The meaning is styled differently from published text. */
export function targetText(target: MarkedText, meaning: string | null): (string | Node)[] {
  const text = markedText(target);
  return meaning === null ? [text] : [text, ' ', create('span', 'reading', `即\u00A0${meaning}`)];
}
