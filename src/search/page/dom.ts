/** Elements that several scripts of search make. */
import type { MarkedText } from '../to-hit.ts';
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
export function markedText({ text, marks }: MarkedText): DocumentFragment {
  const fragment = document.createDocumentFragment();
  let end = 0;
  for (const mark of marks) {
    const element = document.createElement('mark');
    element.append(text.slice(mark.start, mark.end));
    fragment.append(text.slice(end, mark.start), element);
    end = mark.end;
  }
  fragment.append(text.slice(end));
  return fragment;
}

/** A target, and what it means if that is derived. The meaning is styled differently from published text. */
export function targetText(target: MarkedText, meaning: string | null): (string | Node)[] {
  const text = markedText(target);
  return meaning === null ? [text] : [text, ' ', create('span', 'reading', `即\u00A0${meaning}`)];
}

/** An address with the words that its page should mark: `/2026/…/?highlight=党建#…`. */
export function withHighlight(url: string, words: readonly string[]): string {
  const { pathname, hash } = new URL(url, location.href);
  return `${pathname}?highlight=${encodeURIComponent(words.join(' '))}${hash}`;
}
