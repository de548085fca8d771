/** How lists are sorted, by the values of the choice `sort`. An order that is not here is that of the page. */

type Item = HTMLElement;

interface Order {
  compare: (a: Item, b: Item) => number;
  /** Whether items of different groups are compared, so that the groups are taken apart. */
  isAcrossGroups: boolean;
}

const collator = new Intl.Collator('zh-CN');
const numberOf = (item: Item, name: string) => {
  const text = item.dataset[name];
  return text === undefined ? null : Number(text);
};
/** Those without a number are last, whichever end is first. */
const byNumber = (name: string, sign: 1 | -1) => (a: Item, b: Item) => {
  const [left, right] = [numberOf(a, name), numberOf(b, name)];
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  return sign * (left - right);
};
const byText = (name: string) => (a: Item, b: Item) =>
  collator.compare(a.dataset[name] ?? '', b.dataset[name] ?? '');

export const LIST_ORDERS: Partial<Record<string, Order>> = {
  largest: { compare: byNumber('sum', -1), isAcrossGroups: true },
  smallest: { compare: byNumber('sum', 1), isAcrossGroups: true },
  low: { compare: byNumber('value', 1), isAcrossGroups: false },
  name: { compare: byText('name'), isAcrossGroups: false },
  body: {
    compare: (a, b) => byText('body')(a, b) || byText('year')(b, a),
    isAcrossGroups: true,
  },
};
