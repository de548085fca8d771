/** Made by `src/collection/guide-module.ts`. */
declare module 'jixiao:guide' {
  import type { AstroComponentFactory } from 'astro/runtime/server/index.js';

  export const guide: readonly {
    id: string;
    data: { title: string; summary: string; order: number; lang?: string };
    load: () => Promise<{ default: AstroComponentFactory }>;
  }[];
}
