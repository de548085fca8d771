import { abbreviate, findNumbers, type FoundNumber } from '../mask-numbers.ts';
import { cellTexts } from './cell-texts.ts';
import { at, type Rule } from './rule.ts';

/** Where a number can still be read: files that are served as the office made them. */
const STILL_READ = '网页、搜索和数据文件里已遮住，但在可下载的原件和 source.txt 里仍能读到';

/** Personal numbers are masked on the pages. A target table is about money and targets, so a number is likely there by mistake. */
export const noPersonalNumbers: readonly Rule[] = [
  personalNumberRule('phone', 'cell/phone-number'),
  personalNumberRule('identity', 'cell/identity-number'),
];

/** The message about a number, in Chinese. An error is never published, so that it may say enough of it to accept it. */
export function describeNumber({ kind, number }: FoundNumber): string {
  if (kind === 'phone')
    return `这里有电话号码 ${number.slice(0, 3)}…，${STILL_READ}；公开前请确认，不应公开的从原件中删去，再导入一次`;
  return `这里有像身份证号的数字 ${number.slice(0, 3)}…；请从原件中删去，再导入一次。确要公开的，在文件头写 acceptedNumbers: ["${abbreviate(number)}"]`;
}

/** The message about an identity number that the front matter accepts. */
export function describeAccepted({ number }: FoundNumber): string {
  return `这里有像身份证号的数字 ${number.slice(0, 3)}…，文件头写明可以公开；${STILL_READ}`;
}

function personalNumberRule(kind: FoundNumber['kind'], id: Rule['id']): Rule {
  return {
    id,
    check: (project, positions) =>
      cellTexts(project, positions).flatMap(([text, position, label]) => {
        const found = findNumbers(text, label).find((number) => number.kind === kind);
        return found ? [at(position, describeNumber(found))] : [];
      }),
  };
}
