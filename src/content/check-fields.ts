/**
 * In: the text of a small YAML or JSON file, and the schema of its fields.
 * Out: its value, or each wrong field with line and column.
 */
import { LineCounter, isMap, isNode, isScalar, type Document } from 'yaml';
import type { z } from 'zod';
import { readYaml } from './read-yaml.ts';

/** What is wrong at one place of the file. */
export interface FieldProblem {
  kind: 'syntax' | 'unknown-field' | 'wrong-field';
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  message: string;
}

/**
 * @param schema Each field has a description in Chinese, which completes the sentence `name 应为…`.
 * @param yamlSchema `json` rejects what is not JSON inside brackets; other YAML syntax has to be rejected before.
 */
export function checkFields<Shape extends z.ZodRawShape>(
  text: string,
  schema: z.ZodObject<Shape>,
  yamlSchema: 'core' | 'json' = 'core',
): { value: z.infer<z.ZodObject<Shape>>; problems: [] } | { value: null; problems: FieldProblem[] } {
  const lines = new LineCounter();
  const problemAt = (kind: FieldProblem['kind'], offset: number, message: string): FieldProblem => {
    const { line, col } = lines.linePos(offset);
    return { kind, line, column: col, message };
  };
  const yaml = readYaml(text, lines, yamlSchema);
  if ('offset' in yaml) {
    const message =
      yaml.code === 'DUPLICATE_KEY' ? '这一项写了两次' : '这里写得不对，请看前后的逗号、引号和括号';
    return { value: null, problems: [problemAt('syntax', yaml.offset, message)] };
  }
  const { document, values } = yaml;
  const result = schema.safeParse(values);
  if (result.success) return { value: result.data, problems: [] };
  const problems = result.error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) =>
        problemAt(
          'unknown-field',
          offsetOf(document, key, 'key'),
          `没有 ${key} 这一项；可用的有 ${Object.keys(schema.shape).join('、')}`,
        ),
      );
    const key = String(issue.path[0] ?? '');
    const expected = schema.shape[key] as z.ZodType | undefined;
    if (!expected) return problemAt('wrong-field', 0, '应写成“项: 值”的形式');
    const message = `${document.has(key) ? `${key} 写得不对` : `缺 ${key} 这一项`}，应为${expected.description ?? '文字'}`;
    return problemAt('wrong-field', offsetOf(document, key, 'value'), message);
  });
  return { value: null, problems };
}

/** Where a field's name or value begins; the start of the file where there is no such field. */
function offsetOf({ contents }: Document.Parsed, name: string, part: 'key' | 'value'): number {
  if (!isMap(contents)) return 0;
  const field = contents.items.find(({ key }) => isScalar(key) && String(key.value) === name);
  const node = field?.[part];
  return isNode(node) ? node.range[0] : 0;
}
