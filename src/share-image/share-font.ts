/**
 * In: texts.
 * Out: the files of Noto Sans SC that have their characters.
 *
 * The package has the font in about a hundred files, each for a range of characters. A file is read when a text needs it.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { create } from 'fontkitten';

const require = createRequire(import.meta.url);
/** Lists the ranges of the files, which are in `files/` next to it. */
const RANGES = require.resolve('@fontsource-variable/noto-sans-sc/unicode.json');

/** One file of the font. */
export interface FontFile {
  /** WOFF2, with weights from 100 to 900. */
  bytes: Buffer;
  /** The code points that are drawn with this file. No two files have the same. */
  characters: ReadonlySet<number>;
}

export interface ShareFont {
  /** The files that have all characters of a text, in the order of the text. Null: the font lacks a character. */
  filesFor: (text: string) => ReadonlySet<FontFile> | null;
}

export function openShareFont(): ShareFont {
  const names = readNames();
  const files = new Map<string, FontFile>();
  function fileOf(character: string): FontFile | null {
    const codePoint = character.codePointAt(0) ?? 0;
    const name = names.get(codePoint);
    if (name === undefined) return null;
    const file = files.get(name) ?? readFile(name, names);
    files.set(name, file);
    return file.characters.has(codePoint) ? file : null;
  }
  return {
    filesFor(text) {
      const found = new Set<FontFile>();
      for (const character of text) {
        const file = fileOf(character);
        if (!file) return null;
        found.add(file);
      }
      return found;
    },
  };
}

/** The names of the files by code point. Some ranges overlap; then the first file is taken. */
function readNames(): Map<number, string> {
  const ranges = JSON.parse(readFileSync(RANGES, 'utf8')) as Record<string, string>;
  const names = new Map<number, string>();
  for (const [subset, list] of Object.entries(ranges))
    for (const [, start = '', end = start] of list.matchAll(/U\+([\da-f]+)(?:-([\da-f]+))?/gi))
      for (let codePoint = parseInt(start, 16); codePoint <= parseInt(end, 16); codePoint += 1)
        if (!names.has(codePoint)) names.set(codePoint, subset.replaceAll(/[[\]]/g, ''));
  return names;
}

/** Ranges list characters that a file does not have. */
function readFile(name: string, names: ReadonlyMap<number, string>): FontFile {
  const bytes = readFileSync(join(dirname(RANGES), `files/noto-sans-sc-${name}-wght-normal.woff2`));
  const font = create(bytes);
  const all = font.isCollection ? [] : font.characterSet;
  return { bytes, characters: new Set(all.filter((codePoint) => names.get(codePoint) === name)) };
}
