/**
 * In: the content folder.
 * Out: a copy of it that can be changed and built, while the content and the published site stay as they are.
 */
import { constants, cpSync, existsSync, mkdirSync, realpathSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { replaceFile } from '../../cache/replace-file.ts';
import { digestContent, PARTS, type Digests } from './content-files.ts';
import { linkHistory } from './stage-git.ts';

export interface Stage {
  /** The copy, absolute. */
  folder: string;
  /** Where its site is built, absolute. */
  site: string;
  /** The content's files when they were copied. */
  base: Digests;
}

/** Makes a copy in the place of an earlier one. @param state The desk's folder. */
export function openStage(state: string, content: string): Stage {
  clearStage(state);
  const tree = join(stagePlace(state), 'content');
  mkdirSync(tree, { recursive: true });
  const folder = linkHistory(content, tree);
  for (const part of PARTS.filter((name) => existsSync(join(content, name))))
    // Links in a part stay links, as the content has them. With a filter, a full disk is said to be full.
    cpSync(realpathSync(join(content, part)), join(folder, part), {
      ...{ recursive: true, filter: () => true },
      mode: constants.COPYFILE_FICLONE,
    });
  return { folder, site: stagedSite(state), base: digestContent(folder) };
}

/** What is built is not needed any more. */
export function clearStage(state: string): void {
  rmSync(stagePlace(state), { recursive: true, force: true });
}

/** The folder of the copy, of its site, and of what is noted about them. */
export function stagePlace(state: string): string {
  return join(state, 'next');
}

/** Where its site is built, and until it is public. */
export function stagedSite(state: string): string {
  return join(stagePlace(state), 'site');
}

/** Writes a file of a stage. @param path Relative to its content. */
export function writeStaged(
  { folder }: Pick<Stage, 'folder'>,
  path: string,
  data: string | Uint8Array,
): void {
  const whole = join(folder, path);
  mkdirSync(dirname(whole), { recursive: true });
  replaceFile(whole, data);
}

/** Removes files of a stage that are there. */
export function removeStaged({ folder }: Pick<Stage, 'folder'>, paths: Iterable<string>): void {
  for (const path of paths) rmSync(join(folder, path), { force: true });
}
