/**
 * In: the words of a query that finds nothing.
 * Out: other searches that find something: near spellings, the longest parts of the words, the words one by one.
 */
import { toSearchable } from '../fold.ts';
import type { Way } from '../query.ts';
import type { Question } from '../read-questions.ts';
import { intersect, type Matches } from '../sections.ts';
import type { ProjectTable } from './filter-projects.ts';
import type { Lookup } from './look-up.ts';
import { findNear, type Near } from './near-spellings.ts';
import type { SearchData } from './search-data.ts';

type LookUp = (word: string) => Promise<Lookup>;

/** Listed of each kind. */
const MOST = 4;
/** A longer word is cut: each part is a search. */
const LONGEST = 24;
/** Parts of a word for which near spellings are looked for: each is compared with all names. */
const LONGEST_NEAR = 8;
const SHORTEST_NEAR = 4;
const MOST_PARTS = 24;

interface Failed {
  questions: readonly Question[];
  /** Of its words. */
  words: readonly Lookup[];
  find: LookUp;
}

export async function findWays(
  data: SearchData,
  projects: ProjectTable,
  { questions, words: lookups, find }: Failed,
): Promise<Way[]> {
  const found = lookups.filter(({ matches }) => matches.size > 0);
  const missing = lookups.filter(({ matches }) => matches.size === 0);
  const ways: Way[] = [];
  const texts = lookups.map(({ typed }) => typed);
  const parts: Lookup[] = [];
  for (const { typed: text } of missing) {
    const near = await findNearWays(data, projects, text, find);
    // The other words stay, if they are in the same project.
    for (const { lookup, isSound } of near) {
      const together = intersect([lookup.matches, ...found.map(({ matches }) => matches)]);
      const whole = texts.map((other) => (other === text ? lookup.typed : other)).join(' ');
      const kind = isSound ? 'sound' : 'near';
      if (missing.length === 1 && together.size > 0) ways.push({ text: whole, count: together.size, kind });
      else ways.push({ text: lookup.typed, count: lookup.matches.size, kind });
    }
    parts.push(...(await findParts(text.slice(0, LONGEST), find)));
  }
  ways.push(...withoutNumbers(questions, lookups));
  const pieces = [...found, ...parts];
  const joint = joinPieces(pieces);
  if (joint) ways.push(joint);
  for (const { typed, matches } of pieces.slice(0, MOST))
    ways.push({ text: typed, count: matches.size, kind: 'part' });
  return ways.filter(({ text }, index) => ways.findIndex((way) => way.text === text) === index);
}

/** The words alone, if years or numbers were asked with them. */
function withoutNumbers(questions: readonly Question[], words: readonly Lookup[]): Way[] {
  if (words.length === 0 || words.length === questions.length) return [];
  const matches = intersect(words.map((word) => word.matches));
  const text = words.map(({ typed }) => typed).join(' ');
  return matches.size === 0 ? [] : [{ text, count: matches.size, kind: 'part' }];
}

async function findNearWays(
  data: SearchData,
  { names }: ProjectTable,
  word: string,
  find: LookUp,
): Promise<{ lookup: Lookup; isSound: boolean }[]> {
  const list = await data.names();
  const all = new Set(
    [...list.names, ...list.indicators.map(([name]) => name)].map((name) => toSearchable(name).text),
  );
  const sounds = await data.sounds();
  let near: Near[] = [];
  for (const part of partsOf(word)) {
    near = findNear(part, [...all, ...names], sounds).slice(0, MOST);
    if (near.length > 0) break;
  }
  const lookups = await Promise.all(
    near.map(async ({ text, isSound }) => ({ lookup: await find(text), isSound })),
  );
  return lookups
    .filter(({ lookup }) => lookup.matches.size > 0)
    .sort((a, b) => Number(b.isSound) - Number(a.isSound) || b.lookup.matches.size - a.lookup.matches.size);
}

/** The word; then its parts, longest first. */
function partsOf(word: string): string[] {
  const parts = [word];
  for (let length = Math.min(word.length - 1, LONGEST_NEAR); length >= SHORTEST_NEAR; length -= 1)
    for (let start = 0; start + length <= word.length; start += 1)
      parts.push(word.slice(start, start + length));
  return parts.slice(0, MOST_PARTS);
}

/** The longest parts that something contains, none of them within another; longest first. */
async function findParts(word: string, find: LookUp): Promise<Lookup[]> {
  const parts: Lookup[] = [];
  let end = 0;
  for (let start = 0; start < word.length - 1; start += 1) {
    let best: Lookup | null = null;
    let next = Math.max(end, start + 1);
    // Where a part is not found, no longer one is.
    while (next < word.length) {
      const lookup = await find(word.slice(start, next + 1));
      if (lookup.matches.size === 0 || lookup.isInside) break;
      best = lookup;
      next += 1;
    }
    if (best) {
      parts.push(best);
      end = next;
    }
  }
  return parts
    .filter(({ typed }) => /[^\d%.,;:]/.test(typed))
    .sort((a, b) => b.typed.length - a.typed.length)
    .slice(0, MOST);
}

/** All pieces in one project; or the two longest that are. */
function joinPieces(pieces: readonly Lookup[]): Way | null {
  const pairs = pieces.flatMap((first, index) => pieces.slice(index + 1).map((second) => [first, second]));
  for (const together of [pieces, ...pairs]) {
    if (together.length < 2) continue;
    const matches: Matches = intersect(together.map((piece) => piece.matches));
    const text = together.map(({ typed }) => typed).join(' ');
    if (matches.size > 0) return { text, count: matches.size, kind: 'parts' };
  }
  return null;
}
