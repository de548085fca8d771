/**
 * In: a file whose projects are added to those that its body has published in the year.
 * Out: one source of both, in which what is published stays as it is; or why there can be none.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Content } from '../content/open-content.ts';
import { ImportError } from '../import/import-error.ts';
import { openNamed, type Original } from '../import/open-original.ts';
import type { ComparedDraft } from './read-draft.ts';

const TOGETHER = '请把原来的表和新表放进一个文件，再拖到这一页。';

/** @param together The source of the published originals and the file. */
export async function addToPublished(
  alone: ComparedDraft,
  content: Content,
  together: (earlier: readonly Original[]) => ComparedDraft,
): Promise<ComparedDraft> {
  const earlier = await openOriginals(alone.converted.path, content);
  const both = typeof earlier === 'string' ? null : together(earlier);
  // Somebody may have changed the source by hand.
  const { changed: cells, questions, results } = both?.changes ?? {};
  const isWhole = [cells, questions, results?.changed, results?.gone].every((list) => list?.length === 0);
  if (both?.changes && isWhole)
    return { ...both, changes: { ...both.changes, apart: { answer: 'add', problem: null } } };
  const changed = `原来的那一份读入以后又改过，不能自动和新表合在一起。${TOGETHER}`;
  const problem = typeof earlier === 'string' ? earlier : changed;
  return {
    ...alone,
    changes: alone.changes && { ...alone.changes, apart: { answer: undefined, problem } },
  };
}

/** The originals that a source was made of, or a sentence: why they can't be read again. @param path Of the source. */
async function openOriginals(
  path: string,
  { sources, folder }: Pick<Content, 'sources' | 'folder'>,
): Promise<Original[] | string> {
  const originals = sources.find((source) => source.path === path)?.disclosure.publication.originals ?? [];
  if (originals.length === 0) return `原来的那一份不是从文件读入的，不能自动和新表合在一起。${TOGETHER}`;
  if (originals.some(({ withheld }) => withheld))
    return `原来的原件不供下载，不能自动和新表合在一起。${TOGETHER}`;
  const report = { print: () => undefined, progress: () => undefined };
  try {
    const opened: Original[] = [];
    for (const { name, file } of originals)
      opened.push(await openNamed(name, () => readFileSync(join(folder, dirname(path), file)), report));
    return opened;
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    return `原来的原件读不出，不能自动和新表合在一起。${TOGETHER}`;
  }
}
