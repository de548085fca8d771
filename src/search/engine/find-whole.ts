/**
 * In: a word that begins or ends with a digit.
 * Out: where it occurs in each project, and where of these it is no part of a longer number.
 *
 * The rule is that of `isInsideNumber`. Here there is no text: the pairs next to a match tell which characters are.
 */
import { must } from '../../record/must.ts';
import { toLetters, toPairs } from '../encode-pairs.ts';
import { beginsWithThousand, endsInGroup } from '../whole-number.ts';
import type { PagefindSearch } from './open-pagefind.ts';

/** Positions by project number. */
export type Positions = Map<number, readonly number[]>;

/** One of these pairs is at this offset from a match. */
interface Step {
  offset: number;
  pairs: readonly string[];
}

const DIGITS = '0123456789'.split('');
const TWO_DIGITS = DIGITS.flatMap((first) => DIGITS.map((second) => first + second));

/** Whether a match of this word may be part of a longer number. Single digits that are not are words of the index. */
export function mayBeInside(word: string): boolean {
  return word.length > 1 && /^\d|\d$/.test(word);
}

/** All positions of a phrase. @param numbers The projects to look in. */
export async function findPositions(
  pagefind: PagefindSearch,
  word: string,
  numbers: Iterable<number>,
): Promise<Positions> {
  const [first, ...others] = toPairs(word);
  const wanted = new Set(numbers);
  const starts = await pagefind(toLetters(must(first)));
  const positions = new Map(
    starts.flatMap(({ number, positions: all }): [number, readonly number[]][] =>
      wanted.has(number) ? [[number, all]] : [],
    ),
  );
  const steps = others.map((pair, index) => ({ offset: index + 1, pairs: [pair] }));
  return follow(pagefind, positions, steps);
}

/** Those of the positions at which the word is no part of a longer number. */
export async function leaveWhole(
  pagefind: PagefindSearch,
  word: string,
  positions: Positions,
): Promise<Positions> {
  let whole = positions;
  for (const steps of signsOfLonger(word)) {
    const inside = await follow(pagefind, whole, steps);
    whole = new Map(
      [...whole].flatMap(([number, all]): [number, readonly number[]][] => {
        const rest = all.filter((position) => inside.get(number)?.includes(position) !== true);
        return rest.length > 0 ? [[number, rest]] : [];
      }),
    );
  }
  return whole;
}

/** The ways in which a number goes on before or after the word. */
function signsOfLonger(word: string): Step[][] {
  const signs: Step[][] = [];
  const [first, last] = [word.charAt(0), word.slice(-1)];
  const end = word.length - 1;
  const before = (pairs: readonly string[], offset = -1): Step => ({ offset, pairs });
  if (/\d/.test(first)) {
    signs.push([before(DIGITS.map((digit) => digit + first))]);
    signs.push([
      before([`.${first}`]),
      before(
        DIGITS.map((digit) => `${digit}.`),
        -2,
      ),
    ]);
    if (beginsWithThousand(word))
      signs.push([
        before([`,${first}`]),
        before(
          DIGITS.map((digit) => `${digit},`),
          -2,
        ),
      ]);
  }
  if (/\d/.test(last)) {
    signs.push([{ offset: end, pairs: DIGITS.map((digit) => last + digit) }]);
    const decimals = DIGITS.slice(1).map((digit) => `.${digit}`);
    signs.push([
      { offset: end, pairs: [`${last}.`] },
      { offset: end + 1, pairs: decimals },
    ]);
    if (endsInGroup(word))
      signs.push([
        { offset: end, pairs: [`${last},`] },
        { offset: end + 1, pairs: DIGITS.map((digit) => `,${digit}`) },
        { offset: end + 2, pairs: TWO_DIGITS },
        { offset: end + 3, pairs: TWO_DIGITS },
      ]);
  }
  return signs;
}

/** The positions at which each step is found. */
async function follow(
  pagefind: PagefindSearch,
  positions: Positions,
  steps: readonly Step[],
): Promise<Positions> {
  let left = positions;
  for (const { offset, pairs } of steps) {
    const found = new Map<number, number[]>();
    for (const pair of pairs) {
      if (left.size === 0) return left;
      for (const { number, positions: at } of await pagefind(toLetters(pair))) {
        const own = left.get(number);
        if (!own) continue;
        const there = new Set(at);
        const kept = own.filter((position) => there.has(position + offset));
        if (kept.length > 0) found.set(number, [...(found.get(number) ?? []), ...kept]);
      }
    }
    left = found;
  }
  return left;
}
