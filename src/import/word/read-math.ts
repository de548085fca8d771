import { attributeOf, childElements, childOf, localName, textIn, type XmlElement } from '../read-xml.ts';
import { lower, raise } from '../shift-digits.ts';

/** Parts of an equation that only hold others. */
const HOLDERS = new Set([
  'oMath',
  'oMathPara',
  'r',
  'e',
  'box',
  'borderBox',
  'func',
  'fName',
  'num',
  'den',
  'sup',
  'sub',
  'ins',
]);
/** Parts that say how an equation looks. */
const PROPERTIES = /(?:Pr|^rPr|^del)$/;

/** An equation as one line of text: `≥60`, `10³`. Null: it has fractions, roots or sums, which no line can show. */
export function readMath(element: XmlElement): string | null {
  const name = localName(element.name);
  if (PROPERTIES.test(name)) return '';
  if (name === 't') return textIn(element);
  if (name === 'sSup' || name === 'sSub') {
    const [base, script] = [childOf(element, 'e'), childOf(element, name === 'sSup' ? 'sup' : 'sub')];
    const [text, small] = [base ? readMath(base) : '', script ? readMath(script) : ''];
    if (text === null || small === null || /[^\d\s]/.test(small)) return null;
    return `${text}${name === 'sSup' ? raise(small) : lower(small)}`;
  }
  if (name === 'd') {
    const properties = childOf(element, 'dPr');
    const mark = (key: string, usual: string) => {
      const own = childOf(properties, key);
      return own ? attributeOf(own, 'val') : usual;
    };
    const inner = childElements(element).filter((child) => localName(child.name) === 'e');
    const texts = inner.map((child) => readMath(child));
    if (texts.includes(null)) return null;
    return `${mark('begChr', '(')}${texts.join(mark('sepChr', '|'))}${mark('endChr', ')')}`;
  }
  if (!HOLDERS.has(name)) return null;
  const texts = childElements(element).map((child) => (/^w:/.test(child.name) ? '' : readMath(child)));
  return texts.includes(null) ? null : texts.join('');
}
