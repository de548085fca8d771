/** What other forms would make of the sources that are there: nothing that was published changes unseen. */
import { isDeepStrictEqual } from 'node:util';
import { VFile } from 'vfile';
import { toDisclosureEntry } from '../collection/to-disclosure-entry.ts';
import type { Content, ParsedSource } from '../content/open-content.ts';
import { parseDisclosure } from '../content/read-disclosure.ts';
import type { Notice } from '../record/disclosure-schema.ts';
import type { Form } from '../record/form.ts';
import { KeepError } from './save-form.ts';

/** A source that would be read in another way. */
export interface FormEffect {
  /** 云岭市档案馆2026年; the path of a source that makes no page. */
  what: string;
  /** An error that it does not have now. Null: it has none more. */
  error: Notice | null;
}

export function effectsOf({ sources }: Pick<Content, 'sources'>, forms: readonly Form[]): FormEffect[] {
  return sources.flatMap((source) => {
    const { path, bytes, parsed } = source;
    const other = parseDisclosure(new VFile({ path, value: bytes }), forms);
    if (
      isDeepStrictEqual(other.projects, parsed.projects) &&
      isDeepStrictEqual(other.notices, parsed.notices)
    )
      return [];
    const isError = ({ severity }: Notice) => severity === 'error';
    const had = parsed.notices.filter(isError).map(({ message }) => message);
    const error = other.notices.find((notice) => isError(notice) && !had.includes(notice.message)) ?? null;
    return [{ what: nameOf(source), error }];
  });
}

/** Throws a {@link KeepError} where a source that can be read now could not be read any more. */
export function refuseErrors(effects: readonly FormEffect[]): void {
  const broken = effects.filter(({ error }) => error !== null);
  if (broken.length === 0) return;
  const names = broken
    .slice(0, 3)
    .map(({ what }) => what)
    .join('、');
  throw new KeepError(
    `这样一来，已经放进来的 ${names}${broken.length > 3 ? ` 等 ${broken.length} 份` : ''}就读不出了，所以没有改。`,
  );
}

function nameOf(source: ParsedSource): string {
  const entry = toDisclosureEntry(source);
  return entry ? `${entry.publisher}${entry.id.slice(0, 4)}年` : source.path;
}
