import type { RootContent } from 'mdast';
import { LineCounter, isNode, parseDocument } from 'yaml';
import { PublicationSchema, type Publication } from '../record/publication-schema.ts';
import type { Report } from '../record/notices.ts';

/** Reads the YAML front matter, if the file begins with one. What can't be read is a warning, and left out. */
export function readPublication(node: RootContent | undefined, report: Report): Publication {
  if (node?.type !== 'yaml') return {};
  const lines = new LineCounter();
  const document = parseDocument(node.value, { lineCounter: lines, schema: 'core' });
  /** The front matter's text begins on the file's second line. */
  const warn = (offset: number, message: string) => {
    const { line, col } = lines.linePos(offset);
    report({ line: line + 1, column: col }, 'front-matter/unreadable', message);
  };
  const [broken] = document.errors;
  if (broken) {
    warn(broken.pos[0], '文件头（两行“---”之间）不是有效的 YAML，已略过');
    return {};
  }
  const values = (document.toJS() ?? {}) as Record<string, unknown>;
  const result = PublicationSchema.safeParse(values);
  if (result.success) return result.data;

  const wrong = new Set(
    result.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0])],
    ),
  );
  for (const key of wrong) {
    const value: unknown = document.get(key, true);
    const message = Object.hasOwn(PublicationSchema.shape, key)
      ? `文件头的 ${key} 读不懂，已略过`
      : `文件头没有 ${key} 这一项，已略过；可用的有 ${Object.keys(PublicationSchema.shape).join('、')}`;
    warn((isNode(value) && value.range?.[0]) || 0, message);
  }
  const readable = Object.fromEntries(Object.entries(values).filter(([key]) => !wrong.has(key)));
  return PublicationSchema.safeParse(readable).data ?? {};
}
