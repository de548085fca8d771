/** What the reader of tables uses and Chrome 109 lacks, the last one for Windows 7; Firefox lacks the first one until 119. */
type GroupBy = <Key, Item>(
  items: Iterable<Item>,
  keyOf: (item: Item, index: number) => Key,
) => Map<Key, Item[]>;

const groupBy: GroupBy = (items, keyOf) => {
  const groups = new Map<
    ReturnType<typeof keyOf>,
    (typeof items extends Iterable<infer Item> ? Item : never)[]
  >();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
    index += 1;
  }
  return groups;
};

function define(target: object, name: string, value: unknown): void {
  if (!(name in target)) Object.defineProperty(target, name, { value, configurable: true, writable: true });
}

define(Map, 'groupBy', groupBy);
define(Array.prototype, 'toReversed', function (this: unknown[]) {
  return [...this].reverse();
});
define(Array.prototype, 'toSorted', function (this: unknown[], compare?: (a: unknown, b: unknown) => number) {
  return [...this].sort(compare);
});
