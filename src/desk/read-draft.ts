/**
 * In: a dropped file.
 * Out: the source that it makes, and what each cell became; or why it can't be read.
 */
import { checkIds } from '../identity/check-ids.ts';
import { convertOriginals, type Converted } from '../import/convert-originals.ts';
import { ImportError } from '../import/import-error.ts';
import { openNamed, type Original } from '../import/open-original.ts';
import type { Notice } from '../record/disclosure-schema.ts';
import type { Content } from '../content/open-content.ts';
import { addToPublished } from './add-to-published.ts';
import { compareDraft, type Changes } from './compare-draft.ts';
import type { Draft, Drafts } from './drafts.ts';
import { explainTables, type ExplainedTable } from './explain-tables.ts';
import { siteBodies, type SiteBody } from './site-bodies.ts';
import { placeDraft, type Place } from './place-draft.ts';

/** A source that a file makes, against what is published. */
export interface ComparedDraft {
  converted: Converted;
  /** Of the file, with those about several of its projects. */
  notices: readonly Notice[];
  /** Null: nothing of the body and year is published, or the file has something to change. */
  changes: Changes | null;
}

/** A file with target tables. */
export interface DraftReading extends ComparedDraft {
  draft: Draft;
  original: Original;
  /** All of its tables, in their order. */
  tables: readonly ExplainedTable[];
  /** What was left out of the original, in words. */
  remarks: readonly string[];
  place: Place;
  bodies: readonly SiteBody[];
}

/** Files that were opened, so that a page is shown without reading its file again. */
export interface OpenedDrafts {
  /** Rejects with an ImportError. */
  open: (draft: Draft) => Promise<{ original: Original; remarks: string[] }>;
}

/** Files that are kept in memory: each may have 20 MB. */
const KEPT = 4;

/** Opens files one after the other: each may take as much memory as an import may. */
export function openedDrafts(drafts: Drafts): OpenedDrafts {
  const opened = new Map<string, ReturnType<OpenedDrafts['open']>>();
  let last: Promise<unknown> = Promise.resolve();
  const read = async (draft: Draft) => {
    const remarks: string[] = [];
    const print = (line: string) => remarks.push(line);
    const original = await openNamed(draft.name, () => drafts.read(draft), {
      print,
      progress: () => undefined,
    });
    return { original, remarks };
  };
  return {
    open: (draft) => {
      const before = opened.get(draft.id);
      if (before) return before;
      const [oldest] = opened.keys();
      if (oldest !== undefined && opened.size >= KEPT) opened.delete(oldest);
      const reading = last.then(() => read(draft));
      last = reading.catch(() => undefined);
      opened.set(draft.id, reading);
      return reading;
    },
  };
}

/** Throws an ImportError where nothing of a file can be read. */
export async function readDraft(draft: Draft, content: Content, opened: OpenedDrafts): Promise<DraftReading> {
  if (!draft.isKept)
    throw new ImportError(
      `文件有 ${Math.ceil(draft.bytes / 1024 / 1024)} MB，不像一份目标表，里面可能有图片；请把要公开的表另存成一个新文件，再放进来`,
    );
  const { original, remarks } = await opened.open(draft);
  const bodies = siteBodies(content);
  const { folder, forms } = content;
  const convert = (
    as: string,
    year: string | undefined,
    publisher?: string,
    earlier: readonly Original[] = [],
  ) =>
    convertOriginals([...earlier, original], forms, {
      ...{ folder, as, year, publisher, force: true, withhold: false },
    });
  // Any address will do to see what the file says, and where it says no year, any year.
  let unplaced = convert('draft', draft.answers.year);
  const said = unplaced.year;
  if (said === null) unplaced = convert('draft', String(new Date().getFullYear()));
  const { projects, results } = unplaced.reading;
  const tables = projects.length > 0 ? projects : results;
  const place = placeDraft({ file: draft.name, tables, year: said }, draft.answers, bodies);
  const { body, year } = place;
  const isPlaced = body !== null && year !== null && place.problem === null;
  const toPlace = (earlier: readonly Original[]) =>
    isPlaced ? convert(body.slug, year, body.isNamed ? body.name : undefined, earlier) : unplaced;
  const compare = (converted: Converted): ComparedDraft => {
    const { path, reading } = converted;
    const notices = [...reading.notices, ...checkIds(reading.projects), ...checkIds(reading.results)];
    // A table that has something to change lacks projects that nobody withdrew.
    const isComparable = isPlaced && !notices.some(({ severity }) => severity === 'error');
    const changes = isComparable ? compareDraft(path, reading, content, draft.answers) : null;
    return { converted, notices, changes };
  };
  const alone = compare(toPlace([]));
  const isAdded = alone.changes?.apart?.answer === 'add';
  const compared = isAdded
    ? await addToPublished(alone, content, (earlier) => compare(toPlace(earlier)))
    : alone;
  return {
    ...{ draft, original, remarks, place, bodies, ...compared },
    tables: explainTables(compared.converted.reading, forms),
  };
}
