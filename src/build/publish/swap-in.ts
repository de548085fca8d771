import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { isRunning } from '../../cache/is-running.ts';
import { exchangeFolders } from './exchange-folders.ts';

/** In every site's folder: only a folder that has it may be replaced by a build. */
const MARK = '.jixiao-site';
const MARK_TEXT = '这个文件夹由 npm run build 生成，每次生成都会整个替换；请不要在里面存放别的文件。\n';

/**
 * The output folder, if a build may replace it. Throws an OutputError otherwise: a build deletes what was in the folder before.
 *
 * @param out Absolute path. A symbolic link is followed, so that the link stays.
 * @param sources Folders that must survive a build: the project and its content.
 */
export function checkOutput(out: string, sources: readonly string[]): string {
  const folder = realPathOf(out);
  const inside = sources.find((source) => isWithin(realPathOf(source), folder));
  if (inside !== undefined)
    throw new OutputError(
      `输出文件夹 ${out} 里有 ${inside}，生成网站会把它删除；请用 JIXIAO_OUT 另指一个文件夹`,
    );
  if (!existsSync(folder)) return folder;
  if (!statSync(folder).isDirectory())
    throw new OutputError(`${out} 是一个文件，不是文件夹；请用 JIXIAO_OUT 另指一个文件夹`);
  if (isMountPoint(folder))
    throw new OutputError(
      `输出文件夹 ${out} 是一个挂载点，不能整个替换；请用 JIXIAO_OUT 指向它里面的一个文件夹，如 ${join(out, 'site')}`,
    );
  const names = readdirSync(folder);
  if (names.length > 0 && !isSite(names))
    throw new OutputError(
      `输出文件夹 ${out} 里有不是本程序生成的文件（如 ${names[0] ?? ''}），生成网站会把它们删除；请用 JIXIAO_OUT 另指一个空文件夹，或先把它们移走`,
    );
  return folder;
}

/** An output folder that a build must not replace. The message is for staff. */
class OutputError extends Error {
  override name = 'OutputError';
}

/** Where this process makes a new site: next to the published one, on the same disk. */
export function freshFolder(out: string): string {
  return `${out}.next-${process.pid}`;
}

/** Makes that folder, so that a build which may not write here ends before it begins. */
export function makeFresh(out: string): void {
  const fresh = freshFolder(out);
  // In a container every build may have the same number.
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(dirname(fresh), { recursive: true });
  mkdirSync(fresh);
  writeFileSync(join(fresh, MARK), MARK_TEXT);
}

/**
 * Puts a finished site in the place of the published one, so that whoever asks meets the old site or the new one, whole,
 * even if this process is killed in the middle.
 *
 * @param fresh Folder of the new site, on the disk of the old one; it is gone afterwards.
 * @param out Folder that is published.
 * @param exchange Exchanges two folders in one step. False: the system can not, and nothing has changed.
 */
export function swapIn(fresh: string, out: string, exchange = exchangeFolders): void {
  const old = `${out}.old-${process.pid}`;
  if (existsSync(out) && exchange(fresh, out)) {
    rmSync(fresh, { recursive: true, force: true });
    return;
  }
  // Where the system has no exchange there is a moment between two renames; `removeLeftovers` repairs what a kill leaves then.
  if (existsSync(out)) renameSync(out, old);
  renameSync(fresh, out);
  rmSync(old, { recursive: true, force: true });
}

/** Removes what killed builds left next to the site, and puts back a site that one of them had moved away. */
export function removeLeftovers(out: string): void {
  const parent = dirname(out);
  if (!existsSync(parent)) return;
  for (const name of readdirSync(parent).sort()) {
    const [, kind, pid] = /^\.(next|old)-(\d+)$/.exec(name.slice(basename(out).length)) ?? [];
    if (kind === undefined || !name.startsWith(basename(out)) || isRunning(Number(pid))) continue;
    if (kind === 'old' && !existsSync(out)) renameSync(join(parent, name), out);
    else rmSync(join(parent, name), { recursive: true, force: true });
  }
}

/** Whether another disk or folder is mounted there, which can't be renamed. Where the system has no list of mounts: another disk. */
function isMountPoint(folder: string): boolean {
  const mounts = '/proc/self/mountinfo';
  if (!existsSync(mounts)) return statSync(folder).dev !== statSync(dirname(folder)).dev;
  const escaped = folder.replaceAll(
    /[\t\n \\]/g,
    (sign) => `\\${sign.charCodeAt(0).toString(8).padStart(3, '0')}`,
  );
  return readFileSync(mounts, 'utf8')
    .split('\n')
    .some((line) => line.split(' ')[4] === escaped);
}

/** Sites from before there was a mark are recognized by files that all of them have. */
function isSite(names: readonly string[]): boolean {
  return (
    names.includes(MARK) ||
    ['SHA256SUMS', 'schemas', 'datapackage.json'].every((name) => names.includes(name))
  );
}

/** Whether a path is the folder itself or in it. */
function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** The real path of a file, or of the nearest folder above it that exists. */
function realPathOf(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const parent = dirname(path);
  return parent === path ? path : join(realPathOf(parent), basename(path));
}
