/**
 * In: a built site.
 * Out: projects that have no share image of their own and must have one, or have one where none is drawn.
 */
import { dirname } from 'node:path';
import type { PublishedSite } from './published-site.ts';
import { toWords } from './sums.ts';

/** With more projects none is drawn, unless `site.json` asks for it. */
const MOST = 2000;
/** Longer amounts don't fit. */
const LONGEST_AMOUNT = 26;
/** Besides letters and digits, what each font has: the 3,755 most common characters, which are the first part of GB 2312. */
const PUNCTUATION = '、。，；：？！（）《》“”';

export function verifyShareImages(site: PublishedSite): string[] {
  const { origin, shareImages, projects, bodies, facts } = site;
  const isDrawn = origin !== '' && (shareImages ?? projects.length <= MOST);
  const common = new Set(commonCharacters().concat(Array.from(PUNCTUATION)));
  const isCommon = (text = '') => Array.from(text).every((each) => /[ -~]/.test(each) || common.has(each));
  return projects.flatMap(({ id, name, budget }) => {
    const isThere = site.hasFile(`/${id}/share.png`);
    if (isThere && !isDrawn) return [`/${id}/share.png 不应有`];
    const { publisher } = bodies.get(dirname(id)) ?? {};
    const mustBe =
      isDrawn &&
      [name, publisher, facts['name']].every(isCommon) &&
      toWords(budget?.yuan).length <= LONGEST_AMOUNT;
    return mustBe && !isThere ? [`没有 /${id}/share.png`] : [];
  });
}

/** Level 1 of GB 2312: rows 16 to 55 of its table. */
function commonCharacters(): string[] {
  const decoder = new TextDecoder('gbk');
  const rows = Array.from({ length: 40 }, (_, row) =>
    Uint8Array.from({ length: 2 * 94 }, (_, at) => (at % 2 === 0 ? 0xb0 + row : 0xa1 + (at - 1) / 2)),
  );
  // Row 55 ends five characters earlier, with characters for private use instead.
  return rows
    .flatMap((row) => Array.from(decoder.decode(row)))
    .filter((each) => /\p{Script=Han}/u.test(each));
}
