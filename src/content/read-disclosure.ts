/**
 * In: one source file, as a VFile that holds its bytes.
 * Out: the Disclosure: its projects, results and notices.
 *
 *     bytes ─► text ─► mdast ─► Grids ─► Projects
 */
import { createHash } from 'node:crypto';
import type { VFile } from 'vfile';
import type { Project } from '../record/disclosure-schema.ts';
import type { Overall } from '../record/overall-schema.ts';
import type { Result } from '../record/result-schema.ts';
import type { Form } from '../record/form.ts';
import { forms as knownForms } from '../record/forms/forms.ts';
import { must } from '../record/must.ts';
import { toNotice } from '../record/notices.ts';
import type { FileContext } from '../record/read-project.ts';
import { bodyIdOf, overallIdOf } from '../identity/ids.ts';
import type { Permalinks } from '../identity/permalinks.ts';
import { settleIds } from '../identity/settle-ids.ts';
import { settleResults } from '../identity/settle-results.ts';
import { toSlug } from '../identity/to-slug.ts';
import { decodeSource } from './decode-source.ts';
import { readPublication } from './read-publication.ts';
import { readText, type TextReading } from './read-text.ts';

/** What one source file says. */
export interface ParsedDisclosure extends TextReading {
  /** SHA-256 of the file's bytes, lower-case hex. */
  sha256: string;
  /** The file's part of the URL: its name in letters of URLs. */
  slug: string;
  /** The text as published, without byte order mark. Empty where it could not be decoded. */
  text: string;
}

/** What one source file says, with the lasting ids of its projects, results and rows. */
export interface DisclosureReading extends ParsedDisclosure {
  projects: Project[];
  results: Result[];
  overall: Overall[];
}

export interface ReadOptions {
  /** The forms that a table may be filled in on; where two fit alike, the first is chosen. */
  forms?: readonly Form[];
  permalinks?: Permalinks;
}

/** Never throws for what a file holds: what is wrong is a notice of severity `error`, and its project is left out. */
export function readDisclosure(file: VFile, { forms, permalinks }: ReadOptions = {}): DisclosureReading {
  return withIds(parseDisclosure(file, forms), permalinks);
}

export function withIds(parsed: ParsedDisclosure, permalinks?: Permalinks): DisclosureReading {
  const { projects, results, overall, slug } = parsed;
  return {
    ...parsed,
    projects: settleIds(projects, slug, permalinks),
    results: settleResults(results, slug, permalinks),
    overall: overall.map((each, index) => ({ id: overallIdOf(bodyIdOf(each.year, slug), index), ...each })),
  };
}

/** A disclosure before its projects get their lasting ids, which depend on more than the file. */
export function parseDisclosure(file: VFile, forms: readonly Form[] = knownForms): ParsedDisclosure {
  const bytes = typeof file.value === 'string' ? new TextEncoder().encode(file.value) : file.value;
  const context = contextOf(file, bytes);
  const text = decodeSource(bytes);
  const reading =
    typeof text === 'string'
      ? readText(text, context, { forms, readFrontMatter: readPublication })
      : {
          ...{ projects: [], results: [], overall: [], publication: {}, sheets: [] },
          notices: [toNotice({ path: context.path, ...text }, text.rule, text.message)],
        };
  return {
    ...reading,
    sha256: context.sha256,
    slug: toSlug(must(file.stem)),
    text: typeof text === 'string' ? text : '',
  };
}

function contextOf(file: VFile, bytes: Uint8Array): FileContext {
  const path = file.path.replaceAll('\\', '/');
  const folder = /(?:^|\/)((?:19|20)\d{2})\/[^/]+$/.exec(path);
  return {
    path,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    year: yearIn(folder?.[1] ?? /(?<!\d)((?:19|20)\d{2})(?!\d)/.exec(must(file.stem))?.[1]),
  };
}

function yearIn(text: string | undefined): number | null {
  return text === undefined ? null : Number(text);
}
