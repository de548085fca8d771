import { PHONE } from '../mask-numbers.ts';
import { cellTexts } from './cell-texts.ts';
import { at, type Rule } from './rule.ts';

/** A target table is about money and promises; a person's number in it is likely there by mistake, and masked on the pages. */
export const noPhoneNumber: Rule = {
  id: 'cell/phone-number',
  severity: 'warning',
  check(project, places) {
    return cellTexts(project, places).flatMap(([text, place]) => {
      const found = new RegExp(PHONE).exec(text.normalize('NFKC'));
      return found
        ? [at(place, `这一格有电话号码 ${found[0].slice(0, 3)}…，网页上已遮住；公开前请确认，或从原件中删去`)]
        : [];
    });
  },
};
