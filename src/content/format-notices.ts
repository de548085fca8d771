import type { Notice } from '../record/disclosure-schema.ts';

/** One line a notice: `file:line:column severity rule message`. */
export function formatNotices(
  notices: readonly Notice[],
  toPath: (path: string) => string = (path) => path,
): string {
  return notices
    .map(
      ({ path, line, column, severity, rule, message }) =>
        `${toPath(path)}:${line}:${column} ${severity} ${rule} ${message}`,
    )
    .join('\n');
}
