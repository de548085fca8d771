import type { Publication } from '../record/publication-schema.ts';
import type { ContentHistory } from './content-history.ts';

/**
 * When a source was last published or changed, ISO 8601 in UTC: its last commit, or the day of publication or of the
 * import in its front matter, whichever is the latest. Null: none is known. A file's modification time says nothing.
 */
export function updatedAt(
  { path, publication }: { path: string; publication: Pick<Publication, 'published' | 'imported'> },
  { byPath }: ContentHistory,
): string | null {
  const days = [publication.published, publication.imported].filter((day) => day !== undefined);
  const committed = byPath.get(path)?.date ?? [];
  return [...days.map((day) => `${day}T00:00:00.000Z`), committed].flat().sort().at(-1) ?? null;
}
