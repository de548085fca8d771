import { createHash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Notice } from '../record/disclosure-schema.ts';
import { toNotice } from '../record/notices.ts';
import type { Original } from '../record/publication-schema.ts';
import type { ParsedSource } from './open-content.ts';

/**
 * The copies of originals that a source names must be there and be the files that were imported: they are published for download,
 * with their SHA-256.
 */
export function checkCopies(
  folder: string,
  sources: readonly Pick<ParsedSource, 'path' | 'disclosure'>[],
): Notice[] {
  return sources.flatMap(({ path, disclosure: { publication } }) =>
    (publication.originals ?? []).flatMap((original): Notice[] => {
      const fault = faultOf(join(folder, dirname(path), original.file), original);
      if (!fault) return [];
      const [rule, what] = fault;
      const message = `原件“${original.name}”的副本 ${original.file} ${what}`;
      return [toNotice({ path, line: 1, column: 1 }, rule, message)];
    }),
  );
}

function faultOf(
  file: string,
  { sha256, bytes }: Original,
): ['file/original-missing' | 'file/original-altered', string] | null {
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (!found) return ['file/original-missing', '不在这个文件旁边；请放回原处，或把原件再导入一次'];
  // A link would publish whatever it leads to.
  if (!found.isFile())
    return ['file/original-missing', '不是一个普通文件，不能公开；请放回原件，或再导入一次'];
  const isSame =
    (bytes === undefined || found.size === bytes) &&
    createHash('sha256').update(readFileSync(file)).digest('hex') === sha256;
  return isSame
    ? null
    : ['file/original-altered', '和导入时不同（SHA-256 不一样）；请放回导入的那一份，或把现在的再导入一次'];
}
