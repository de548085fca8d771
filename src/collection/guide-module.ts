import { sep } from 'node:path';
import type { Plugin } from 'vite';
import { formatNotices } from '../content/format-notices.ts';
import type { Guide } from '../content/read-guide.ts';

const NAME = 'jixiao:guide';
const RESOLVED = `\0${NAME}`;

/**
 * Vite plugin: the module `jixiao:guide` lists the pages of the guide, in their order, each with its compiled MDX.
 *
 * An Astro collection would keep the paths of pages between builds, in files that builds of all content folders share, and
 * import pages that are gone.
 *
 * @param folder The folder of the pages, absolute.
 * @param read Gives the guide; in `astro dev` as it is now.
 */
export function guideModule(folder: string, read: () => Guide): Plugin {
  return {
    name: 'jixiao-guide',
    resolveId: (id) => (id === NAME ? RESOLVED : null),
    load(id) {
      if (id !== RESOLVED) return null;
      const { pages, notices } = read();
      if (notices.length > 0) this.warn(formatNotices(notices));
      const entries = pages.map(({ file, ...page }) => {
        const fields = JSON.stringify(page).slice(1, -1);
        return `{ ${fields}, load: () => import(${JSON.stringify(file)}) }`;
      });
      return `export const guide = [${entries.join(',\n')}];`;
    },
    configureServer({ watcher, environments }) {
      watcher.add(folder);
      watcher.on('all', (_event, path) => {
        if (!path.startsWith(folder + sep)) return;
        for (const { moduleGraph } of Object.values(environments)) {
          const module = moduleGraph.getModuleById(RESOLVED);
          if (module) moduleGraph.invalidateModule(module);
        }
        environments.client.hot.send({ type: 'full-reload' });
      });
    },
  };
}
