import { atRule, type AtRule, type Plugin } from 'postcss';

const seen = new WeakSet<AtRule>();

/**
 * PostCSS plugin: engines without container queries get each of them as a media query.
 *
 * The container is the page's body, so the two differ only where 长者模式 enlarges letters.
 */
export const containerFallback: Plugin = {
  postcssPlugin: 'container-fallback',
  AtRule: {
    container(rule) {
      if (seen.has(rule)) return;
      seen.add(rule);
      const fallback = atRule({ name: 'supports', params: 'not (container-type: inline-size)' });
      fallback.append(rule.clone({ name: 'media' }));
      // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- PostCSS's factory makes the class
      rule.before(fallback);
    },
  },
};
