import type { PagefindModule } from './open-pagefind.ts';
import type { SearchFiles } from './search-data.ts';

/** Search files over the network. @param base Address of `pagefind/`, ending in a slash. */
export function fetchFiles(base: string): SearchFiles {
  return {
    async load(path) {
      const response = await fetch(`${base}${path}`);
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      return response;
    },
    // Chromium of 2018 has `import()`, but not in workers; there search runs on the page.
    importClient: () => import(/* @vite-ignore */ `${base}pagefind.js`) as Promise<PagefindModule>,
  };
}
