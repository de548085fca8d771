/** Loads each value when it is first needed, and once; again after a failure. */
export function loadOnce<Value, Key = void>(
  load: (key: Key) => Promise<Value>,
): (key: Key) => Promise<Value> {
  const values = new Map<Key, Promise<Value>>();
  return (key) => {
    const value = values.get(key) ?? load(key);
    values.set(key, value);
    value.catch(() => values.delete(key));
    return value;
  };
}
