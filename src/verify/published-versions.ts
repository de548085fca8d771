/**
 * In: a content folder.
 * Out: how each source was published before: from Git, and from what was recorded where there is none. Shares no code with the site.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { linesOf, readFrontMatter } from './front-matter.ts';

export interface PublishedVersion {
  /** In China, `YYYY-MM-DD`. */
  day: string;
  /** Seconds since 1970. */
  time: number;
  /** Null: the file was removed. */
  bytes: Buffer | null;
}

/** By the path of the source, relative to the content folder; oldest first. */
export type PublishedVersions = ReadonlyMap<string, readonly PublishedVersion[]>;

const EIGHT_HOURS = 28_800;

export function readVersions(content: string): PublishedVersions {
  const versions = new Map<string, PublishedVersion[]>();
  const add = (path: string, time: number, bytes: Buffer | null) => {
    const day = new Date((time + EIGHT_HOURS) * 1000).toISOString().slice(0, 10);
    versions.set(path, [...(versions.get(path) ?? []), { day, time, bytes }]);
  };
  const commits = readCommits(content);
  const start = commits[0]?.time ?? Infinity;
  for (const { path, day, sha256 } of readLedger(content)) {
    const time = Date.parse(`${day}T00:00:00Z`) / 1000;
    if (time < start)
      add(path, time, sha256 === null ? null : readFileSync(join(content, 'versions', `${sha256}.md`)));
  }
  for (const { path, time, bytes } of commits) add(path, time, bytes);
  if (commits.length === 0) addImported(content, versions, add);
  return versions;
}

/** Without Git, what was imported since the last record. */
function addImported(
  content: string,
  versions: PublishedVersions,
  add: (path: string, time: number, bytes: Buffer) => void,
): void {
  for (const path of globSync('disclosures/**/*.md', { cwd: content }).map((each) =>
    each.replaceAll('\\', '/'),
  )) {
    const bytes = readFileSync(join(content, path));
    const last = versions.get(path)?.at(-1);
    const { imported = '' } = readFrontMatter(linesOf(bytes));
    if (imported !== '' && imported >= (last?.day ?? '') && !(last?.bytes?.equals(bytes) ?? false))
      add(path, Date.parse(`${imported}T00:00:00Z`) / 1000, bytes);
  }
}

interface Ledger {
  versions: { path: string; day: string; sha256: string | null }[];
}

function readLedger(content: string): Ledger['versions'] {
  const file = join(content, 'versions.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Ledger).versions : [];
}

function readCommits(content: string): { path: string; time: number; bytes: Buffer | null }[] {
  const format = [
    '--first-parent',
    '-m',
    '--no-renames',
    '--name-status',
    '-z',
    '--relative',
    '--format=@%H %ct',
  ];
  const log = git(content, ['log', ...format, '--', 'disclosures']).toString();
  const files: { path: string; time: number; name: string | null }[] = [];
  let commit: string | undefined;
  let time = 0;
  const words = log.split(/[\0\n]+/);
  for (const [index, word] of words.entries()) {
    const [, id, seconds] = /^@([\da-f]{40,64}) (\d+)$/.exec(word) ?? [];
    if (id !== undefined) [commit, time] = [id, Number(seconds)];
    const path = words[index + 1] ?? '';
    if (!/^[AMDT]$/.test(word) || !/^disclosures\/.*\.md$/.test(path)) continue;
    files.push({ path, time, name: word === 'D' ? null : `${commit ?? ''}:./${path}` });
  }
  const names = files.flatMap(({ name }) => name ?? []);
  const output = git(content, ['cat-file', '--batch'], names.join('\n'));
  const bytes = new Map<string, Buffer>();
  let at = 0;
  for (const name of names) {
    const end = output.indexOf('\n', at);
    const size = Number(/ blob (\d+)$/.exec(output.toString('latin1', at, end))?.[1] ?? -1);
    if (size >= 0) bytes.set(name, output.subarray(end + 1, end + 1 + size));
    at = end + 1 + (size < 0 ? 0 : size + 1);
  }
  // Git lists the newest first.
  return files.reverse().map(({ path, time: when, name }) => ({
    ...{ path, time: when },
    bytes: name === null ? null : (bytes.get(name) ?? null),
  }));
}

function git(folder: string, args: readonly string[], input = ''): Buffer {
  const { status, stdout } = spawnSync('git', ['-C', folder, ...args], { input, maxBuffer: 2 ** 30 });
  return status === 0 ? stdout : Buffer.alloc(0);
}
