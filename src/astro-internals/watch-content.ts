import { sep } from 'node:path';
import type { AstroIntegration } from 'astro';
import type { DevEnvironment, RunnableDevEnvironment, ViteDevServer } from 'vite';
import { STORE } from './share-opened-site.ts';

/** Milliseconds to wait for more changes: an editor that saves a file reports several. */
const TOGETHER = 30;

/**
 * Astro integration: `astro dev` opens the content again after each change of a source or a form. Errors are logged, and pages
 * keep their last good content.
 *
 * @param reopen Opens the content and publishes the site. Rejects with what is wrong, in words for staff.
 */
export function watchContent(folder: string, reopen: () => Promise<void>): AstroIntegration {
  return {
    name: 'jixiao-watch-content',
    hooks: {
      'astro:server:setup': ({ server, logger }) => {
        let timer: NodeJS.Timeout | undefined;
        const refresh = () => {
          reopen().then(
            () => {
              showChange(server);
            },
            (error: unknown) => {
              logger.error(error instanceof Error ? error.message : String(error));
            },
          );
        };
        server.watcher.add(folder);
        server.watcher.on('all', (_event, path) => {
          if (!['disclosures', 'forms'].some((part) => path.startsWith(folder + sep + part + sep))) return;
          clearTimeout(timer);
          timer = setTimeout(refresh, TOGETHER);
        });
      },
    },
  };
}

/** As Astro does when it has written its store's file, half a second later. */
function showChange({ environments }: ViteDevServer): void {
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
