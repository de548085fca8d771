import { must } from '../record/must.ts';

/** What a language calls itself: `en` is English. @param lang By ISO 639, of two or three letters. */
export function languageName(lang: string): string {
  return must(new Intl.DisplayNames(lang, { type: 'language' }).of(lang));
}
