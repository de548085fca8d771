import { gitVersions } from '../content/git-versions.ts';
import type { Content, ParsedSource } from '../content/open-content.ts';
import { readCopies, type RecordedVersion } from '../content/recorded-versions.ts';
import type { Version, Versions } from '../content/version.ts';

/** A content, as far as its versions depend on it. */
type Source = Pick<ParsedSource, 'path' | 'bytes'> & {
  disclosure: Pick<ParsedSource['disclosure'], 'sha256' | 'publication'>;
};
interface VersionedContent extends Pick<Content, 'folder' | 'recorded'> {
  sources: readonly Source[];
}

/**
 * All versions of a content: what was recorded before it came into Git, then those in Git. Where there is no Git, a source that was
 * imported since the last publication is a version, too.
 */
export function versionsOf({ folder, recorded, sources }: VersionedContent): Versions {
  const git = gitVersions(folder);
  const [first] = git.all;
  const earlier = recorded.map(toVersion).filter(({ date }) => !first || date < first.date);
  const imported = first ? [] : sources.flatMap((source) => unrecorded(source, recorded) ?? []);
  return {
    all: [...earlier, ...git.all, ...imported.map(toVersion)],
    read(keys) {
      const [copies, blobs] = [keys.filter(isCopy), keys.filter((key) => !isCopy(key))];
      const own = sources.map(({ disclosure, bytes }) => [COPY + disclosure.sha256, bytes] as const);
      const wanted = new Set(copies);
      return new Map<string, Uint8Array>([
        ...git.read(blobs),
        ...readCopies(
          folder,
          copies.map((key) => key.slice(COPY.length)),
        ).map(([sha256, bytes]) => [COPY + sha256, bytes] as const),
        ...own.filter(([key]) => wanted.has(key)),
      ]);
    },
  };
}

/** Before the digest of what Git does not keep. */
const COPY = 'sha256:';
const isCopy = (key: string) => key.startsWith(COPY);

function toVersion({ path, day, step, sha256 }: RecordedVersion): Version {
  const key = sha256 === null ? null : COPY + sha256;
  return { path, step: String(step), date: `${day}T00:00:00.000Z`, key };
}

/** A source that differs from its last record, by the day of its import. Null: it is recorded, or has no day. */
export function unrecorded(
  { path, disclosure }: Source,
  recorded: readonly RecordedVersion[],
): RecordedVersion | null {
  const { sha256, publication } = disclosure;
  const last = recorded.findLast((version) => version.path === path);
  const day = publication.imported;
  if (last?.sha256 === sha256 || day === undefined || day < (last?.day ?? '')) return null;
  return { path, day, step: nextStep(recorded), sha256 };
}

export function nextStep(recorded: readonly RecordedVersion[]): number {
  return (recorded.at(-1)?.step ?? 0) + 1;
}
