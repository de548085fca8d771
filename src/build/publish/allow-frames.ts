/**
 * In: the folder of a site, and what its `site.json` allows.
 * Out: the rules with which servers let other sites show its projects in frames. All other pages are shown in none.
 */
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SiteIdentity } from '../../content/site-identity.ts';
import { baseOf } from '../../identity/addresses-of.ts';

/** Of nginx: to be included in the `server` block. */
export const FRAME_RULES = 'nginx-embed.conf';

/** Before the rules of `_headers` get the path of the site's URL. */
export function allowFrames(dist: string, { embed, url }: Pick<SiteIdentity, 'embed' | 'url'>): void {
  if (embed === undefined) return;
  const sites = [embed].flat().join(' ');
  writeFileSync(
    join(dist, FRAME_RULES),
    [
      `# include ${FRAME_RULES}; in the server block`,
      `if ($uri ~ "^${baseOf(url)}/[^/]+/[^/]+/[^/]+/embed/(?:index\\.html)?$") {`,
      `    set $jixiao_frames "${sites}";`,
      '    set $jixiao_frame_options "";',
      '}',
      '',
    ].join('\n'),
  );
  appendFileSync(
    join(dist, '_headers'),
    [
      '',
      '/:year/:body/:project/embed/',
      '  ! Content-Security-Policy',
      '  ! X-Frame-Options',
      `  Content-Security-Policy: frame-ancestors ${sites}`,
      '',
    ].join('\n'),
  );
}
