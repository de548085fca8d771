/**
 * In: a file that was dropped.
 * Out: what it is read as, with what staff can say of its labels; or why it makes no page.
 */
import type { Content } from '../content/open-content.ts';
import { readOfficeForms } from '../content/read-forms.ts';
import { ImportError } from '../import/import-error.ts';
import { countOpen, isSame } from './compare-draft.ts';
import { describeError, describeOther, type Refusal } from './describe-refusal.ts';
import type { Draft } from './drafts.ts';
import { readDraft, type DraftReading, type OpenedDrafts } from './read-draft.ts';
import { teachingOf, type Teaching } from './teach-draft.ts';

/** A file, and what staff can say of its labels. */
export interface TeachableReading extends DraftReading {
  teaching: Teaching | null;
}

/** Rejects with a FormError where a form of the office can't be read. */
export async function readOrRefuse(
  draft: Draft,
  { content, folder, opened }: { content: Content; folder: string; opened: OpenedDrafts },
): Promise<TeachableReading | Refusal> {
  try {
    const reading = await readDraft(draft, content, opened);
    const teaching = teachingOf(reading, readOfficeForms(folder));
    const refusal = teaching?.isNeeded ? null : describeOther(reading);
    if (!refusal) return { ...reading, teaching };
    return { ...refusal, isTeachable: refusal.isUnknown === true && teaching !== null };
  } catch (error) {
    if (error instanceof ImportError) return describeError(error, draft.name);
    throw error;
  }
}

/** `有 3 个栏目没见过`. Null: it can be read without an answer. */
export function describeUnknown({ teaching }: TeachableReading): string | null {
  if (!teaching?.isNeeded) return null;
  return `有 ${teaching.labels.filter(({ kept }) => kept === null).length} 个栏目没见过`;
}

export function isRefusal(read: TeachableReading | Refusal): read is Refusal {
  return 'todo' in read;
}

/** Whether nothing is left to ask or to change. */
export function isReady({ place, notices, changes, teaching }: TeachableReading): boolean {
  if (teaching?.isNeeded) return false;
  const hasErrors = notices.some(({ severity }) => severity === 'error');
  if (countOpen(changes) > 0 || (changes && isSame(changes))) return false;
  return place.body !== null && place.year !== null && place.problem === null && !hasErrors;
}
