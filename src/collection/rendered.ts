/**
 * Tells the program that renders, which a build imports and can not let go of, that all pages are made: what it keeps for them
 * would otherwise stay in memory while the build checks them.
 */
import { channel } from 'node:diagnostics_channel';

/** Of the whole process: the build and the program that renders have each a copy of this module. */
const rendered = channel('jixiao:rendered');

/** @param letGo Called when all pages are made; in `astro dev` never. */
export function onRendered(letGo: () => void): void {
  rendered.subscribe(letGo);
}

/** Lets go of what pages were made from. */
export function endRendering(): void {
  rendered.publish(null);
}
