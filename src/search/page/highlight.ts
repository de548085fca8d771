/** Marks the words in `?highlight=党建` on a page, and scrolls to the first mark. */
import { findMarks } from '../find-marks.ts';
import { toWords } from '../fold.ts';
import { create, createButton, markedText } from './dom.ts';

const PARAMETER = 'highlight';

export function highlight(): void {
  const words = toWords(new URLSearchParams(location.search).get(PARAMETER) ?? '');
  const main = document.querySelector('main');
  if (!main || words.length === 0) return;
  // Numbers whole; if there are none, within longer ones.
  const whole = textsOf(main).flatMap((node) => markIn(node, words, false));
  const marks = whole.length > 0 ? whole : textsOf(main).flatMap((node) => markIn(node, words, true));
  const shown = marks.filter((mark) => mark.getClientRects().length > 0);
  const [first] = shown;
  if (!first) return;
  showBar(shown.length, words, () => {
    for (const mark of marks) unmark(mark);
    history.replaceState(history.state, '', location.pathname + location.hash);
  });
  // A fragment in the address takes precedence.
  if (location.hash === '') first.scrollIntoView({ block: 'center' });
}

function textsOf(main: Element): Text[] {
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    if (!text.parentElement?.closest('script, style, option, svg')) texts.push(text);
  }
  return texts;
}

function markIn(node: Text, words: readonly string[], isAnywhere: boolean): HTMLElement[] {
  const marks = findMarks(node.data, words, isAnywhere);
  if (marks.length === 0) return [];
  const fragment = markedText({ text: node.data, marks });
  const made = [...fragment.querySelectorAll('mark')];
  node.replaceWith(fragment);
  return made;
}

function unmark(mark: HTMLElement): void {
  const parent = mark.parentNode;
  mark.replaceWith(...mark.childNodes);
  parent?.normalize();
}

/** At the end of the page, so that it moves nothing. */
function showBar(count: number, words: readonly string[], clear: () => void): void {
  const text = create('p', { role: 'status' }, `标出“${words.slice(0, 3).join('”“')}”${count} 处`);
  const button = createButton('', '清除标记');
  const bar = create('div', { class: 'marked-bar', role: 'region', 'aria-label': '搜索标记' }, text, button);
  button.addEventListener('click', () => {
    clear();
    bar.remove();
    document.querySelector<HTMLElement>('h1')?.focus();
  });
  document.body.append(bar);
}
