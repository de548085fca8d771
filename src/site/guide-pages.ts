import { getCollection, type CollectionEntry } from 'astro:content';

/** The guide's pages in their order. */
export async function guidePages(): Promise<CollectionEntry<'guide'>[]> {
  return (await getCollection('guide')).sort((a, b) => a.data.order - b.data.order);
}
