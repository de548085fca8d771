import { readFileSync } from 'node:fs';

/** A program of the guide, and what the guide says it prints. */
export interface GuideExample {
  /** `js`, `python`, `r`. */
  language: string;
  code: string;
  printed: string;
}

/** How the guide writes the site's address. */
const PLACEHOLDER = 'https://本站网址';

/** The programs of a page of the guide, each behind which stands what it prints. @param address Where the site is served. */
export function guideExamples(path: string, address: string): GuideExample[] {
  const text = readFileSync(path, 'utf8');
  return [...text.matchAll(/^```(js|python|r)\n(.*?)^```\n\n```text\n(.*?)^```$/gms)].map(
    ([, language = '', code = '', printed = '']) => ({
      language,
      code: code.replaceAll(PLACEHOLDER, address.replace(/\/$/, '')),
      printed: printed.trim(),
    }),
  );
}
