import { join } from 'node:path';
import type { Replacement } from '../cache/replace-file.ts';
import type { Content } from '../content/open-content.ts';
import { copyOf, VERSIONS, type RecordedVersion } from '../content/recorded-versions.ts';
import { nextStep, unrecorded } from './versions-of.ts';

/**
 * The files that record what a content publishes: every source that differs from its last record, with a copy, and every one that
 * is gone. None where nothing differs.
 *
 * @param content Without errors, whole.
 * @param today `YYYY-MM-DD`: the day of what no import dates.
 * @returns How many versions are new, and the files to write, the list of versions last.
 */
export function newVersions(
  { folder, sources, recorded }: Content,
  today: string,
): { count: number; files: Replacement[] } {
  const last = new Map(recorded.map((version) => [version.path, version]));
  const step = nextStep(recorded);
  const changed = sources.filter(({ path, disclosure }) => last.get(path)?.sha256 !== disclosure.sha256);
  const paths = new Set(sources.map(({ path }) => path));
  const gone = [...last.values()].filter(({ path, sha256 }) => sha256 !== null && !paths.has(path));
  const added = [
    ...changed.map((source): RecordedVersion => {
      const { path, disclosure } = source;
      return unrecorded(source, recorded) ?? { path, day: today, step, sha256: disclosure.sha256 };
    }),
    ...gone.map(({ path }): RecordedVersion => ({ path, day: today, step, sha256: null })),
  ];
  if (added.length === 0) return { count: 0, files: [] };
  const copies = new Map(changed.map(({ disclosure, bytes }) => [copyOf(folder, disclosure.sha256), bytes]));
  const list = `${JSON.stringify({ versions: [...recorded, ...added] }, null, 2)}\n`;
  return {
    count: added.length,
    files: [
      ...[...copies].map(([path, data]): Replacement => ({ path, data })),
      { path: join(folder, VERSIONS), data: list },
    ],
  };
}
