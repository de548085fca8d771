/** The value; throws where it is missing. For what the code guarantees, so that a bug is loud. */
export function must<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('Unexpected missing value');
  return value;
}
