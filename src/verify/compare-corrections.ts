/**
 * In: a page, and the corrections that its source names.
 * Out: those that the page does not show, or shows otherwise.
 */
import type { Correction } from './front-matter.ts';
import { isShownAs } from './is-shown-as.ts';
import { findAll, hasClass, hasId, textOf, type Element } from './read-elements.ts';

/** Corrections by day, newest first. */
export function compareCorrections(page: Element, corrections: readonly Correction[]): string[] {
  const [section] = findAll(page, (element) => element.tag === 'section' && hasId(element, 'corrections'));
  const shown = section ? findAll(section, ({ tag }) => tag === 'dt' || tag === 'dd') : [];
  const texts = shown.map((element) => {
    const [text] = findAll(element, (part) => hasClass(part, 'correction'));
    return textOf(text ?? element).trim();
  });
  const expected = corrections
    .toSorted((a, b) => (a.date === b.date ? 0 : a.date < b.date ? 1 : -1))
    .flatMap(({ date, text }) => [date, text]);
  const isSame =
    texts.length === expected.length && expected.every((text, index) => isShownAs(text, texts[index] ?? ''));
  return isSame ? [] : [`更正“${expected.join('，')}”，页面上是“${texts.join('，')}”`];
}
