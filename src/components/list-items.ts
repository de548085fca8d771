/** The items of a list that is filtered in the browser: which fit, what they come to, which a phone shows first. */
import { groupDigits } from '../record/group-digits.ts';

export type Item = HTMLElement;
/** A choice by which a list is filtered; its name is that of the `data-` attribute. */
export type Field = HTMLSelectElement | HTMLInputElement;

/** Those that a phone shows before the rest: as in `list-pages.ts`, whose code pages need not load. */
const ON_PHONE = 40;

/** A value that is chosen is the whole of it; one that is typed, a part. */
export function matches(item: Item, filters: readonly Field[]): boolean {
  return filters.every((field) => {
    const value = item.dataset[field.name];
    return field instanceof HTMLSelectElement ? value === field.value : value?.includes(field.value.trim());
  });
}

/** The sum of budgets, exact: fen are whole numbers. */
export function sumOf(items: readonly Item[]): string {
  const fen = items.reduce(
    (sum, item) => sum + BigInt((item.dataset['sum'] ?? '0').replace('.', '')),
    BigInt(0),
  );
  const digits = fen.toString().padStart(3, '0');
  return groupDigits(`${digits.slice(0, -2)}.${digits.slice(-2)}`);
}

/** The first of those shown stay in sight on a phone, the rest behind a checkbox, where the page has one. */
export function foldOnPhone(list: HTMLElement, items: readonly Item[], shown: readonly Item[]): void {
  const label = document.querySelector<HTMLElement>('.more [data-rest]');
  if (!label) return;
  const late = new Set(shown.slice(ON_PHONE));
  for (const item of items) item.classList.toggle('late', late.has(item));
  for (const head of list.querySelectorAll('.category')) {
    const first = head.parentElement?.querySelector('[data-item]:not([hidden], .late)');
    head.classList.toggle('late', first === null);
  }
  label.textContent = `再显示 ${late.size} 项`;
  const more = label.closest<HTMLElement>('.more');
  if (more) more.hidden = late.size === 0;
}
