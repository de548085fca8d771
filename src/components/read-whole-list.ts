/**
 * Reads the other pages of a list that has several, and puts their items around those of this page, in order.
 *
 * @param list Of this page; its groups are `[data-group]`, and an item is `[data-item]`.
 * @param addresses Of all pages.
 * @param number Of this page, from 1.
 * @returns All items, in order. Rejects where a page can't be read; the list is then as it was.
 */
export async function readWholeList(
  list: HTMLElement,
  addresses: readonly string[],
  number: number,
): Promise<HTMLElement[]> {
  const lists = await Promise.all(
    addresses.map((address, index) => {
      return index === number - 1 ? Promise.resolve(list) : readList(address, list.id);
    }),
  );
  const places = lists.map((each) => itemsOf(each).map((item) => ({ item, place: item.parentElement })));
  const groups = new Map<string, HTMLElement>();
  const items: HTMLElement[] = [];
  for (const { item, place } of places.flat()) {
    const name = place?.dataset['group'] ?? '';
    const group = groups.get(name) ?? (place && adopt(place, list));
    if (!group) continue;
    groups.set(name, group);
    group.append(item);
    items.push(item);
  }
  return items;
}

/** A group in the list: the list's group of that name, at the end, else a copy without its items. */
function adopt(group: HTMLElement, list: HTMLElement): HTMLElement {
  const name = group.dataset['group'];
  const groups = [...list.querySelectorAll<HTMLElement>('tbody')];
  const found = groups.find((each) => each.dataset['group'] === name);
  const adopted = found ?? document.importNode(group, true);
  if (!found) for (const item of itemsOf(adopted)) item.remove();
  list.insertBefore(adopted, list.querySelector('tfoot'));
  return adopted;
}

async function readList(address: string, id: string): Promise<HTMLElement> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const list = page.getElementById(id);
  if (!list) throw new Error(`${address}: no #${id}`);
  return list;
}

function itemsOf(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('[data-item]')];
}
