import type { ContentHistory } from './content-history.ts';

/**
 * When a source was last published or changed, ISO 8601 in UTC: its last commit, or the day of publication in its front
 * matter where that is later. Null: neither is known. A file's modification time says nothing.
 */
export function updatedAt(
  { path, publication }: { path: string; publication: { published?: string | undefined } },
  { byPath }: ContentHistory,
): string | null {
  const published = publication.published === undefined ? [] : [`${publication.published}T00:00:00.000Z`];
  const committed = byPath.get(path)?.date ?? [];
  return [...published, committed].flat().sort().at(-1) ?? null;
}
