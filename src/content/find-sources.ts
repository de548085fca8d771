/**
 * In: a content folder.
 * Out: its source files, and the files next to them that somebody may have meant to publish.
 */
import { readdir } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import type { Notice } from '../record/disclosure-schema.ts';
import { toNotice } from '../record/notices.ts';
import { findControlCharacter } from '../table/control-character.ts';

/** What systems and office programs leave behind: nobody meant to publish it. */
const LEFTOVER = /^(?:\._.*|\.~lock\..*#|~\$.*)$/;
/** What an office makes, and `npm run import` reads or says how to save. */
const OFFICE = /\.(?:xlsx?|xlsm|docx?|docm|et|wps|ods|odt|rtf|ofd|csv|pdf)$/i;
/** The copy of an original that an import keeps next to the source. */
const ORIGINAL = /\.original(?:-\d+)?\.[a-z]+$/;

/** `disclosures/**\/*.md`: paths relative to the folder, sorted by UTF-16 units, so that no locale changes their order. */
export async function findSources(folder: string): Promise<string[]> {
  return (await listFiles(folder)).filter(
    (path) => isMarkdown(path) && !isHidden(path) && !isLeftover(path) && !isUnspeakable(path),
  );
}

/** A warning for each file among the sources that is none, though it looks like one. */
export async function findSkipped(folder: string): Promise<Notice[]> {
  return (await listFiles(folder)).flatMap((path): Notice[] => {
    const message = reasonToSkip(path);
    return message === null ? [] : [toNotice({ path, line: 1, column: 1 }, 'file/not-read', message)];
  });
}

/** Null: the file is a source, or nothing that is meant to be one. */
function reasonToSkip(path: string): string | null {
  if (isLeftover(path)) return null;
  if (isUnspeakable(path)) return '文件名里有反斜线或看不见的字符，没有读入；请改一个文件名';
  if (isMarkdown(path))
    return isHidden(path) ? '文件或文件夹的名称以点开头，没有读入；要公开，请去掉开头的点' : null;
  if (isHidden(path) || !OFFICE.test(path) || ORIGINAL.test(path)) return null;
  return '这种文件不会直接公开，没有读入；请移到别处，再运行 npm run import -- 文件';
}

async function listFiles(folder: string): Promise<string[]> {
  const base = join(folder, 'disclosures');
  const entries = await readdir(base, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .sort();
}

function isMarkdown(path: string): boolean {
  return path.endsWith('.md');
}

/** No page and no address can show its name. */
function isUnspeakable(path: string): boolean {
  return path.includes('\\') || findControlCharacter(path) !== null;
}

/** Its own name begins with a dot, or that of a folder it is in. */
function isHidden(path: string): boolean {
  return path.split('/').some((part) => part.startsWith('.'));
}

function isLeftover(path: string): boolean {
  return LEFTOVER.test(basename(path));
}
