import type { RootContent } from 'mdast';
import { LineCounter, isNode } from 'yaml';
import { PublicationSchema } from '../record/publication-schema.ts';
import type { Report } from '../record/notices.ts';
import type { RuleId } from '../record/rules/catalogue.ts';
import { NO_FRONT_MATTER, type FrontMatter, type PositionOf } from './front-matter.ts';
import { readYaml } from './read-yaml.ts';

/** What must not be left out: the page would not name its original, or say less than the office did. */
const NEEDED: Readonly<Record<string, { rule: RuleId; advice: string }>> = {
  originals: {
    rule: 'front-matter/import-unreadable',
    advice: '这是导入时写的，请恢复原样，或再导入一次',
  },
  tables: { rule: 'front-matter/import-unreadable', advice: '这是导入时写的，请恢复原样，或再导入一次' },
  corrections: {
    rule: 'front-matter/wrong-correction',
    advice: '每一条更正写 date（如 2026-03-05）和 text，可以写 project（表里的项目名称）',
  },
};

/** Reads the YAML front matter, if the file begins with one. What can't be read is left out, with a warning; what is needed, with an error. */
export function readPublication(node: RootContent | undefined, report: Report): FrontMatter {
  if (node?.type !== 'yaml') return NO_FRONT_MATTER;
  const lines = new LineCounter();
  /** The front matter's text begins on the file's second line. */
  const positionAt = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: line + 1, column: col };
  };
  const yaml = readYaml(node.value, lines);
  if ('offset' in yaml) {
    const message = '文件头（两行“---”之间）不是有效的 YAML，已略过';
    report(positionAt(yaml.offset), 'front-matter/unreadable', message);
    return NO_FRONT_MATTER;
  }
  const { document, values } = yaml;
  const positionOf: PositionOf = (path) => {
    const found = path
      .map((_, index) => document.getIn(path.slice(0, path.length - index), true))
      .find(isNode);
    return positionAt(found?.range?.[0] ?? 0);
  };
  const result = PublicationSchema.safeParse(values);
  if (result.success) return { publication: result.data, positionOf };

  const wrong = new Set(
    result.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : [String(issue.path[0])],
    ),
  );
  for (const { path } of result.error.issues) {
    const needed = NEEDED[String(path[0])];
    if (!needed) continue;
    const name = path
      .map((part) => (typeof part === 'number' ? `第 ${part + 1} 项` : String(part)))
      .join(' ');
    report(positionOf(path), needed.rule, `文件头的 ${name} 读不懂；${needed.advice}`);
  }
  for (const key of [...wrong].filter((each) => !Object.hasOwn(NEEDED, each))) {
    const message = Object.hasOwn(PublicationSchema.shape, key)
      ? `文件头的 ${key} 读不懂，已略过`
      : `文件头没有 ${key} 这一项，已略过；可用的有 ${Object.keys(PublicationSchema.shape).join('、')}`;
    report(positionOf([key]), 'front-matter/unreadable', message);
  }
  const readable = Object.fromEntries(Object.entries(values).filter(([key]) => !wrong.has(key)));
  return { publication: PublicationSchema.safeParse(readable).data ?? {}, positionOf };
}
