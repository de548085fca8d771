/**
 * The buttons that copy: of an address or a citation (`<copy-text>`), of a row's own link (`[data-copy-row]`), and of
 * the code that shows the row on another site (`[data-copy-frame]`).
 */
import { embedCode } from '../display/embed-code.ts';
import { formatDay } from '../display/format-day.ts';

/** How long a button says what came of it, milliseconds. */
const SAID = 2000;

/** Shows its button, which copies what stands in `[data-copy]`; an address of this site is copied whole. */
class CopyText extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    const source = this.querySelector<HTMLElement>('[data-copy]');
    if (!button || !source || !canCopy()) return;
    sayToday(source);
    const field = source instanceof HTMLInputElement ? source : null;
    const text = absolute(field?.value ?? source.textContent)
      .replace(/\s+/g, ' ')
      .trim();
    if (field) field.value = text;
    else source.textContent = text;
    offer(button, () => text);
  }
}

if (canCopy()) {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy-row]')) {
    // Rows may move to another page of a long table; its first page finds them.
    const page = location.origin + location.pathname.replace(/page\/\d+\/$/, '');
    offer(button, () => `${page}#${button.dataset['copyRow'] ?? ''}`);
  }
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy-frame]')) {
    const { copyFrame = '', frameTitle = '' } = button.dataset;
    offer(button, () => embedCode(`${location.origin}${location.pathname}embed/#${copyFrame}`, frameTitle));
  }
}
customElements.define('copy-text', CopyText);

/** Whoever cites a page says on which day it was read. */
function sayToday(source: HTMLElement): void {
  const place = source.querySelector('[data-today]');
  if (place) place.textContent = `[${formatDay(new Date())}] `;
}

/** The clipboard is there on secure pages only. */
function canCopy(): boolean {
  return 'clipboard' in navigator;
}

function absolute(text: string): string {
  if (text.startsWith('/')) return location.origin + text;
  return text.includes('://') ? text : text.replace(location.pathname, location.origin + location.pathname);
}

function offer(button: HTMLButtonElement, text: () => string): void {
  const label = button.textContent;
  button.hidden = false;
  button.addEventListener('click', () => {
    const say = (words: string) => {
      button.textContent = words;
      setTimeout(() => (button.textContent = label), SAID);
    };
    navigator.clipboard.writeText(text()).then(
      () => {
        say('已复制');
      },
      () => {
        say('没有复制成，请手动选取');
      },
    );
  });
}
