import { join, relative } from 'node:path';
import { buildName } from '../content/build-cache-folder.ts';

/** What the desk works on, and where it is served. */
export interface Desk {
  /** The project's folder, absolute. */
  root: string;
  /** The content folder, absolute. */
  folder: string;
  /** The folder of the built site, absolute. */
  out: string;
  /** Where the desk keeps what was dropped and what it was answered, absolute. */
  state: string;
  /** Before every path of the desk: `/<token>`. */
  base: string;
  /** Where the built site is served, with a slash at the end. Another origin: its scripts can't ask the desk anything. */
  site: string;
  /** Where a site is served that is built and not public. */
  preview: string;
}

/**
 * Outside the content folder, so that nothing unpublished gets into its repository. It is found again after both folders are moved
 * together, as a portable folder is.
 */
export function deskState(root: string, folder: string): string {
  return join(root, '.jixiao', 'desk', buildName(relative(root, folder), null));
}
