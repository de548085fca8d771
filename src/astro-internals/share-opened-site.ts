import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** Astro's name for the module that holds the entries of all collections. */
export const STORE = '\0astro:data-layer-content';
const OPENED_SITE = fileURLToPath(new URL('opened-site.ts', import.meta.url));

/**
 * Vite plugin: modules that Vite loads see the opened site of this process, and its collections in memory.
 *
 * - `opened-site.ts` is required from Node, which has it already, and not evaluated once more.
 * - Astro's module of the collections returns ours. Astro would write all entries to a file, copy that file as one literal
 *   into the bundle of the pages, and parse it there.
 */
export function shareOpenedSite(): Plugin {
  return {
    name: 'jixiao-share-opened-site',
    load: {
      // Before Astro's own plugin, which would answer.
      order: 'pre',
      handler(id) {
        const code = id === OPENED_SITE ? REQUIRED : id === STORE ? COLLECTIONS : null;
        return code === null ? null : { code, map: { mappings: '' } };
      },
    },
    buildEnd() {
      const code = this.getModuleInfo(STORE)?.code;
      if (code && !code.includes(OPENED_SITE))
        this.error('Astro has put the whole store into the bundle of the pages');
    },
  };
}

const REQUIRED = `
  import { createRequire } from 'node:module';
  const site = createRequire(${JSON.stringify(OPENED_SITE)})(${JSON.stringify(OPENED_SITE)});
  export const { openedSite } = site;
`;
const COLLECTIONS = `
  import { openedSite } from ${JSON.stringify(OPENED_SITE)};
  export default openedSite().collections;
`;
