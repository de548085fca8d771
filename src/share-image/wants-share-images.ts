/** Of more projects, images are drawn only where `site.json` says so: each takes some 20 ms of processor time. */
const MOST = 2000;

/** Whether the projects of a site have images of their own. Other programs find an image by its whole address alone. */
export function wantsShareImages(
  { url, shareImages }: { url?: string | undefined; shareImages?: boolean | undefined },
  /** Of projects. */
  count: number,
): boolean {
  return url !== undefined && (shareImages ?? count <= MOST);
}
