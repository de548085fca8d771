import { createHash } from 'node:crypto';
import { pinyin } from 'pinyin-pro';
import { maskNumbers } from '../record/mask-numbers.ts';

/** A path segment may hold 255 bytes on common file systems; shorter is kinder to readers. */
const LONGEST = 120;
/** Names whose slugs are remembered: few are ever met once only, and a province's must not fill the memory. */
const REMEMBERED = 50_000;

const slugs = new Map<string, string>();

/**
 * The part of a URL that stands for a name: its pinyin, syllables joined by hyphens, `a-z0-9-` only.
 *
 * A telephone or identity number in a name is masked first, as the pages mask it: an address is published, too.
 *
 * It depends on the name alone, so that other tables never change a URL. A name that pinyin can't carry whole (rare
 * characters, over 120 letters, punctuation alone) gets the first 8 hex digits of its SHA-256 behind it.
 */
export function toSlug(name: string): string {
  const cached = slugs.get(name);
  if (cached !== undefined) return cached;
  if (slugs.size === REMEMBERED) slugs.clear();
  const slug = spell(name);
  slugs.set(name, slug);
  return slug;
}

function spell(name: string): string {
  const shown = maskNumbers(name);
  const parts = pinyin(shown.normalize('NFKC'), {
    toneType: 'none',
    type: 'array',
    v: true,
    nonZh: 'consecutive',
  });
  const spelled = parts.join('-').toLowerCase();
  const slug = hyphenate(spelled);
  const lost = /[^\p{ASCII}]/u.test(spelled.replaceAll(/[\p{P}\p{S}\p{Z}]/gu, ''));
  if (slug !== '' && !lost && slug.length <= LONGEST) return slug;
  const digest = createHash('sha256').update(shown).digest('hex').slice(0, 8);
  const whole = slug.slice(0, LONGEST).replace(/-[^-]*$/, '');
  return hyphenate(`${slug.length > LONGEST ? whole : slug}-${digest}`);
}

function hyphenate(text: string): string {
  return text.replaceAll(/[^\da-z]+/g, '-').replaceAll(/^-|-$/g, '');
}
