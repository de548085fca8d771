import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { replaceFile } from '../cache/replace-file.ts';
import type { Content } from '../content/open-content.ts';
import { copyOf, VERSIONS, type RecordedVersion } from '../content/recorded-versions.ts';
import { nextStep, unrecorded } from './versions-of.ts';

/**
 * Records what a content publishes: every source that differs from its last record, with a copy, and every one that is gone.
 * Nothing is written where nothing differs.
 *
 * @param content Without errors, whole.
 * @param today `YYYY-MM-DD`: the day of what no import dates.
 * @returns How many versions are new.
 */
export function recordVersions({ folder, sources, recorded }: Content, today: string): number {
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
  if (added.length === 0) return 0;
  // The list comes last: it names no copy that is missing.
  for (const { disclosure, bytes } of changed) {
    const copy = copyOf(folder, disclosure.sha256);
    mkdirSync(dirname(copy), { recursive: true });
    replaceFile(copy, bytes);
  }
  const list = { versions: [...recorded, ...added] };
  replaceFile(join(folder, VERSIONS), `${JSON.stringify(list, null, 2)}\n`);
  return added.length;
}
