/** In: a word that nothing contains. Out: parts of names that are spelled or sound nearly so. */
import { must } from '../../record/must.ts';
import type { Sounds } from '../search-table.ts';

/** A part of a name, and whether it sounds as what was typed. */
export interface Near {
  text: string;
  isSound: boolean;
}

const SHORTEST = 2;
/** A wrong character in a shorter word leaves too little to go by. */
const SHORTEST_WRONG = 3;

/** How a part of a name differs from the word, the least first. */
const [SOUND, MORE, WRONG] = [0, 1, 2];

/**
 * The nearest first: same sound; then two characters exchanged, one missing or too many; then one wrong. None is the word itself.
 *
 * @param names Folded.
 */
export function findNear(word: string, names: Iterable<string>, sounds: Sounds): Near[] {
  const isSame = compareSounds(sounds);
  const near = new Map<string, number>();
  const add = (text: string, difference: number) => {
    near.set(text, Math.min(difference, near.get(text) ?? difference));
  };
  if (word.length < SHORTEST) return [];
  for (const name of names)
    for (let start = 0; start < name.length; start += 1) {
      const same = name.slice(start, start + word.length);
      if (same.length === word.length && same !== word) {
        if (soundsAlike(word, same, isSame)) add(same, SOUND);
        else if (isExchanged(word, same)) add(same, MORE);
        else if (isOneWrong(word, same)) add(same, WRONG);
      }
      for (const length of [word.length - 1, word.length + 1]) {
        const other = name.slice(start, start + length);
        if (other.length === length && isOneMore(word, other)) add(other, MORE);
      }
    }
  return [...near]
    .sort(([, a], [, b]) => a - b)
    .map(([text, difference]) => ({ text, isSound: difference === SOUND }));
}

function compareSounds(sounds: Sounds): (a: string, b: string) => boolean {
  const syllables = Object.keys(sounds);
  const known = new Map<string, string>();
  return (a, b) => {
    const alike =
      known.get(a) ??
      syllables
        .map((key) => must(sounds[key]))
        .filter((text) => text.includes(a))
        .join('');
    known.set(a, alike);
    return alike.includes(b);
  };
}

function soundsAlike(word: string, other: string, isSame: (a: string, b: string) => boolean): boolean {
  const [typed, written] = [word.split(''), other.split('')];
  // At least one character as it is: of a word that is all wrong, too many sound alike.
  if (!typed.some((unit, index) => unit === written[index]) && word.length < SHORTEST_WRONG) return false;
  return typed.every((unit, index) => unit === written[index] || isSame(unit, must(written[index])));
}

/** Two neighbours are exchanged. */
function isExchanged(word: string, other: string): boolean {
  const start = countSame(word, other);
  const [rest, otherRest] = [word.slice(start), other.slice(start)];
  return rest.charAt(1) + rest.charAt(0) + rest.slice(2) === otherRest && rest.length > 1;
}

/** One character is another. */
function isOneWrong(word: string, other: string): boolean {
  const start = countSame(word, other);
  return word.length >= SHORTEST_WRONG && word.slice(start + 1) === other.slice(start + 1);
}

/** Characters at the start that are the same. */
function countSame(word: string, other: string): number {
  let start = 0;
  while (start < word.length && word.charAt(start) === other.charAt(start)) start += 1;
  return start;
}

/** The longer is the shorter with one character more. */
function isOneMore(word: string, other: string): boolean {
  const [shorter, longer] = word.length < other.length ? [word, other] : [other, word];
  if (shorter.length < SHORTEST_WRONG) return false;
  const start = countSame(shorter, longer);
  // At an end, the rest is a part of the word itself.
  const isInside = start > 0 && start < shorter.length;
  return isInside && shorter.slice(start) === longer.slice(start + 1);
}
