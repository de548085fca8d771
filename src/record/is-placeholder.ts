const PLACEHOLDER = /^[\s./\\—–_…·*-]*$/;

/** Whether a cell of a form is blank, or holds what stands for nothing: `/`, `—`, `……`. */
export function isPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text.normalize('NFKC'));
}
