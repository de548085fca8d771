/** Makes addresses from paths: with the site's URL where it is set, else the paths themselves. */
export function addressesOf(url: string | undefined): (path: string) => string {
  const start = (url ?? '').replace(/\/$/, '');
  return (path) => start + path;
}

/** The path under which the site is published: `/jixiao` for `https://example.gov.cn/jixiao/`; empty where it has none. */
export function baseOf(url: string | undefined): string {
  return url === undefined ? '' : new URL(url).pathname.replace(/\/$/, '');
}
