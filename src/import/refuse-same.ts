import { findImported } from '../content/find-imported.ts';
import { ImportError } from './import-error.ts';
import type { Original } from './open-original.ts';

/**
 * An original that is already a source under another name would be counted twice. Throws an {@link ImportError} that names both.
 *
 * @param path Of the source to be written, relative to the content folder.
 */
export function refuseSame(originals: readonly Original[], path: string, folder: string): void {
  const sources = findImported(folder);
  for (const [index, { name, sha256 }] of originals.entries()) {
    const other = sources.find((source) => source.path !== path && source.sha256 === sha256);
    if (other)
      throw new ImportError(
        `${name}：这份原件已经导入为 ${other.path}，不能再导入为 ${path}，否则项目会重复公开；要换名称，请先删去 ${other.path} 和它旁边的原件`,
      );
    const twin = originals.slice(0, index).find((original) => original.sha256 === sha256);
    if (twin) throw new ImportError(`${name} 和 ${twin.name} 是同一份原件；请只导入其中一个`);
  }
}
