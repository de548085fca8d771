import { runGit } from './run-git.ts';
import type { Version, Versions } from './version.ts';

const SOURCE = /^disclosures\/.+\.md$/;
const LOG =
  'log --first-parent -m --reverse --raw --no-abbrev --no-renames --relative -z --format=%x01%H %ct';

/**
 * The versions of a content folder in Git: those of the branch that is checked out, a merge as one step. None where there is
 * no Git, and where the folder is not in it.
 */
export function gitVersions(folder: string): Versions {
  return { all: readLog(folder), read: (keys) => readBlobs(folder, keys) };
}

function readLog(folder: string): Version[] {
  const text = tryGit(folder, [...LOG.split(/ (?!%ct)/), '--', 'disclosures'])?.toString() ?? '';
  return text
    .split('\u0001')
    .slice(1)
    .flatMap((commit) => {
      const [head = '', ...fields] = commit.split(/[\0\n]+/).filter((part) => part !== '');
      const [step = '', seconds] = head.split(' ');
      const date = new Date(Number(seconds) * 1000).toISOString();
      // `:<mode> <mode> <old blob> <new blob> <status>`, then the path.
      return fields.flatMap((field, index): Version[] => {
        const path = fields[index + 1];
        if (!field.startsWith(':') || path === undefined || !SOURCE.test(path)) return [];
        const [, , , blob = '', status] = field.split(' ');
        return [{ path, step, date, key: status === 'D' ? null : blob }];
      });
    });
}

function readBlobs(folder: string, ids: readonly string[]): Map<string, Uint8Array> {
  const blobs = new Map<string, Uint8Array>();
  const output = ids.length === 0 ? null : tryGit(folder, ['cat-file', '--batch'], ids.join('\n'));
  // `<id> blob <size>`, a line feed, the bytes, a line feed. `<id> missing`: a partial clone without network.
  for (let at = 0; output && at < output.length;) {
    const end = output.indexOf('\n', at);
    const [id = '', kind, size] = output.toString('latin1', at, end).split(' ');
    at = end + 1;
    if (kind !== 'blob') continue;
    blobs.set(id, output.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return blobs;
}

function tryGit(folder: string, args: readonly string[], input?: string): Buffer | null {
  try {
    return runGit(folder, args, input);
  } catch {
    return null;
  }
}
