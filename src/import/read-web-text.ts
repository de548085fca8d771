import type { Element, ElementContent, Nodes, Root } from 'hast';
import { quote } from './quote.ts';
import { canShift, lower, raise } from './shift-digits.ts';
import { toCellText } from './to-cell-text.ts';

/** Elements whose text is no text of the page. */
export const SILENT = new Set([
  'script',
  'style',
  'head',
  'noscript',
  'template',
  'iframe',
  'svg',
  'select',
  'textarea',
  'button',
]);
/** Elements that begin and end a line. */
export const BLOCKS = new Set([
  'p',
  'div',
  'li',
  'tr',
  'table',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'section',
  'article',
  'ul',
  'ol',
  'dl',
  'dt',
  'dd',
  'header',
  'footer',
  'nav',
  'main',
  'form',
  'hr',
  'blockquote',
  'pre',
]);
const STRUCK = new Set(['s', 'strike', 'del']);

export interface WebText {
  /** A line a block, spaces collapsed within. */
  text: string;
  /** What was left out or should be checked. */
  remarks: string[];
  /** Why it can't be read. */
  faults: string[];
}

/** The text of a cell or another element as a browser shows it: raised digits as characters, what is struck or hidden left out. */
export function readWebText(node: Element): WebText {
  const remarks: string[] = [];
  let pictures = 0;
  const visit = (child: ElementContent): string => {
    if (child.type === 'text') return child.value.replaceAll(/[\t\r\n ]+/g, ' ');
    if (child.type !== 'element' || SILENT.has(child.tagName)) return '';
    const { tagName, properties } = child;
    if (tagName === 'br') return '\n';
    if (tagName === 'input' && ['checkbox', 'radio'].includes(String(properties['type'])))
      return properties['checked'] === true ? '☑' : '☐';
    if (tagName === 'img') pictures += 1;
    const text = child.children.map((inner) => visit(inner)).join('');
    if (isHidden(child) || isStruck(child)) {
      const what = isHidden(child) ? '隐藏的文字' : '有删除线的文字';
      if (text.trim() !== '') remarks.push(`${what}没有读入：“${quote(text)}”`);
      return '';
    }
    if (tagName === 'sup' || tagName === 'sub') {
      if (!canShift(text)) remarks.push(`上标或下标“${quote(text)}”按普通文字读入，请对照原件`);
      return tagName === 'sup' ? raise(text) : lower(text);
    }
    return BLOCKS.has(tagName) ? `\n${text}\n` : text;
  };
  const text = toCellText(node.children.map((child) => visit(child)).join(''));
  if (pictures > 0 && text !== '') remarks.push(`有图片，没有读入；只读了文字“${quote(text)}”`);
  const faults = pictures > 0 && text === '' ? ['只有一张图片，读不出；请改成文字'] : [];
  return { text, remarks, faults };
}

export function isHidden({ properties }: Element): boolean {
  return properties['hidden'] === true || HIDING.test(String(properties['style'] ?? ''));
}

/** What a style says of elements that nobody sees. */
const HIDING = /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])/i;
/** A class alone, or of a kind of element: `.h`, `span.h`. */
const CLASS = /^\s*\w*\.([\w-]+)\s*$/;
/** `@media print { … }`: it may not apply. */
const CONDITION = /@[^{]*\{(?:[^{}]*\{[^}]*\})*[^}]*\}/g;

/** Marks the elements as hidden that the page's own styles hide by their class. */
export function hideByClass(tree: Root): void {
  const hidden = new Set<string>();
  const each = (node: Nodes, visit: (element: Element) => void): void => {
    if (node.type === 'element') visit(node);
    if ('children' in node) for (const child of node.children) each(child, visit);
  };
  each(tree, ({ tagName, children }) => {
    if (tagName !== 'style') return;
    const text = children.map((child) => (child.type === 'text' ? child.value : '')).join('');
    for (const rule of text.replaceAll(CONDITION, '').split('}')) {
      const [selectors = '', style = ''] = rule.split('{');
      if (!HIDING.test(style)) continue;
      for (const selector of selectors.split(',')) hidden.add(CLASS.exec(selector)?.[1] ?? '');
    }
  });
  each(tree, ({ properties }) => {
    const { className } = properties;
    if (Array.isArray(className) && className.some((name) => hidden.has(String(name))))
      properties['hidden'] = true;
  });
}

function isStruck({ tagName, properties }: Element): boolean {
  return STRUCK.has(tagName) || /line-through/i.test(String(properties['style'] ?? ''));
}
