/** Where the links of a file begin, by its name, and what they are. */
const LINKS: readonly (readonly [file: RegExp, links: RegExp])[] = [
  [/\.html$/, /(\s(?:href|src|action|data-pages|data-row-pages)="|\scontent="0; url=)(\/[^"]*)/g],
  [/^_redirects$/, /(^| )(\/\S*)/gm],
  [/^nginx-redirects\.conf$/, /(")(\/[^"]*)/g],
];

/**
 * A file as it would be where the site has no base. A link that does not begin with the base leads out of the site: it is made
 * one that leads nowhere, for all that is compared with it to differ.
 */
export function withoutBase(base: string, file: string, bytes: Buffer): Buffer {
  const links = base === '' ? undefined : LINKS.find(([name]) => name.test(file))?.[1];
  if (!links) return bytes;
  const strip = (path: string) =>
    path.startsWith(`${base}/`) ? path.slice(base.length) : `/outside-the-site${path}`;
  const text = bytes
    .toString()
    .replaceAll(links, (_, start: string, paths: string) => start + paths.split(' ').map(strip).join(' '));
  return Buffer.from(text);
}
