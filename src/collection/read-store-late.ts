import { existsSync } from 'node:fs';
import type { Plugin } from 'vite';

/** Astro's name for the store of all collections. */
const STORE = '\0astro:data-layer-content';

/**
 * Vite plugin: the program that renders reads the store from its file when it runs.
 *
 * Astro writes the whole store into that program, as one literal, which then passes through every step of the bundling: at
 * 10,000 projects that is a minute's work of a processor and a gigabyte of memory for nothing.
 *
 * @param built `data-store.json` as a build writes it.
 * @param served The same of `astro dev`.
 */
export function readStoreLate(built: string, served: string): Plugin {
  let file = built;
  return {
    name: 'jixiao-read-store-late',
    enforce: 'pre',
    configResolved({ command }) {
      file = command === 'serve' ? served : built;
    },
    load(id) {
      if (id !== STORE || !existsSync(file)) return null;
      const code = [
        "import { readFileSync } from 'node:fs';",
        `export default JSON.parse(readFileSync(${JSON.stringify(file)}, 'utf8'));`,
      ].join('\n');
      return { code, map: { mappings: '' } };
    },
  };
}
