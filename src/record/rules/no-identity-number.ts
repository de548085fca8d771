import { IDENTITY } from '../mask-numbers.ts';
import { cellTexts } from './cell-texts.ts';
import { at, type Rule } from './rule.ts';

/** An identity card's number is personal: it is masked on the pages, and should leave the file before it is published. */
export const noIdentityNumber: Rule = {
  id: 'cell/identity-number',
  severity: 'warning',
  check(project, places) {
    return cellTexts(project, places).flatMap(([text, place]) => {
      const found = new RegExp(IDENTITY).exec(text.normalize('NFKC'));
      return found
        ? [at(place, `这一格有像身份证号的数字 ${found[0].slice(0, 3)}…，网页上已遮住；请从原件中删去`)]
        : [];
    });
  },
};
