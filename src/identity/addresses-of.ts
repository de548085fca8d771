/** Makes addresses from paths: with the site's URL (without a slash at its end) where it is set, else the paths themselves. */
export function addressesOf(url: string | undefined): (path: string) => string {
  return (path) => (url ?? '') + path;
}
