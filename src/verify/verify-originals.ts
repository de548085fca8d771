import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { comparePdf } from './compare-pdf.ts';
import { linesOf } from './front-matter.ts';
import { readPdfPages } from './read-pdf-pages.ts';
import type { ComparedSource, Conservation } from './verify-conservation.ts';

/** Compares sources that were imported from PDFs with these, as they are published; withheld ones as they are in the content. */
export async function verifyOriginals(
  content: string,
  dist: string,
  { compared, ...found }: Conservation & { compared: readonly ComparedSource[] },
): Promise<Conservation> {
  const total = { ...found, losses: [...found.losses] };
  const verified = new Map(found.verified);
  for (const { path, folder, digest } of compared) {
    const lines = linesOf(readFileSync(join(content, path)));
    const { cells, losses } = await comparePdf(lines, ({ file: name, withheld }, numbers) => {
      const file = withheld ? join(content, dirname(path), name) : join(dist, folder, 'original', name);
      // `verifyFiles` names an original that is missing.
      return existsSync(file) ? readPdfPages(readFileSync(file), numbers) : null;
    });
    total.cells += cells;
    total.losses.push(...losses.map((loss) => `${path}: ${loss}`));
    const before = verified.get(digest);
    if (losses.length > 0) verified.delete(digest);
    else if (before) verified.set(digest, { ...before, cells: before.cells + cells });
  }
  return { ...total, verified };
}
