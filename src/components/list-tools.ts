/** The custom element of `ListTools.astro`: filters and sorts a list, and keeps what is chosen in the address. */
import { groupDigits } from '../record/group-digits.ts';
import { LIST_ORDERS } from './list-orders.ts';
import { foldOnPhone, matches, sumOf, type Field, type Item } from './list-items.ts';
import { readWholeList } from './read-whole-list.ts';

/** Items of a list of several pages that are shown at once. */
const AT_ONCE = 200;

/** Says `listed` on the list whenever what it shows has changed. */
export class ListTools extends HTMLElement {
  /** All that fit the filters, in their order, also those that are not shown yet. */
  found: readonly Item[] = [];
  /** Whether anything is filtered or sorted. */
  isChosen = false;
  private items: Item[] = [];
  /** Those of this page: all that are shown where nothing is chosen. */
  private own: readonly Item[] = [];
  private list: HTMLElement | null = null;
  private fields: Field[] = [];
  /** Words of each option without its count. */
  private readonly words = new WeakMap<HTMLOptionElement, string>();
  /** The group of each item. */
  private readonly groups = new WeakMap<Item, HTMLElement>();
  /** Addresses of the pages that are still to be read. */
  private pages: string[] = [];
  private limit = AT_ONCE;
  private rest: HTMLButtonElement | null = null;

  connectedCallback(): void {
    this.list = document.getElementById(this.dataset['list'] ?? '');
    this.items = [...(this.list?.querySelectorAll<Item>('[data-item]') ?? [])];
    this.own = this.items;
    this.pages = this.dataset['pages']?.split(' ') ?? [];
    this.rememberGroups();
    this.fields = [...this.querySelectorAll<Field>('select, input')];
    for (const option of this.querySelectorAll('option')) this.words.set(option, option.text);
    this.addEventListener('change', () => {
      this.remember();
      void this.choose();
    });
    this.querySelector('button')?.addEventListener('click', () => {
      for (const field of this.fields) field.value = '';
      this.remember();
      void this.choose();
    });
    addEventListener('popstate', () => {
      this.recall();
    });
    this.recall();
  }

  /** Chooses what the address says. */
  private recall(): void {
    const chosen = new URLSearchParams(location.search);
    for (const field of this.fields) {
      const value = chosen.get(field.name) ?? '';
      field.value = value;
      // A value that is none of the choices.
      if (field.value !== value) field.value = '';
    }
    void this.choose();
  }

  /** Writes what is chosen into the address. */
  private remember(): void {
    const query = this.chosen().toString();
    history.pushState(null, '', (query === '' ? location.pathname : `?${query}`) + location.hash);
  }

  private chosen(): URLSearchParams {
    const chosen = new URLSearchParams();
    for (const { name, value } of this.fields) if (value !== '') chosen.set(name, value);
    return chosen;
  }

  /** Applies the choice; for a list of several pages, to all of them. */
  private async choose(): Promise<void> {
    const chosen = this.chosen();
    this.limit = AT_ONCE;
    for (const link of this.querySelectorAll<HTMLAnchorElement>('[data-search]')) {
      const address = new URL(link.href);
      for (const [name, value] of chosen) if (name !== 'sort') address.searchParams.set(name, value);
      link.href = address.pathname + address.search;
    }
    if (chosen.toString() !== '') await this.readWhole();
    this.apply();
  }

  /** Reads the pages of the list that are not here yet. Where that fails, a remark says that this page alone is filtered. */
  async readWhole(): Promise<void> {
    if (this.pages.length === 0 || !this.list) return;
    const pages = this.pages;
    this.pages = [];
    this.say('[data-status]', '正在读取全部……');
    try {
      this.items = await readWholeList(this.list, pages, Number(this.dataset['number']));
      this.rememberGroups();
    } catch {
      for (const remark of this.querySelectorAll<HTMLElement>('[data-page-only]')) remark.hidden = false;
    }
    if (!this.isChosen) this.apply();
  }

