import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { formatNotices } from '../content/format-notices.ts';
import { parseBlocks } from '../content/parse-blocks.ts';
import { readPublication } from '../content/read-publication.ts';
import { Notices } from '../record/notices.ts';
import type { Publication } from '../record/publication-schema.ts';
import { ImportError } from './import-error.ts';

/** The front matter of a source that an import replaces. */
export interface ReplacedFrontMatter {
  /** What staff wrote, and the import keeps. */
  kept: Publication;
  /** Whether no original of it was published. */
  isWithheld: boolean;
}

/** Throws an {@link ImportError} where the front matter can't be read: what was written there would be lost. */
export function readReplaced(source: string): ReplacedFrontMatter {
  if (!existsSync(source)) return { kept: {}, isWithheld: false };
  const notices = new Notices(relative('', source));
  const tree = parseBlocks(readFileSync(source, 'utf8').replace(/^\u{feff}/u, ''), () => undefined);
  const { publication } = readPublication(tree.children[0], notices.report);
  // What an import wrote, this one writes anew.
  const problems = notices.all.filter(({ rule }) => rule !== 'front-matter/import-unreadable');
  if (problems.length > 0)
    throw new ImportError(
      `没有导入：替换的文件里有人工写的文件头，读不懂，会丢失；请先改好\n${formatNotices(problems)}`,
    );
  const { originals = [], tables: _tables, imported: _imported, ...kept } = publication;
  return { kept, isWithheld: originals.some(({ withheld }) => withheld) };
}
