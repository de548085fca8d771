/**
 * In: originals that were read.
 * Out: the source that they make and what it says. Nothing is written.
 */
import { basename, extname, join } from 'node:path';
import { VFile } from 'vfile';
import { readDisclosure, type DisclosureReading } from '../content/read-disclosure.ts';
import { formatDay } from '../display/format-day.ts';
import { readPermalinks } from '../identity/permalinks.ts';
import { RESERVED_FILES } from '../identity/reserved.ts';
import { toSlug } from '../identity/to-slug.ts';
import type { Form } from '../record/form.ts';
import { must } from '../record/must.ts';
import type { Publication } from '../record/publication-schema.ts';
import { ImportError } from './import-error.ts';
import { formatOrigin } from './imported.ts';
import { readReplaced, type ReplacedFrontMatter } from './kept-front-matter.ts';
import type { Original } from './open-original.ts';
import { writeMarkdown, type WrittenMarkdown } from './write-markdown.ts';
import { yearOf } from './year-of.ts';

export interface ConvertOptions {
  /** The content folder, absolute. */
  folder: string;
  /** Year of the budget, four digits; else the tables or the files' names say it. */
  year?: string | undefined;
  /** The source's name in the URL; else the first file's name gives one. */
  as?: string | undefined;
  /** Name of the publishing body, where the tables do not say it. */
  publisher?: string | undefined;
  /** Keep what staff wrote in the front matter of the source that is replaced. */
  force: boolean;
  /** Keep the originals to check the site, and do not publish them. */
  withhold: boolean;
}

/** A source that is not yet written. */
export interface Converted extends WrittenMarkdown {
  /** Relative to the content folder; without a year, a name that is not in it. */
  path: string;
  slug: string;
  /** Null: neither the options nor the originals say it. */
  year: string | null;
  /** Copies of the originals. */
  copies: readonly { file: string; bytes: Uint8Array }[];
  reading: DisclosureReading;
  /** Null: nothing is replaced. */
  replaced: ReplacedFrontMatter | null;
}

/** Throws an {@link ImportError}. @param originals At least one. */
export function convertOriginals(
  originals: readonly Original[],
  forms: readonly Form[],
  { folder, year: wanted, as, publisher, force, withhold }: ConvertOptions,
): Converted {
  const first = must(originals[0]).name;
  const slug = as ?? toSlug(officeIn(first));
  if (RESERVED_FILES.includes(slug))
    throw new ImportError(`${first}：名称“${slug}”留给网站自己的页面；请用 --as 另起名称`);
  const copies = originals.map(({ name, bytes }, index) => ({ file: copyName(slug, name, index), bytes }));
  const publication: Publication = {
    ...(publisher !== undefined && { publisher }),
    imported: formatDay(new Date()),
    originals: originals.map(({ name, sha256, parts, bytes, pages }, index) => ({
      name,
      sha256,
      file: must(copies[index]).file,
      parts,
      bytes: bytes.length,
      ...(pages !== undefined && { pages }),
      ...(withhold && ({ withheld: true } as const)),
    })),
  };
  const pieces = originals.flatMap((original, index) => {
    const { file } = must(copies[index]);
    return original.pieces.map((piece) =>
      piece.kind === 'table'
        ? { ...piece, file, original: original.name }
        : { ...piece, original: original.name },
    );
  });
  const { permalinks } = readPermalinks(folder);
  const convert = (path: string, kept: Publication) => {
    const written = writeMarkdown(pieces, { ...kept, ...publication }, forms);
    const reading = readDisclosure(new VFile({ path, value: written.text }), { forms, permalinks });
    return { ...written, path, slug, copies, reading };
  };

  let year = wanted;
  if (year === undefined) {
    const unplaced = convert(`${basename(first, extname(first))}.md`, {});
    const { projects, results, notices } = unplaced.reading;
    // The year of a result is not that of targets that name none.
    const hasTargets = projects.length > 0 || notices.some(({ rule }) => rule === 'budget/no-year');
    const text = hasTargets && results.length > 0 ? '' : unplaced.text;
    const newest = results.toSorted((a, b) => b.year - a.year).slice(0, 1);
    year = yearOf(hasTargets ? projects : newest, first, text);
    if (year === undefined) return { ...unplaced, year: null, replaced: null };
  }
  const place = (base: string): Converted => {
    const path = `${base}/${year}/${slug}.md`;
    const replaced = force ? readReplaced(join(folder, path)) : null;
    return { ...convert(path, replaced?.kept ?? {}), year, replaced };
  };
  const placed = place('disclosures');
  return isOfResults(placed.reading) ? place('disclosures/results') : placed;
}

/** Whether a source has results alone. An office's are in a file with the name of that of its targets, in another folder. */
function isOfResults({ projects, results, notices }: DisclosureReading): boolean {
  const hasErrors = notices.some(({ severity }) => severity === 'error');
  return projects.length === 0 && results.length > 0 && !hasErrors;
}

/** `水务局.xlsx 工作表“Sheet1”第 7 行`: where a notice of a converted source is in its original. */
export function placeOf({ line }: { line: number }, { origins, starts }: WrittenMarkdown): string {
  const origin = origins.get(line);
  const name = (starts.findLast((start) => start.line <= line) ?? must(starts[0])).original;
  return origin ? `${name} ${formatOrigin(origin)}` : name;
}

/** The office's name in a file's name: `青溪县水务局2026年项目绩效目标表.xlsx` → 青溪县水务局. */
function officeIn(file: string): string {
  const stem = basename(file, extname(file)).normalize('NFKC');
  const office = stem
    .replaceAll(/(?:19|20)\d{2}年?度?/g, '')
    .replaceAll(/(?:部门|单位)?预算|项目|支出|绩效|目标|自评|申报|公开|汇总|[表册]|附件\d*|\(\d+\)/g, '')
    .replaceAll(/[\s_-]+/g, '');
  return office === '' ? stem : office;
}

/** `qing-xi.original.xlsx`. Web pages and Markdown end in `.txt`, so that no server runs or renders them. */
function copyName(name: string, original: string, index: number): string {
  const ending = extname(original).toLowerCase();
  const number = index === 0 ? '' : `-${index + 1}`;
  return `${name}.original${number}${ending}${/html?|md/.test(ending) ? '.txt' : ''}`;
}
