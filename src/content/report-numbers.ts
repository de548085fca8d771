import type { Notice } from '../record/disclosure-schema.ts';
import { abbreviate, findNumbersOfLine, type FoundNumber } from '../record/mask-numbers.ts';
import { toNotice } from '../record/notices.ts';
import type { Publication } from '../record/publication-schema.ts';
import type { RuleId } from '../record/rules/catalogue.ts';
import { describeAccepted, describeNumber } from '../record/rules/no-personal-numbers.ts';
import { toLines } from '../table/to-lines.ts';

const RULES = { phone: 'cell/phone-number', identity: 'cell/identity-number' } as const;

/**
 * A file's notices with those about personal numbers of all its lines: what is masked on a page is reported, also in labels, footers
 * and text that is in no record. Numbers that the front matter accepts become warnings.
 */
export function withNumbers(
  notices: readonly Notice[],
  path: string,
  { acceptedNumbers = [] }: Publication,
  text: string,
): Notice[] {
  const found = toLines(text).flatMap((line, index) =>
    ofLine(line, acceptedNumbers, { path, line: index + 1 }),
  );
  // The rules over projects know of no front matter, and some give the table's line.
  const kinds = new Set<string>(found.map(({ kind }) => RULES[kind]));
  return [...notices.filter(({ rule }) => !kinds.has(rule)), ...found.map(({ notice }) => notice)];
}

/** One notice for each accepted number, and one for the others of a kind in a cell. */
function ofLine(
  line: string,
  accepted: readonly string[],
  place: { path: string; line: number },
): { kind: FoundNumber['kind']; notice: Notice }[] {
  const said = new Set<string>();
  return findNumbersOfLine(line).flatMap((found) => {
    const { kind, number, start } = found;
    const isAccepted = kind === 'identity' && accepted.includes(abbreviate(number));
    const rule: RuleId = isAccepted ? 'cell/accepted-number' : RULES[kind];
    const column = cellStart(line, start);
    const key = `${column} ${rule} ${isAccepted ? number : ''}`;
    if (said.has(key)) return [];
    said.add(key);
    const message = isAccepted ? describeAccepted(found) : describeNumber(found);
    return [{ kind, notice: toNotice({ ...place, column }, rule, message) }];
  });
}

/** The column at which the cell begins that holds a place of a line; from 1. */
function cellStart(line: string, at: number): number {
  const start = Math.max(line.lastIndexOf('\t', at), line.lastIndexOf('|', at)) + 1;
  return start + (/^ */.exec(line.slice(start))?.[0].length ?? 0) + 1;
}
