import { quote } from '../quote.ts';
import { attributeOf, childElements, elementsIn, localName, textIn, type XmlElement } from '../read-xml.ts';
import { canShift, lower, raise } from '../shift-digits.ts';
import { toCellText } from '../to-cell-text.ts';
import type { OpenStyle } from './read-styles.ts';

export interface OpenText {
  text: string;
  /** What was left out or should be checked. */
  remarks: string[];
  /** Why it can't be read. */
  faults: string[];
  /** Tables inside. */
  tables: XmlElement[];
}

/** Elements whose text is that of their children. */
const HOLDERS = new Set([
  'span',
  'a',
  'section',
  'ruby',
  'ruby-base',
  'meta',
  'meta-field',
  'bookmark-ref',
  'text-box',
  'h',
  'p',
]);
const SPACES = 1_000;

/** The text of a cell, or of a paragraph between tables, as it is printed. @param format The cell's. */
export function readOpenText(
  element: XmlElement,
  styles: ReadonlyMap<string, OpenStyle>,
  format: OpenStyle = {},
): OpenText {
  const result: OpenText = { text: '', remarks: [], faults: [], tables: [] };
  const visit = (node: XmlElement | string, style: OpenStyle): string => {
    if (typeof node === 'string') return printed(node.replaceAll(/\s+/g, ' '), style, result);
    const name = localName(node.name);
    const own = { ...style, ...defined(styles.get(attributeOf(node, 'style-name'))) };
    switch (name) {
      case 's':
        return ' '.repeat(Math.min(Number(attributeOf(node, 'c') || '1'), SPACES));
      case 'tab':
        return ' ';
      case 'line-break':
        return '\n';
      case 'annotation':
        result.remarks.push(
          `有批注，没有读入：“${quote(
            elementsIn(node, 'p')
              .map((part) => textIn(part))
              .join(''),
          )}”`,
        );
        return '';
      case 'note':
        result.remarks.push('有脚注或尾注，没有读入');
        return '';
      case 'list':
        result.faults.push('有自动编号或项目符号，读不出；请改成手工输入的编号');
        return '';
      case 'table':
        result.tables.push(node);
        return '';
      case 'frame':
        return frame(node, result);
      default: {
        if (!HOLDERS.has(name)) return '';
        const text = node.children.map((child) => visit(child, own)).join('');
        return name === 'p' || name === 'h' ? `${text}\n` : text;
      }
    }
  };
  const isParagraph = ['p', 'h'].includes(localName(element.name));
  const nodes = isParagraph ? [element] : childElements(element);
  result.text = toCellText(nodes.map((node) => visit(node, format)).join(''));
  return result;
}

function defined(style: OpenStyle = {}): OpenStyle {
  return Object.fromEntries(Object.entries(style).filter(([, value]) => value !== undefined));
}

function printed(text: string, { hidden, struck, place }: OpenStyle, result: OpenText): string {
  if (hidden || struck) {
    const what = hidden ? '隐藏的文字' : '有删除线的文字';
    if (text.trim() !== '') result.remarks.push(`${what}没有读入：“${quote(text)}”`);
    return '';
  }
  if (place !== 'super' && place !== 'sub') return text;
  if (!canShift(text)) result.remarks.push(`上标或下标“${quote(text)}”按普通文字读入，请对照原件`);
  return place === 'super' ? raise(text) : lower(text);
}

/** A picture, an equation or a box of text. What is printed within a line is a part of the text. */
function frame(node: XmlElement, { remarks, faults }: OpenText): string {
  const inLine = attributeOf(node, 'anchor-type') === 'as-char' || elementsIn(node, 'object').length > 0;
  if (inLine) faults.push('有一张图片或一个公式，读不出；请改成文字');
  else remarks.push('有图片或文本框，没有读入');
  return '';
}
