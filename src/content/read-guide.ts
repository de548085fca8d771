/**
 * In: the folder `guide/` of a content folder.
 * Out: its pages, and what keeps a page from being built.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { mdxToMdast, type MdastNode, type MdxJsxFlowElement, type MdxJsxTextElement } from 'satteri';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import type { Notice } from '../record/disclosure-schema.ts';
import { toNotice } from '../record/notices.ts';
import type { RuleId } from '../record/rules/catalogue.ts';
import type { Position } from '../table/grid.ts';
import { checkFields } from './check-fields.ts';
import { contentPart } from './content-folder.ts';
import { decodeSource } from './decode-source.ts';
import { guideComponents, isGuideComponent } from './guide-components.ts';

/** Front matter of a page. */
const GuidePageSchema = z.strictObject({
  /** Heading and title of the page. */
  title: z.string().min(1).describe('这一页的标题'),
  /** One sentence for lists and for the page's description. */
  summary: z.string().min(1).describe('一句话，说这一页讲什么'),
  /** Position in the guide's list, from 1. */
  order: z.number().describe('这一页在目录里的次序，写成数，如 1'),
});

interface GuidePage {
  /** File name without `.mdx`; the page is `/guide/<id>/`. */
  id: string;
  /** Absolute. */
  file: string;
  data: z.infer<typeof GuidePageSchema>;
}

export interface Guide {
  /** Pages without errors, in their order. */
  pages: GuidePage[];
  /** Errors, with paths relative to the content folder. */
  notices: Notice[];
}

type Problem = Position & { rule: RuleId; message: string };

/** Reads the guide of the content folder, or the project's where the folder has none. */
export function readGuide(root: string, contentFolder: string): Guide {
  const folder = contentPart(root, contentFolder, 'guide');
  const pages: GuidePage[] = [];
  const notices: Notice[] = [];
  for (const name of findPages(folder)) {
    const file = join(folder, name);
    const path = relative(contentFolder, file).replaceAll('\\', '/');
    const { data, problems } = readPage(name, readFileSync(file));
    if (data && problems.length === 0) pages.push({ id: name.replace(/\.mdx$/, ''), file, data });
    notices.push(
      ...problems.map(({ rule, message, ...position }) => toNotice({ path, ...position }, rule, message)),
    );
  }
  return { pages: pages.sort((a, b) => a.data.order - b.data.order), notices };
}

/** Relative paths, sorted by UTF-16 units. */
function findPages(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.mdx'))
    .sort();
}

function readPage(name: string, bytes: Buffer): { data: GuidePage['data'] | null; problems: Problem[] } {
  const problems: Problem[] = [];
  if (!/^[a-z\d]+(?:-[a-z\d]+)*\.mdx$/.test(name) || name === 'index.mdx')
    problems.push({
      rule: 'guide/wrong-name',
      line: 1,
      column: 1,
      message: '文件名会成为网址，只能用小写字母、数字和连字符，不能是 index，也不能放在下一层文件夹里',
    });
  const text = decodeSource(bytes);
  if (typeof text !== 'string') return { data: null, problems: [...problems, text] };
  const { data, problems: wrongFields } = readFrontMatter(text);
  return { data, problems: [...problems, ...wrongFields, ...checkBody(text)] };
}

function readFrontMatter(text: string): { data: GuidePage['data'] | null; problems: Problem[] } {
  const yaml = /(?<![\s\S])---[ \t]*\r?\n([\s\S]*?)^---[ \t]*$/m.exec(text)?.[1] ?? '';
  const { value, problems } = checkFields(yaml, GuidePageSchema);
  return {
    data: value,
    // The fields begin on the file's second line.
    problems: problems.map(({ kind, line, column, message }) => ({
      rule: kind === 'syntax' ? 'guide/unreadable' : `guide/${kind}`,
      line: line + 1,
      column,
      message: `文件头（两行“---”之间）：${message}`,
    })),
  };
}

