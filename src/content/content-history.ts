import { runGit } from './run-git.ts';

/** One commit of the content. */
export interface Commit {
  /** Full hash. */
  id: string;
  /** When it was made: ISO 8601 in UTC, so that no time zone shows. */
  date: string;
}

/** The Git history of a content folder. */
export interface ContentHistory {
  /** The last commit that changed the content. Null: there is no Git, or the folder is not committed. */
  commit: Commit | null;
  /** Paths of the files that differ from that commit, as in `byPath`. */
  modified: ReadonlySet<string>;
  /** The last commit of each file, by its path relative to the content folder, with forward slashes. */
  byPath: ReadonlyMap<string, Commit>;
}

const NONE: ContentHistory = { commit: null, modified: new Set(), byPath: new Map() };

/** Reads the history of a content folder. Without history or without Git it is empty. */
export function readHistory(folder: string): ContentHistory {
  try {
    const [log, ...differing] = readGit(folder);
    const byPath = new Map<string, Commit>();
    const commits = log
      .split('\u0001')
      .slice(1)
      .map((text) => readCommit(text));
    for (const { commit, paths } of commits)
      for (const path of paths) if (!byPath.has(path)) byPath.set(path, commit);
    const [last] = commits;
    if (!last) return NONE;
    const modified = differing.flatMap((names) => names.split('\0')).filter(Boolean);
    return { commit: last.commit, modified: new Set(modified), byPath };
  } catch {
    return NONE;
  }
}

/** Changes with everything that Git says of the content: commits, and files that differ from the last. Null without Git. */
export function historyKey(folder: string): string | null {
  try {
    return [...readGit(folder), runGit(folder, ['rev-parse', 'HEAD']).toString()].join('\n');
  } catch {
    return null;
  }
}

/** The version of one file: its last commit, and whether it differs from that. Null where it was never committed. */
export function versionOf(
  path: string,
  { byPath, modified }: ContentHistory,
): { commit: Commit; isModified: boolean } | null {
  const commit = byPath.get(path);
  return commit ? { commit, isModified: modified.has(path) } : null;
}

/** `<hash> <seconds>`, then the names of the changed files, each ended by a zero byte. */
function readCommit(text: string): { commit: Commit; paths: string[] } {
  const [head = '', ...paths] = text.split(/[\0\n]+/);
  const [id = '', seconds] = head.split(' ');
  const date = new Date(Number(seconds) * 1000).toISOString();
  return { commit: { id, date }, paths: paths.filter((path) => path !== '') };
}

/** Throws where there is no Git. */
function readGit(folder: string): [log: string, changed: string, unknown: string] {
  const git = (...args: string[]) => runGit(folder, args).toString();
  return [
    git('log', '--format=%x01%H %ct', '--name-only', '--relative', '-z', '--', '.'),
    git('diff', '--name-only', '--relative', '-z', 'HEAD', '--', '.'),
    git('ls-files', '--others', '--exclude-standard', '-z', '--', '.'),
  ];
}
