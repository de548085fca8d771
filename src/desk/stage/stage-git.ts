/**
 * In: a content folder, which may be in a Git repository.
 * Out: a folder whose history is the same, so that a site that is built from it names the same commits and versions.
 *
 * It is a work tree of the repository with an index of its own. Nothing is written in the repository, and it does not list it.
 */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runGit } from '../../content/run-git.ts';
import { PARTS } from './content-files.ts';

/**
 * @param folder The content folder, absolute.
 * @param tree An empty folder, absolute.
 * @returns The folder in the tree that the content has to be copied to; the tree itself where there is no Git.
 */
export function linkHistory(folder: string, tree: string): string {
  const repository = findRepository(folder);
  if (!repository) return tree;
  const { own, common, prefix } = repository;
  const git = `${tree}.git`;
  mkdirSync(git);
  copyFileSync(join(own, 'HEAD'), join(git, 'HEAD'));
  writeFileSync(join(git, 'commondir'), `${common}\n`);
  writeFileSync(join(git, 'gitdir'), `${join(tree, '.git')}\n`);
  writeFileSync(join(tree, '.git'), `gitdir: ${git}\n`);
  const place = join(tree, prefix);
  mkdirSync(place, { recursive: true });
  runGit(place, ['read-tree', 'HEAD']);
  // What is not copied is not missing.
  const others = runGit(place, ['ls-files', '-z', '--', '.', ...PARTS.map((part) => `:(exclude)${part}`)]);
  runGit(place, ['update-index', '--skip-worktree', '-z', '--stdin'], others.toString());
  return place;
}

interface Repository {
  /** Of the work tree, absolute. */
  own: string;
  /** What all of its work trees share, absolute. */
  common: string;
  /** Path of the folder in the work tree; empty: it is the work tree. */
  prefix: string;
}

/** Null: the folder is in none that has a commit. */
function findRepository(folder: string): Repository | null {
  try {
    const printed = runGit(folder, [
      'rev-parse',
      '--path-format=absolute',
      '--git-dir',
      '--git-common-dir',
      '--show-prefix',
    ]).toString();
    const [own = '', common = '', prefix = ''] = printed.split('\n');
    // Without a commit there is no history.
    runGit(folder, ['rev-parse', '--verify', 'HEAD']);
    return { own, common, prefix };
  } catch {
    return null;
  }
}
