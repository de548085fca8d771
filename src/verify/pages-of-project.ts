/** The files of a project's pages: `index.html`, and `page/2/index.html` and so on, as far as there are any. */
export function pagesOfProject(id: string, isThere: (file: string) => boolean): string[] {
  const pages = [`${id}/index.html`];
  const next = () => `${id}/page/${pages.length + 1}/index.html`;
  while (isThere(next())) pages.push(next());
  return pages;
}
