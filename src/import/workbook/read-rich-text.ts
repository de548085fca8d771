import { quote } from '../quote.ts';
import { attributeOf, childElements, childOf, localName, textIn, type XmlElement } from '../read-xml.ts';
import { canShift, lower, raise } from '../shift-digits.ts';

/** Formats of characters that change what a text says. */
export interface FontFormat {
  struck: boolean;
  /** `superscript`, `subscript`; empty: on the line. */
  place: string;
}

/** A cell's text in runs. */
export interface RichText {
  /** Raised and lowered digits as characters (10³), without what is struck. */
  text: string;
  /** What was struck, or raised and has no character. */
  remarks: string[];
}

/** Reads a string with runs (`<r><rPr>…</rPr><t>…</t></r>`). Null: none of them is raised, lowered or struck. @param font The cell's. */
export function readRichText(element: XmlElement, font?: FontFormat): RichText | null {
  const runs = childElements(element).flatMap((child): [text: string, format: FontFormat][] => {
    const name = localName(child.name);
    if (name === 't') return [[textIn(child), font ?? { struck: false, place: '' }]];
    // Other children give the pronunciation.
    if (name !== 'r') return [];
    const text = childElements(child)
      .filter((part) => localName(part.name) === 't')
      .map((part) => textIn(part));
    const properties = childOf(child, 'rPr');
    return [[text.join(''), properties || !font ? readFont(properties) : font]];
  });
  return printRuns(runs);
}

/** Null: none of the runs is raised, lowered or struck. */
export function printRuns(runs: readonly (readonly [text: string, format: FontFormat])[]): RichText | null {
  if (runs.every(([, { struck, place }]) => !struck && place === '')) return null;
  const remarks: string[] = [];
  const texts = runs.map(([text, { struck, place }]) => {
    if (struck) {
      if (text.trim() !== '') remarks.push(`有删除线的文字没有读入：“${quote(text)}”`);
      return '';
    }
    if (place === '') return text;
    if (!canShift(text)) remarks.push(`上标或下标“${quote(text)}”按普通文字读入，请对照原件`);
    return place === 'superscript' ? raise(text) : lower(text);
  });
  return { text: texts.join(''), remarks };
}

/** A `font` of a workbook's styles or the `rPr` of a run. */
export function readFont(properties: XmlElement | null): FontFormat {
  const strike = childOf(properties, 'strike');
  const place = attributeOf(childOf(properties, 'vertAlign'), 'val');
  return {
    struck: strike !== null && !['0', 'false'].includes(attributeOf(strike, 'val')),
    place: place === 'baseline' ? '' : place,
  };
}
