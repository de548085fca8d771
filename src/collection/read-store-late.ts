import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** Astro's name for the store of all collections. */
const STORE = '\0astro:data-layer-content';
/** The module that reads it. */
const READER = fileURLToPath(new URL('read-store.ts', import.meta.url));

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
    configResolved({ command }) {
      file = command === 'serve' ? served : built;
    },
    // Astro's own plugin comes first, and would answer.
    load: {
      order: 'pre',
      handler(id) {
        if (id !== STORE || !existsSync(file)) return null;
        const code = [
          `import { readStore } from ${JSON.stringify(READER)};`,
          `export default readStore(${JSON.stringify(file)});`,
        ].join('\n');
        return { code, map: { mappings: '' } };
      },
    },
    buildEnd() {
      const code = this.getModuleInfo(STORE)?.code;
      if (code && !code.includes(READER) && existsSync(file))
        this.error('Astro has put the whole store into the program that renders');
    },
  };
}
