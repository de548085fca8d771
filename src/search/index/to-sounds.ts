import { pinyin } from 'pinyin-pro';
import type { Sounds } from '../search-table.ts';

/** The usual characters, as GB 2312 lists them: 0xB0A1 to 0xF7FE. */
const FIRST_ROW = 0xb0;
const LAST_ROW = 0xf7;
const CELLS = 94;

/** The usual characters of each syllable, for queries with a character of the same sound. */
export function toSounds(): Sounds {
  const sounds: Record<string, string> = {};
  for (const character of usualCharacters()) {
    const readings = pinyin(character, { toneType: 'none', type: 'array', multiple: true });
    for (const reading of new Set(readings)) sounds[reading] = (sounds[reading] ?? '') + character;
  }
  return sounds;
}

function usualCharacters(): string[] {
  const bytes = Array.from({ length: LAST_ROW - FIRST_ROW + 1 }, (_, row) =>
    Array.from({ length: CELLS }, (_unused, cell) => [FIRST_ROW + row, 0xa1 + cell]),
  );
  const text = new TextDecoder('gb2312').decode(Uint8Array.from(bytes.flat(2)));
  return Array.from(text).filter((character) => /^\p{Script=Han}$/u.test(character));
}
