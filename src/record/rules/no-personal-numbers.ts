import { IDENTITY, PHONE } from '../mask-numbers.ts';
import { cellTexts } from './cell-texts.ts';
import { at, type Rule } from './rule.ts';

/** Personal numbers are masked on the pages. A target table is about money and targets, so a number is likely there by mistake. */
export const noPersonalNumbers: readonly Rule[] = [
  personalNumberRule('cell/phone-number', PHONE, (start) => {
    return `这一格有电话号码 ${start}…，网页上已遮住；公开前请确认，或从原件中删去`;
  }),
  personalNumberRule('cell/identity-number', IDENTITY, (start) => {
    return `这一格有像身份证号的数字 ${start}…，网页上已遮住；请从原件中删去`;
  }),
];

/** @param toMessage Gets the first three characters of the number. */
function personalNumberRule(id: Rule['id'], pattern: string, toMessage: (start: string) => string): Rule {
  const number = new RegExp(pattern);
  return {
    id,
    check: (project, positions) =>
      cellTexts(project, positions).flatMap(([text, position]) => {
        const [match] = number.exec(text.normalize('NFKC')) ?? [];
        return match === undefined ? [] : [at(position, toMessage(match.slice(0, 3)))];
      }),
  };
}
