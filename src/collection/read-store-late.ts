import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { DevEnvironment, Plugin, RunnableDevEnvironment, ViteDevServer } from 'vite';
import { onChange } from './stored.ts';

/** Astro's name for the store of all collections. */
const STORE = '\0astro:data-layer-content';
/** Milliseconds in which the collections that one file changes are all told. */
const TOGETHER = 30;
/** The module that reads it. */
const READER = fileURLToPath(new URL('read-store.ts', import.meta.url));

/**
 * Vite plugin: the program that renders reads the store from its file when it runs.
 *
 * Astro writes the whole store into that program, as one literal, which then passes through every step of the bundling: at
 * 10,000 projects that is a minute's work of a processor and a gigabyte of memory for nothing.
 *
 * In `astro dev` a page shows a change as soon as it is stored: Astro waits half a second, and then writes all entries to the
 * file first.
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
    configureServer(server) {
      let timer: NodeJS.Timeout | undefined;
      onChange(() => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          forgetStore(server);
        }, TOGETHER);
      });
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

/** As Astro does it itself when it has written the file. */
function forgetStore({ environments }: ViteDevServer): void {
  for (const environment of Object.values(environments)) {
    if (environment.name === 'client') continue;
    const module = environment.moduleGraph.getModuleById(STORE);
    if (module) environment.moduleGraph.invalidateModule(module, undefined, Date.now(), true);
    if (isRunnable(environment)) {
      const { evaluatedModules } = environment.runner;
      const evaluated = evaluatedModules.getModuleById(STORE);
      if (evaluated) evaluatedModules.invalidateModule(evaluated);
    }
    environment.hot.send('astro:content-changed', {});
  }
  environments.client.hot.send({ type: 'full-reload', path: '*' });
}

function isRunnable(environment: DevEnvironment): environment is RunnableDevEnvironment {
  return 'runner' in environment;
}
