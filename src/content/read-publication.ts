import type { RootContent } from 'mdast';
import { LineCounter, isNode } from 'yaml';
import { PublicationSchema, type Publication } from '../record/publication-schema.ts';
import type { Report } from '../record/notices.ts';
import { readYaml } from './read-yaml.ts';

/** What `npm run import` writes. */
const IMPORTED = ['originals', 'tables'];

/**
 * Reads the YAML front matter, if the file begins with one. What can't be read is left out, with a warning; in what an import wrote,
 * it is an error: the page would not name its original.
 */
export function readPublication(node: RootContent | undefined, report: Report): Publication {
  if (node?.type !== 'yaml') return {};
  const lines = new LineCounter();
  /** The front matter's text begins on the file's second line. */
  const positionOf = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: line + 1, column: col };
  };
  const warn = (offset: number, message: string) => {
    report(positionOf(offset), 'front-matter/unreadable', message);
  };
  const offsetOf = (value: unknown) => (isNode(value) && value.range?.[0]) || 0;
  const yaml = readYaml(node.value, lines);
  if ('offset' in yaml) {
    warn(yaml.offset, '文件头（两行“---”之间）不是有效的 YAML，已略过');
    return {};
  }
  const { document, values } = yaml;
  const result = PublicationSchema.safeParse(values);
  if (result.success) return result.data;

  const wrong = new Set(
    result.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : [String(issue.path[0])],
    ),
  );
  for (const { path } of result.error.issues)
    if (IMPORTED.includes(String(path[0]))) {
      // A value that is missing is looked for where it should be.
      const found = path
        .map((_, index) => document.getIn(path.slice(0, path.length - index), true))
        .find(isNode);
      const name = path
        .map((part) => (typeof part === 'number' ? `第 ${part + 1} 项` : String(part)))
        .join(' ');
      const message = `文件头的 ${name} 读不懂；这是导入时写的，请恢复原样，或再导入一次`;
      report(positionOf(offsetOf(found)), 'front-matter/import-unreadable', message);
    }
  for (const key of [...wrong].filter((each) => !IMPORTED.includes(each))) {
    const value: unknown = document.get(key, true);
    const message = Object.hasOwn(PublicationSchema.shape, key)
      ? `文件头的 ${key} 读不懂，已略过`
      : `文件头没有 ${key} 这一项，已略过；可用的有 ${Object.keys(PublicationSchema.shape).join('、')}`;
    warn(offsetOf(value), message);
  }
  const readable = Object.fromEntries(Object.entries(values).filter(([key]) => !wrong.has(key)));
  return PublicationSchema.safeParse(readable).data ?? {};
}
