/** The address of a path of the site: the site may be in a folder of its server, which its pages name. */
export function toHref(path: string): string {
  return path.startsWith('/') ? `${document.documentElement.dataset['base'] ?? ''}${path}` : path;
}
