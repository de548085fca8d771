import { SaxesParser } from 'saxes';
import { BROKEN } from './broken-file.ts';
import { ImportError } from './import-error.ts';

export interface XmlElement {
  /** As written, with its prefix: `w:tbl`. */
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (XmlElement | string)[];
}

/** Real files are a tenth as deep. */
const DEEPEST = 250;
/** Elements that are kept at a time; each takes some hundred bytes. */
const MOST_ELEMENTS = 1_500_000;
const NONE: Readonly<Record<string, string>> = Object.freeze({});

/**
 * Gives each element of a name, whatever its prefix, as a tree, and forgets it: memory holds one at a time. An element inside
 * another of the same name is a part of it. Throws an {@link ImportError} for XML that is broken, too deep or too large.
 */
export function eachElement(xml: string, name: string, visit: (element: XmlElement) => void): void {
  const parser = new SaxesParser();
  const open: XmlElement[] = [];
  let depth = 0;
  let count = 0;
  parser.on('error', () => {
    throw new ImportError(BROKEN);
  });
  parser.on('opentag', ({ name: found, attributes }) => {
    depth += 1;
    if (depth > DEEPEST) throw tooComplex();
    const parent = open.at(-1);
    if (!parent && localName(found) !== name) return;
    count += 1;
    if (count > MOST_ELEMENTS) throw tooComplex();
    const element: XmlElement = { name: found, attributes: kept(attributes), children: [] };
    parent?.children.push(element);
    open.push(element);
  });
  const addText = (text: string) => {
    open.at(-1)?.children.push(text);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    depth -= 1;
    const element = open.pop();
    if (!element || open.length > 0) return;
    count = 0;
    visit(element);
  });
  parser.write(xml.replace(/^\u{feff}/u, '')).close();
}

/** The first element of a name. Null: there is none. */
export function readElement(xml: string, name: string): XmlElement | null {
  let first: XmlElement | null = null;
  if (xml !== '')
    eachElement(xml, name, (element) => {
      first ??= element;
    });
  return first;
}

export function childElements({ children }: XmlElement): XmlElement[] {
  return children.filter((child) => typeof child !== 'string');
}

/** The first child of a name, whatever its prefix. */
export function childOf(element: XmlElement | null | undefined, name: string): XmlElement | null {
  if (!element) return null;
  return childElements(element).find((child) => localName(child.name) === name) ?? null;
}

/** An attribute, whatever its prefix; empty if it is missing. */
export function attributeOf(element: XmlElement | null | undefined, name: string): string {
  for (const [key, value] of Object.entries(element?.attributes ?? NONE))
    if (localName(key) === name) return value;
  return '';
}

/** All text in an element. */
export function textIn(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('');
}

/** All elements of a name inside an element, in their order, whatever their prefix. */
export function elementsIn(element: XmlElement, name: string): XmlElement[] {
  return childElements(element).flatMap((child) => [
    ...(localName(child.name) === name ? [child] : []),
    ...elementsIn(child, name),
  ]);
}

export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Word marks each run with the session that wrote it, which takes more memory than all text. */
function kept(attributes: Record<string, string>): Readonly<Record<string, string>> {
  let result: Record<string, string> | null = null;
  for (const [key, value] of Object.entries(attributes))
    if (!key.startsWith('w:rsid')) (result ??= {})[key] = value;
  return result ?? NONE;
}

function tooComplex(): ImportError {
  return new ImportError('文件太复杂，不像一份绩效目标表；请把要公开的表另存为一个新文件');
}
