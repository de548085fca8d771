import type { Page } from 'playwright-core';

/** What somebody did on a page's documents since the last start. */
interface Effort {
  /** Of the mouse. A file is chosen with two, in its own window; so is an entry of a list. */
  clicks: number;
  /** Ids of the fields in which something was typed. */
  typed: Set<string>;
  /** Ids of the lists of which an entry was chosen. */
  chosen: Set<string>;
}

/** Counts what is done from now on, by the events that the documents get. */
export async function countEffort(page: Page): Promise<{ start: () => void; effort: () => Effort }> {
  let effort: Effort = { clicks: 0, typed: new Set(), chosen: new Set() };
  await page.exposeFunction('effortSpent', (kind: 'click' | 'type' | 'list' | 'file', id: string) => {
    if (kind === 'type') effort.typed.add(id);
    else effort.clicks += kind === 'click' ? 1 : 2;
    if (kind === 'list') effort.chosen.add(id);
  });
  await page.addInitScript(() => {
    const spend = (kind: string, { id }: Element) => {
      void (window as unknown as { effortSpent: (kind: string, id: string) => Promise<void> }).effortSpent(
        kind,
        id,
      );
    };
    addEventListener(
      'click',
      (event) => {
        // A click on a label makes another one on its field, which nobody clicked.
        if (event.isTrusted && event.detail > 0) spend('click', event.target as Element);
      },
      true,
    );
    addEventListener(
      'input',
      (event) => {
        const field = event.target as HTMLInputElement;
        if (field.matches('input[type="text"], input:not([type]), textarea')) spend('type', field);
      },
      true,
    );
    addEventListener(
      'change',
      (event) => {
        const field = event.target as HTMLInputElement;
        if (field.matches('select')) spend('list', field);
        if (field.matches('input[type="file"]')) spend('file', field);
      },
      true,
    );
  });
  return {
    start: () => {
      effort = { clicks: 0, typed: new Set(), chosen: new Set() };
    },
    effort: () => effort,
  };
}
