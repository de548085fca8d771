import { utils } from '@e965/xlsx';
import {
  attributeOf,
  childElements,
  childOf,
  eachElement,
  elementsIn,
  localName,
  textIn,
} from '../read-xml.ts';
import { readCellStyles, type CellStyle } from './read-cell-styles.ts';
import { readRichText, type FontFormat, type RichText } from './read-rich-text.ts';

/** What the library drops of a cell. */
export interface CellFacts {
  /** The number format's code. Null: a built-in format, which the library prints. */
  format: string | null;
  rich: RichText | null;
  /** The value is struck as a whole. */
  isStruck: boolean;
  /** A formula whose result is not in the file. */
  lacksResult: boolean;
}

/** What the library drops of a sheet. */
export interface SheetFacts {
  /** By address. Cells without anything special are missing. */
  cells: ReadonlyMap<string, CellFacts>;
  /** In Chinese, each with its place in the sheet: `B5 有图片，没有读入`. */
  remarks: readonly string[];
}

/** What the library drops of a .xlsx, by the sheet's name. @param parts The workbook's XML parts by name. */
export function readCellFacts(parts: ReadonlyMap<string, string>): Map<string, SheetFacts> {
  const styles = readCellStyles(parts.get('xl/styles.xml') ?? '');
  const strings = readStrings(parts.get('xl/sharedStrings.xml') ?? '');
  const targets = relations(parts, 'xl/workbook.xml');
  const facts = new Map<string, SheetFacts>();
  eachElement(parts.get('xl/workbook.xml') ?? '<workbook/>', 'sheet', (sheet) => {
    const path = targets.get(sheet.attributes['r:id'] ?? '') ?? '';
    const xml = parts.get(path);
    if (xml === undefined) return;
    facts.set(attributeOf(sheet, 'name'), {
      cells: readCells(xml, styles, strings),
      remarks: [...controlsOf(xml), ...picturesOf(parts, path)],
    });
  });
  return facts;
}

/** Shared strings as functions: a string without runs has the font of its cell. */
function readStrings(xml: string): ((font?: FontFormat) => RichText | null)[] {
  const strings: ((font?: FontFormat) => RichText | null)[] = [];
  if (xml !== '')
    eachElement(xml, 'si', (element) => {
      const plain = childOf(element, 'r') ? null : element.children.length;
      const text = plain === 1 ? textIn(element) : null;
      // Thousands of plain strings need not be kept as elements.
      strings.push((font) =>
        text === null
          ? readRichText(element, font)
          : readRichText(
              { name: 'si', attributes: {}, children: [{ name: 't', attributes: {}, children: [text] }] },
              font,
            ),
      );
    });
  return strings;
}

function readCells(
  xml: string,
  styles: readonly CellStyle[],
  strings: readonly ((font?: FontFormat) => RichText | null)[],
): Map<string, CellFacts> {
  const cells = new Map<string, CellFacts>();
  let lastRow = 0;
  eachElement(xml, 'row', (row) => {
    lastRow = Number(attributeOf(row, 'r') || String(lastRow + 1));
    let lastColumn = -1;
    for (const cell of childElements(row)) {
      if (localName(cell.name) !== 'c') continue;
      const address = attributeOf(cell, 'r');
      lastColumn = address === '' ? lastColumn + 1 : utils.decode_cell(address).c;
      const style = styles[Number(attributeOf(cell, 's') || '0')];
      const value = childOf(cell, 'v');
      const type = attributeOf(cell, 't');
      const inline = childOf(cell, 'is');
      const text = value ? textIn(value) : '';
      const rich = inline
        ? readRichText(inline, style?.font)
        : type === 's'
          ? (strings[Number(text)]?.(style?.font) ?? null)
          : null;
      const lacksResult = childOf(cell, 'f') !== null && (type === 'str' ? value === null : text === '');
      const format = style?.format ?? null;
      const isPlain = !rich && !lacksResult && format === null && !style?.font.struck;
      if (!isPlain)
        cells.set(utils.encode_cell({ r: lastRow - 1, c: lastColumn }), {
          format,
          rich,
          isStruck: rich === null && style?.font.struck === true,
          lacksResult,
        });
    }
  });
  return cells;
}

/** Boxes to tick that lie over cells. */
function controlsOf(xml: string): string[] {
  const remarks: string[] = [];
  eachElement(xml, 'controls', (element) => {
    const places = elementsIn(element, 'from').map((from) => addressOf(from));
    for (const place of new Set(places))
      remarks.push(`${place} 有控件（如勾选框），没有读入；请在格里写 ☑ 或 ☐`);
  });
  return remarks;
}

function picturesOf(parts: ReadonlyMap<string, string>, sheet: string): string[] {
  const remarks: string[] = [];
  for (const path of relations(parts, sheet).values()) {
    const xml = /drawings\/[^/]+\.xml$/.test(path) ? parts.get(path) : undefined;
    if (xml === undefined) continue;
    for (const anchor of ['twoCellAnchor', 'oneCellAnchor'])
      eachElement(xml, anchor, (element) => {
        const [from] = elementsIn(element, 'from');
        const place = from ? addressOf(from) : '';
        const text = elementsIn(element, 't')
          .map((part) => textIn(part))
          .join('');
        if (text.trim() !== '') remarks.push(`${place} 有文本框，没有读入：“${text.slice(0, 20)}”`);
        else if (elementsIn(element, 'pic').length > 0) remarks.push(`${place} 有图片，没有读入`);
      });
  }
  return remarks;
}

function addressOf(from: Parameters<typeof childOf>[0]): string {
  const at = (name: string) => {
    const element = childOf(from, name);
    return element ? Number(textIn(element)) : 0;
  };
  return utils.encode_cell({ r: at('row'), c: at('col') });
}

/** The parts that a part names, by their ids. */
function relations(parts: ReadonlyMap<string, string>, path: string): Map<string, string> {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const xml = parts.get(`${folder}_rels/${path.slice(folder.length)}.rels`);
  const targets = new Map<string, string>();
  if (xml !== undefined)
    eachElement(xml, 'Relationship', (element) => {
      const { pathname } = new URL(encodeURI(attributeOf(element, 'Target')), `http://part/${folder}`);
      targets.set(attributeOf(element, 'Id'), decodeURI(pathname).slice(1));
    });
  return targets;
}
