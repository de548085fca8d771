import starlight from '@astrojs/starlight';
import { defineConfig, passthroughImageService } from 'astro/config';

/** Starlight as it comes, without its own index: Pagefind is measured apart. */
export default defineConfig({
  image: { service: passthroughImageService() },
  integrations: [
    starlight({
      title: '绩效目标',
      locales: { root: { label: '简体中文', lang: 'zh-CN' } },
      pagefind: false,
      // Its own would list all projects on each page.
      sidebar: [{ label: '全部项目', link: '/' }],
    }),
  ],
});
