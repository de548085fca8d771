/** Paths of what is wrong: `originals.0.sha256`. */
export function faultsOf(schema: { safeParse: (value: unknown) => unknown }, value: unknown): string[] {
  const { error } = schema.safeParse(value) as { error?: { issues: { path: PropertyKey[] }[] } };
  return error?.issues.map(({ path }) => path.join('.')) ?? [];
}