function checkBody(text: string): Problem[] {
  try {
    return checkNode(mdxToMdast(text));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, line = '1', column = '1'] = /^(\d+):(\d+):/.exec(message) ?? [];
    return [
      {
        rule: 'guide/unreadable',
        line: Number(line),
        column: Number(column),
        message: describeSyntaxError(message),
      },
    ];
  }
}

/** The compiler's message in Chinese. */
function describeSyntaxError(message: string): string {
  const open = /closing tag for `(<.*?>)`/.exec(message)?.[1];
  if (open) return `${open} 没有结束的标记；要写“<”这个字，请写成 &lt;`;
  if (message.includes('after `<`')) return '“<”后面不是标记；要写“<”这个字，请写成 &lt;';
  if (message.includes('end of file in expression')) return '“{”没有对应的“}”；要写“{”这个字，请写成 &#123;';
  if (message.includes('parse expression')) return '“{”和“}”之间写得不对，请看前后的逗号、引号和括号';
  return '这里写得不对，请看前后的 <…> 和 {…}';
}

const COMPONENTS = Object.keys(guideComponents).join('、');

/** A page is data, not a program: once it has passed, it can't fail in the build. */
function checkNode(node: MdastNode): Problem[] {
  const report = (rule: RuleId, message: string): Problem[] => {
    const { line, column } = node.position?.start ?? { line: 1, column: 1 };
    return [{ rule, line, column, message }];
  };
  const { type } = node;
  if (type === 'mdxjsEsm') return report('guide/code', `不能用 import 和 export；${COMPONENTS} 可以直接用`);
  if (type === 'mdxFlowExpression' || type === 'mdxTextExpression')
    return isComment(node.value) || readLiteral(node.value) !== undefined
      ? []
      : report('guide/code', '“{”和“}”之间只能写加引号的文字和数；要写“{”这个字，请写成 &#123;');
  const isElement = type === 'mdxJsxFlowElement' || type === 'mdxJsxTextElement';
  const inside = 'children' in node ? node.children.flatMap((child) => checkNode(child)) : [];
  return [...(isElement ? checkElement(node, report) : []), ...inside];
}

function checkElement(
  { name, attributes }: MdxJsxFlowElement | MdxJsxTextElement,
  report: (rule: RuleId, message: string) => Problem[],
): Problem[] {
  const values = attributes.map((attribute) => {
    if (attribute.type !== 'mdxJsxAttribute') return ['…', undefined] as const;
    const { value } = attribute;
    if (typeof value === 'object' && value) return [attribute.name, readLiteral(value.value)] as const;
    return [attribute.name, value ?? true] as const;
  });
  const code = values.find(([, value]) => value === undefined);
  if (code)
    return report('guide/code', `<${name ?? ''}> 的 ${code[0]} 只能写加引号的文字、数和用 […] 列出的这些`);
  // Elements of HTML, and fragments.
  if (name === null || /^[a-z][^.]*$/.test(name)) return [];
  if (!isGuideComponent(name))
    return report('guide/unknown-component', `没有 <${name}> 这个组件；可用的有 ${COMPONENTS}`);
  const schema = guideComponents[name];
  if (schema.safeParse(Object.fromEntries(values)).success) return [];
  const expected = Object.entries(schema.shape).map(
    ([key, { description }]) => `${key}=${description ?? ''}`,
  );
  return report('guide/wrong-attribute', `<${name}> 的写法不对，应为 <${[name, ...expected].join(' ')} />`);
}

function isComment(expression: string): boolean {
  return /^\s*(?:\/\*(?:(?!\*\/)[\s\S])*\*\/\s*)*$/.test(expression);
}

/** The value of a JavaScript expression that is a text, a number or an array of these; undefined for all others. */
function readLiteral(expression: string): unknown {
  // What is valid in JavaScript and in YAML brackets, with every word in quotes, has the same meaning in both.
  const { errors, warnings, contents } = parseDocument(expression, { schema: 'json' });
  return errors.length + warnings.length > 0 ? undefined : (contents?.toJSON() as unknown);
}
