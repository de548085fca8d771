// @ts-check
/** For `astro dev` and `astro check`; `npm run build` makes the same configuration for the content that it has opened. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'astro/config';
import { devConfig } from './src/build/astro-config.ts';
import { contentFolder } from './src/content/content-folder.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig(await devConfig(root, contentFolder(root)));
