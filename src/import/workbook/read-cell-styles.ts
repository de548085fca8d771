import { attributeOf, childElements, childOf, eachElement, localName, readElement } from '../read-xml.ts';
import { chineseFormat } from './chinese-formats.ts';
import { readFont, type FontFormat } from './read-rich-text.ts';

export interface CellStyle {
  /** The number format's code: `0.00%`. Null: a built-in format, which the library prints. */
  format: string | null;
  font: FontFormat;
}

/** The styles of cells, by their number. @param xml `xl/styles.xml`; empty if there is none. */
export function readCellStyles(xml: string): CellStyle[] {
  if (xml === '') return [];
  const formats = new Map<string, string>();
  eachElement(xml, 'numFmts', (element) => {
    for (const format of childElements(element))
      formats.set(attributeOf(format, 'numFmtId'), attributeOf(format, 'formatCode'));
  });
  const fonts: FontFormat[] = [];
  eachElement(xml, 'fonts', (element) => {
    for (const font of childElements(element))
      if (localName(font.name) === 'font') fonts.push(readFont(font));
  });
  return childElements(readElement(xml, 'cellXfs') ?? { name: '', attributes: {}, children: [] }).map(
    (style) => {
      const id = attributeOf(style, 'numFmtId');
      return {
        format: formats.get(id) ?? chineseFormat(Number(id)),
        font: fonts[Number(attributeOf(style, 'fontId'))] ?? readFont(childOf(null, '')),
      };
    },
  );
}
