import { onceASite } from '../astro-internals/once-a-site.ts';
import { openedSite } from '../astro-internals/opened-site.ts';
import { shareImageTexts, type ShareImageTexts } from '../display/share-image-texts.ts';
import { openShareImages } from '../share-image/share-images.ts';
import { wantsShareImages } from '../share-image/wants-share-images.ts';
import { readSite } from './site.ts';

/** What draws the images, opened once a build. */
export const shareImages = onceASite(openShareImages);

/** What is drawn of each project that has an image of its own, by id. The others have the site's. */
export const readShareImages = onceASite(async (): Promise<ReadonlyMap<string, ShareImageTexts>> => {
  const { identity } = openedSite();
  const { bodies, projects } = await readSite();
  if (!wantsShareImages(identity, projects.length)) return new Map();
  const all = bodies.flatMap(({ entry, projects: ofBody }) =>
    ofBody.map((project) => [project.id, shareImageTexts(project, entry.publisher, identity.name)] as const),
  );
  return new Map(all.filter(([, texts]) => shareImages().canDraw(texts)));
});
