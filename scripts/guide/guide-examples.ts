import { readFileSync } from 'node:fs';

/** A program of the guide and its expected output. */
export interface GuideExample {
  /** `js`, `python`, `r`. */
  language: string;
  code: string;
  printed: string;
}

/** The site's address in the guide. */
const PLACEHOLDER = 'https://本站网址';

/** The programs of a page of the guide; each is followed by its output. @param address Of the served site. */
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
