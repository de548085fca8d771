import { attributeOf, childElements, childOf, elementsIn, textIn, type XmlElement } from '../read-xml.ts';
import { quote } from '../quote.ts';
import { canShift, lower, raise } from '../shift-digits.ts';
import { symbolCharacter } from '../symbol-characters.ts';
import { readMath } from './read-math.ts';
import { listOf, merge, readFormat, type CharacterFormat } from './read-styles.ts';
import { fault, remark, type WordContext } from './word-context.ts';

/** What is gathered from a paragraph's runs. */
interface Gathered {
  text: string;
  struck: string;
  hidden: string;
  /** Fields that are open: whether each is at its instruction, whose text is not shown. */
  fields: { inInstruction: boolean; instruction: string }[];
  hasPicture: boolean;
}

export interface Paragraph {
  /** As printed, with its automatic number. Lines end with `\n`. */
  text: string;
  hasPicture: boolean;
}

/** Elements of a paragraph that only hold runs. */
const HOLDERS = new Set([
  'w:hyperlink',
  'w:smartTag',
  'w:fldSimple',
  'w:customXml',
  'w:dir',
  'w:bdo',
  'w:ins',
  'w:moveTo',
  'w:sdt',
  'w:sdtContent',
  'w:ruby',
  'w:rubyBase',
  'mc:AlternateContent',
  'mc:Choice',
]);

/** The text of a paragraph as Word prints it: numbers, symbols, equations and raised digits included, struck and hidden text not. */
export function readParagraph(paragraph: XmlElement, context: WordContext): Paragraph {
  const properties = childOf(paragraph, 'pPr');
  const style = context.styles.get(attributeOf(childOf(properties, 'pStyle'), 'val')) ?? {};
  const gathered: Gathered = { text: '', struck: '', hidden: '', fields: [], hasPicture: false };
  for (const child of childElements(paragraph)) readInline(child, style, context, gathered);
  if (gathered.struck.trim() !== '') remark(context, `有删除线的文字没有读入：“${quote(gathered.struck)}”`);
  if (gathered.hidden.trim() !== '') remark(context, `隐藏的文字没有读入：“${quote(gathered.hidden)}”`);
  const { list = style.list } = listOf(properties);
  const isGone = gathered.text === '' && gathered.struck + gathered.hidden !== '';
  return {
    text: `${list && !isGone ? numberOf(list, context) : ''}${gathered.text}`,
    hasPicture: gathered.hasPicture,
  };
}

function numberOf(list: NonNullable<CharacterFormat['list']>, context: WordContext): string {
  const number = context.numbering.next(list);
  if (number === null) fault(context, '自动编号读不出；请在 Word 里改成手工输入的编号');
  return number ?? '';
}

function readInline(element: XmlElement, style: CharacterFormat, context: WordContext, to: Gathered): void {
  if (element.name === 'w:r') readRun(element, style, context, to);
  else if (element.name === 'm:oMath' || element.name === 'm:oMathPara') {
    const text = readMath(element);
    if (text === null)
      fault(context, `公式“${quote(textIn(element))}”不是一行文字，读不出；请在 Word 里改成文字`);
    to.text += text ?? '';
  } else if (HOLDERS.has(element.name)) {
    if (element.name === 'w:sdt' && isPlaceholder(element)) return;
    for (const child of childElements(element)) readInline(child, style, context, to);
  }
}

/** A box that nobody has filled in shows words such as 单击此处输入文字. */
function isPlaceholder(element: XmlElement): boolean {
  return childOf(childOf(element, 'sdtPr'), 'showingPlcHdr') !== null;
}

function readRun(run: XmlElement, style: CharacterFormat, context: WordContext, to: Gathered): void {
  const properties = childOf(run, 'rPr');
  const runStyle = context.styles.get(attributeOf(childOf(properties, 'rStyle'), 'val')) ?? {};
  const format = merge(merge(style, runStyle), readFormat(properties));
  let text = '';
  for (const child of childElements(run)) text += readPart(child, format, context, to);
  if (to.fields.some(({ inInstruction }) => inInstruction)) return;
  if (format.hidden) to.hidden += text;
  else if (format.struck) to.struck += text;
  else to.text += placed(text, format, context);
}

