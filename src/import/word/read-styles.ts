import { attributeOf, childOf, eachElement, type XmlElement } from '../read-xml.ts';

/** Formats of characters that change what a text says. Undefined: the format is inherited. */
export interface CharacterFormat {
  struck?: boolean | undefined;
  hidden?: boolean | undefined;
  /** Raised or lowered: `superscript`, `subscript`, `baseline`. */
  place?: string | undefined;
  font?: string | undefined;
  /** The list that paragraphs of a style belong to. */
  list?: { id: string; level: number } | undefined;
}

/** Styles take over what they don't say from others, and few are so many steps from the last. */
const MOST_STEPS = 20;

/** The formats of styles by id, what each inherits included. @param xml `word/styles.xml`; empty if there is none. */
export function readStyles(xml: string): Map<string, CharacterFormat> {
  const own = new Map<string, { base: string; format: CharacterFormat }>();
  if (xml !== '')
    eachElement(xml, 'style', (style) => {
      own.set(attributeOf(style, 'styleId'), {
        base: attributeOf(childOf(style, 'basedOn'), 'val'),
        format: { ...readFormat(childOf(style, 'rPr')), ...listOf(childOf(style, 'pPr')) },
      });
    });
  return new Map(
    [...own.keys()].map((id) => {
      let format: CharacterFormat = {};
      let at: string = id;
      for (let step = 0; step < MOST_STEPS && own.has(at); step += 1) {
        const style = own.get(at);
        format = merge(style?.format ?? {}, format);
        at = style?.base ?? '';
      }
      return [id, format];
    }),
  );
}

/** The direct format in a `w:rPr`. */
export function readFormat(properties: XmlElement | null): CharacterFormat {
  if (!properties) return {};
  const fonts = childOf(properties, 'rFonts');
  const font = attributeOf(fonts, 'ascii') || attributeOf(fonts, 'hAnsi');
  return {
    struck: isOn(childOf(properties, 'strike')) ?? isOn(childOf(properties, 'dstrike')),
    hidden: isOn(childOf(properties, 'vanish')),
    place: attributeOf(childOf(properties, 'vertAlign'), 'val') || undefined,
    font: font === '' ? undefined : font,
  };
}

/** The list of a paragraph or a style. A level without list is the style's. */
export function listOf(properties: XmlElement | null): Pick<CharacterFormat, 'list'> {
  const numbers = childOf(properties, 'numPr');
  const id = attributeOf(childOf(numbers, 'numId'), 'val');
  if (id === '') return {};
  return { list: { id, level: Number(attributeOf(childOf(numbers, 'ilvl'), 'val') || '0') } };
}

/** @param over What it says goes before `under`. */
export function merge(under: CharacterFormat, over: CharacterFormat): CharacterFormat {
  return {
    struck: over.struck ?? under.struck,
    hidden: over.hidden ?? under.hidden,
    place: over.place ?? under.place,
    font: over.font ?? under.font,
    list: over.list ?? under.list,
  };
}

function isOn(element: XmlElement | null): boolean | undefined {
  return element ? !['0', 'false', 'off'].includes(attributeOf(element, 'val')) : undefined;
}
