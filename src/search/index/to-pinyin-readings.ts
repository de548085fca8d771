import { polyphonic } from 'pinyin-pro';
import type { PinyinReadings } from '../search-table.ts';

/** All readings, without tones, of the Chinese characters of some texts: `ü` is both `v`, as input methods have it, and `u`. */
export function toPinyinReadings(texts: Iterable<string>): PinyinReadings {
  const characters = [...new Set([...texts].flatMap((text) => Array.from(text)))].sort();
  const readings: PinyinReadings = {};
  for (const character of characters) {
    if (!/^\p{Script=Han}$/u.test(character)) continue;
    const [found = []] = polyphonic(character, { toneType: 'none', type: 'array', v: true });
    const spelled = found.flatMap((reading) =>
      reading.includes('v') ? [reading, reading.replace('v', 'u')] : [reading],
    );
    readings[character] = [...new Set(spelled.filter((reading) => /^[a-z]+$/.test(reading)))];
  }
  return readings;
}