function placed(text: string, { place }: CharacterFormat, context: WordContext): string {
  if (place !== 'superscript' && place !== 'subscript') return text;
  if (!canShift(text)) remark(context, `上标或下标“${quote(text)}”按普通文字读入，请对照原件`);
  return place === 'superscript' ? raise(text) : lower(text);
}

function readPart(part: XmlElement, format: CharacterFormat, context: WordContext, to: Gathered): string {
  switch (part.name) {
    case 'w:t':
      return textIn(part).replaceAll(/[\u{f000}-\u{f0ff}]/gu, (character) =>
        symbol(format.font ?? '', character.charCodeAt(0), context),
      );
    case 'w:sym': {
      const code = Number.parseInt(attributeOf(part, 'char'), 16);
      return symbol(attributeOf(part, 'font') || (format.font ?? ''), Number.isNaN(code) ? 0 : code, context);
    }
    case 'w:tab':
    case 'w:ptab':
      return ' ';
    case 'w:br':
    case 'w:cr':
      return '\n';
    case 'w:noBreakHyphen':
      return '-';
    case 'w:fldChar':
      return readFieldMark(part, context, to);
    case 'w:instrText':
      for (const field of to.fields.slice(-1)) field.instruction += textIn(part);
      return '';
    case 'w:footnoteReference':
    case 'w:endnoteReference':
      remark(context, '有脚注或尾注，没有读入');
      return '';
    case 'mc:AlternateContent':
    case 'mc:Choice':
      return childElements(part)
        .filter(({ name }) => name !== 'mc:Fallback')
        .map((child) => readPart(child, format, context, to))
        .join('');
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      readDrawing(part, context, to);
      return '';
    case 'w:ruby':
      return elementsIn(part, 'rubyBase')
        .map((base) =>
          elementsIn(base, 't')
            .map((text) => textIn(text))
            .join(''),
        )
        .join('');
    default:
      return '';
  }
}

/** A field begins with an instruction (`PAGE`), and shows what follows its middle mark. */
function readFieldMark(mark: XmlElement, context: WordContext, to: Gathered): string {
  const type = attributeOf(mark, 'fldCharType');
  if (type === 'begin') {
    to.fields.push({ inInstruction: true, instruction: '' });
    const box = elementsIn(mark, 'checkBox')[0];
    const state = childOf(box, 'checked') ?? childOf(box, 'default');
    // The box is the field's only sign; nothing else of it is shown.
    if (box) to.text += state && !['0', 'false', 'off'].includes(attributeOf(state, 'val')) ? '☑' : '☐';
  }
  const field = to.fields.at(-1);
  if (!field) return '';
  if (type === 'separate') field.inInstruction = false;
  if (type === 'end') {
    to.fields.pop();
    if (/^\s*EQ\b/i.test(field.instruction))
      fault(context, `域“${quote(field.instruction.trim())}”画出的字符读不出；请在 Word 里改成文字`);
  }
  return '';
}

function readDrawing(drawing: XmlElement, context: WordContext, to: Gathered): void {
  const boxes = elementsIn(drawing, 'txbxContent');
  const text = boxes
    .map((box) =>
      elementsIn(box, 't')
        .map((part) => textIn(part))
        .join(''),
    )
    .join('');
  if (text.trim() !== '') remark(context, `文本框里的文字没有读入：“${quote(text)}”`);
  // What is printed within the line, such as an equation of an older Word, may be a part of the text.
  else if (drawing.name === 'w:object' || elementsIn(drawing, 'inline').length > 0)
    fault(context, '有一张图片或一个公式，读不出；请在 Word 里改成文字');
  else to.hasPicture = true;
}

function symbol(font: string, code: number, context: WordContext): string {
  const character = symbolCharacter(font, code);
  if (character !== null) return character;
  const name = code.toString(16).toUpperCase().padStart(4, '0');
  fault(context, `有一个字体“${font || '未写明'}”的符号（${name}）读不出；请在 Word 里改成普通文字`);
  return '';
}
