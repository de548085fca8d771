import starlight from '@astrojs/starlight';
import { defineConfig, passthroughImageService } from 'astro/config';

/** Starlight with its defaults, but without a search index: Pagefind is measured separately. */
export default defineConfig({
  image: { service: passthroughImageService() },
  integrations: [
    starlight({
      title: '绩效目标',
      locales: { root: { label: '简体中文', lang: 'zh-CN' } },
      pagefind: false,
      // The default lists all projects on each page.
      sidebar: [{ label: '全部项目', link: '/' }],
    }),
  ],
});
