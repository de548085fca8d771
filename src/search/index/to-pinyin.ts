import { polyphonic } from 'pinyin-pro';
import type { Pinyin } from '../search-table.ts';

/** All readings, without tones, of the Chinese characters in texts. `ü` is both `v`, as in input methods, and `u`. */
export function toPinyin(texts: Iterable<string>): Pinyin {
  const characters = [...new Set([...texts].flatMap((text) => Array.from(text)))].sort();
  const pinyin: Pinyin = {};
  for (const character of characters) {
    if (!/\p{Script=Han}/u.test(character)) continue;
    const [readings = []] = polyphonic(character, { toneType: 'none', type: 'array', v: true });
    const spelled = readings.flatMap((reading) =>
      reading.includes('v') ? [reading, reading.replace('v', 'u')] : [reading],
    );
    pinyin[character] = [...new Set(spelled.filter((reading) => /^[a-z]+$/.test(reading)))];
  }
  return pinyin;
}
