/**
 * In: the folder `guide/` of a content folder.
 * Out: its pages, and what keeps a page from being built.
 */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { mdxToMdast, type MdastNode, type MdxJsxFlowElement, type MdxJsxTextElement } from 'satteri';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { filesUnder } from '../cache/files-under.ts';
import type { Notice } from '../record/disclosure-schema.ts';
import { Notices, type Report } from '../record/notices.ts';
import type { RuleId } from '../record/rules/catalogue.ts';
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
  /** Language of the text where it is not Chinese, by ISO 639. */
  lang: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .optional()
    .describe('文字不是中文的，写语言的代码，如 en'),
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

/** Reads the guide of the content folder, or the project's where the folder has none. */
export function readGuide(root: string, contentFolder: string): Guide {
  const folder = contentPart(root, contentFolder, 'guide');
  const pages: GuidePage[] = [];
  const notices: Notice[] = [];
  for (const name of filesUnder(folder).filter((path) => path.endsWith('.mdx'))) {
    const file = join(folder, name);
    const problems = new Notices(relative(contentFolder, file).replaceAll('\\', '/'));
    const data = readPage(name, readFileSync(file), problems.report);
    if (data && problems.all.length === 0) pages.push({ id: name.replace(/\.mdx$/, ''), file, data });
    notices.push(...problems.all);
  }
  return { pages: pages.sort((a, b) => a.data.order - b.data.order), notices };
}

function readPage(name: string, bytes: Buffer, report: Report): GuidePage['data'] | null {
  if (!/^[a-z\d]+(?:-[a-z\d]+)*\.mdx$/.test(name) || name === 'index.mdx') {
    const message = '文件名会成为网址，只能用小写字母、数字和连字符，不能是 index，也不能放在下一层文件夹里';
    report({ line: 1, column: 1 }, 'guide/wrong-name', message);
  }
  const text = decodeSource(bytes);
  if (typeof text !== 'string') {
    report(text, text.rule, text.message);
    return null;
  }
  const yaml = /(?<![\s\S])---[ \t]*\r?\n([\s\S]*?)^---[ \t]*$/m.exec(text)?.[1] ?? '';
  const { value, problems } = checkFields(yaml, GuidePageSchema);
  for (const { kind, line, column, message } of problems)
    report(
      // The fields begin on the file's second line.
      { line: line + 1, column },
      kind === 'syntax' ? 'guide/unreadable' : `guide/${kind}`,
      `文件头（两行“---”之间）：${message}`,
    );
  try {
    checkNode(mdxToMdast(text), report);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, line = '1', column = '1'] = /^(\d+):(\d+):/.exec(message) ?? [];
    const position = { line: Number(line), column: Number(column) };
    report(position, 'guide/unreadable', describeSyntaxError(message));
  }
  return value;
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
function checkNode(node: MdastNode, report: Report): void {
  const { type } = node;
  const position = node.position?.start ?? { line: 1, column: 1 };
  if (type === 'mdxjsEsm')
    report(position, 'guide/code', `不能用 import 和 export；${COMPONENTS} 可以直接用`);
  if (type === 'mdxFlowExpression' || type === 'mdxTextExpression') {
    if (!isComment(node.value) && readLiteral(node.value) === undefined)
      report(position, 'guide/code', '“{”和“}”之间只能写加引号的文字和数；要写“{”这个字，请写成 &#123;');
  }
  if (type === 'mdxJsxFlowElement' || type === 'mdxJsxTextElement')
    checkElement(node, (rule, message) => {
      report(position, rule, message);
    });
  if ('children' in node) for (const child of node.children) checkNode(child, report);
}

function checkElement(
  { name, attributes }: MdxJsxFlowElement | MdxJsxTextElement,
  report: (rule: RuleId, message: string) => void,
): void {
  const values = attributes.map((attribute) => {
    if (attribute.type !== 'mdxJsxAttribute') return ['…', undefined] as const;
    const { value } = attribute;
    if (typeof value === 'object' && value) return [attribute.name, readLiteral(value.value)] as const;
    return [attribute.name, value ?? true] as const;
  });
  const code = values.find(([, value]) => value === undefined);
  if (code) {
    report('guide/code', `<${name ?? ''}> 的 ${code[0]} 只能写加引号的文字、数和用 […] 列出的这些`);
    return;
  }
  // Elements of HTML, and fragments.
  if (name === null || /^[a-z][^.]*$/.test(name)) return;
  if (!isGuideComponent(name)) {
    report('guide/unknown-component', `没有 <${name}> 这个组件；可用的有 ${COMPONENTS}`);
    return;
  }
  const schema = guideComponents[name];
  if (schema.safeParse(Object.fromEntries(values)).success) return;
  const expected = Object.entries(schema.shape).map(
    ([key, { description }]) => `${key}=${description ?? ''}`,
  );
  report('guide/wrong-attribute', `<${name}> 的写法不对，应为 <${[name, ...expected].join(' ')} />`);
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
