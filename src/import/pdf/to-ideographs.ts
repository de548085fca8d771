import pairs from './radicals.json' with { type: 'json' };

/**
 * Radicals, each before the ideograph that it is written as: those of the block U+2E80–2EFF, by Unicode's EquivalentUnifiedIdeograph,
 * which NFKC leaves as they are; and those for which NFKC gives the form of another region: 戶, 靑.
 */
const IDEOGRAPHS = toPairs(pairs.join(''));

/**
 * A text with ideographs in place of radicals, which look the same: ⽤⼾⻅ → 用户见. Programs that embed fonts take one for the other.
 */
export function toIdeographs(text: string): string {
  return text.replaceAll(
    /[\u2e80-\u2fd5]/g,
    (radical) => IDEOGRAPHS.get(radical) ?? radical.normalize('NFKC'),
  );
}

function toPairs(characters: string): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  for (let at = 0; at < characters.length; at += 2) pairs.set(characters[at] ?? '', characters[at + 1] ?? '');
  return pairs;
}