  private apply(): void {
    const filters = this.fields.filter(({ name, value }) => name !== 'sort' && value !== '');
    const by = this.fields.find(({ name }) => name === 'sort')?.value ?? '';
    const isFiltered = filters.length > 0;
    const isChosen = isFiltered || by !== '';
    const sorted = this.sort(by);
    const found = isChosen ? sorted.filter((item) => matches(item, filters)) : this.own;
    this.found = found;
    this.isChosen = isChosen;
    const shown = new Set(found.slice(0, isChosen ? this.limit : Infinity));
    for (const item of this.items) item.hidden = !shown.has(item);
    this.count();
    this.hideEmptyGroups();
    this.offerRest(found.length - shown.size);
    if (this.list) foldOnPhone(this.list, this.items, [...shown]);

    const unit = this.dataset['unit'] ?? '';
    const sum = this.dataset['summed'] === 'true' ? `，合计 ${sumOf(found)} 元` : '';
    const [part, whole] = [found.length, this.items.length].map((count) => groupDigits(String(count)));
    this.say('[data-status]', isFiltered ? `显示 ${part ?? ''} / ${whole ?? ''} ${unit}${sum}。` : '');
    for (const total of this.list?.querySelectorAll('tfoot') ?? []) total.hidden = isFiltered;
    const isWhole = this.items.length > this.own.length;
    for (const numbers of document.querySelectorAll<HTMLElement>('.page-numbers'))
      numbers.hidden = isWhole && isChosen;
    const nothing = this.querySelector<HTMLElement>('[data-nothing]');
    if (nothing) nothing.hidden = found.length > 0;
    this.list?.dispatchEvent(new Event('listed'));
  }

  /** Next to each choice: how many it would show, the other choices as they are. Not while pages are missing. */
  private count(): void {
    if (this.pages.length > 0) return;
    for (const select of this.fields) {
      if (select.name === 'sort' || !(select instanceof HTMLSelectElement)) continue;
      const others = this.fields.filter(
        (other) => other !== select && other.name !== 'sort' && other.value !== '',
      );
      const rest = this.items.filter((item) => matches(item, others));
      const counts = new Map<string, number>();
      for (const item of rest) {
        const value = item.dataset[select.name] ?? '';
        counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      for (const option of select.options) {
        const count = option.value === '' ? rest.length : (counts.get(option.value) ?? 0);
        option.text = `${this.words.get(option) ?? ''}（${groupDigits(String(count))}）`;
      }
    }
  }

  /** @returns The items in the order in which they are now. */
  private sort(by: string): readonly Item[] {
    const order = LIST_ORDERS[by];
    const isFlat = order?.isAcrossGroups === true && this.list instanceof HTMLTableElement;
    this.list?.classList.toggle('flat', isFlat);
    const homes = this.items.map((item) => this.groups.get(item));
    const places = new Map([...new Set(homes)].map((home, place) => [home, place]));
    const placeOf = (item: Item) => (isFlat ? 0 : (places.get(this.groups.get(item)) ?? 0));
    const sorted = order
      ? [...this.items].sort((a, b) => placeOf(a) - placeOf(b) || order.compare(a, b))
      : this.items;
    for (const item of sorted) (isFlat ? homes[0] : this.groups.get(item))?.append(item);
    return sorted;
  }

  private rememberGroups(): void {
    for (const item of this.items) if (item.parentElement) this.groups.set(item, item.parentElement);
  }

  private hideEmptyGroups(): void {
    for (const group of document.querySelectorAll<HTMLElement>('[data-group]'))
      group.hidden = group.querySelector('[data-item]:not([hidden])') === null;
  }

  /** A button for those that are found, but not shown yet. */
  private offerRest(count: number): void {
    if (!this.rest) {
      this.rest = document.createElement('button');
      this.rest.type = 'button';
      this.rest.className = 'rest';
      this.rest.addEventListener('click', () => {
        this.limit += AT_ONCE;
        this.apply();
      });
      this.list?.after(this.rest);
    }
    this.rest.hidden = count <= 0;
    const more = count > AT_ONCE ? `${AT_ONCE} 项，还有 ${groupDigits(String(count))} 项` : `${count} 项`;
    this.rest.textContent = `再显示 ${more}`;
  }

  private say(selector: string, text: string): void {
    const place = this.querySelector(selector);
    if (place) place.textContent = text;
  }
}

customElements.define('list-tools', ListTools);
