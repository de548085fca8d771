import { toDisclosureEntry } from '../collection/to-disclosure-entry.ts';
import type { Content } from '../content/open-content.ts';

/** A body that has a source in some year. */
export interface SiteBody {
  /** Its part of the URL. */
  slug: string;
  /** As its newest source names it. */
  name: string;
  /** Newest first. */
  years: string[];
}

/** The bodies of a content, by name. */
export function siteBodies({ sources }: Pick<Content, 'sources'>): SiteBody[] {
  const bodies = new Map<string, SiteBody>();
  // Paths begin with the year: the newest comes first.
  for (const source of sources.toReversed()) {
    const entry = toDisclosureEntry(source);
    if (!entry) continue;
    const { slug } = source.disclosure;
    const body = bodies.get(slug) ?? { slug, name: entry.publisher, years: [] };
    body.years.push(entry.id.slice(0, 4));
    bodies.set(slug, body);
  }
  return [...bodies.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
