/** Gives an element these children in place of those that it had. Engines of 2018 lack `replaceChildren`. */
export function fill(element: Element, children: readonly Node[]): void {
  element.textContent = '';
  element.append(...children);
}
