import { attributeOf, childOf, eachElement, type XmlElement } from '../read-xml.ts';

/** What a style says of text, tables and columns. Undefined: it is inherited. */
export interface OpenStyle {
  struck?: boolean | undefined;
  hidden?: boolean | undefined;
  /** `super`, `sub`; empty: on the line. */
  place?: string | undefined;
  /** A sheet that is not shown. */
  isHiddenSheet?: boolean | undefined;
}

/** Steps from a style to the last that it is based on. */
const MOST_STEPS = 20;

/** The styles by their names, what each inherits included. @param parts The file's XML parts by name. */
export function readOpenStyles(parts: ReadonlyMap<string, string>): Map<string, OpenStyle> {
  const own = new Map<string, { parent: string; style: OpenStyle }>();
  for (const path of ['styles.xml', 'content.xml']) {
    const xml = parts.get(path);
    if (xml !== undefined)
      eachElement(xml, 'style', (element) => {
        own.set(attributeOf(element, 'name'), {
          parent: attributeOf(element, 'parent-style-name'),
          style: readStyle(element),
        });
      });
  }
  return new Map(
    [...own.keys()].map((name) => {
      const style: OpenStyle = {};
      let at = own.get(name);
      for (let step = 0; step < MOST_STEPS && at; step += 1) {
        style.struck ??= at.style.struck;
        style.hidden ??= at.style.hidden;
        style.place ??= at.style.place;
        style.isHiddenSheet ??= at.style.isHiddenSheet;
        at = own.get(at.parent);
      }
      return [name, style];
    }),
  );
}

function readStyle(element: XmlElement): OpenStyle {
  const text = childOf(element, 'text-properties');
  const line = attributeOf(text, 'text-line-through-style') || attributeOf(text, 'text-line-through-type');
  const display = attributeOf(text, 'display');
  const shown = attributeOf(childOf(element, 'table-properties'), 'display');
  return {
    struck: line === '' ? undefined : line !== 'none',
    hidden: display === '' ? undefined : display === 'none',
    place: placeOf(attributeOf(text, 'text-position')),
    isHiddenSheet: shown === '' ? undefined : shown === 'false',
  };
}

/** `super 58%`, `-33% 58%`: the first is the place. */
function placeOf(position: string): string | undefined {
  if (position === '') return undefined;
  const [place = ''] = position.split(' ');
  if (place === 'super' || place === 'sub') return place;
  const height = Number.parseFloat(place);
  if (height === 0 || Number.isNaN(height)) return '';
  return height > 0 ? 'super' : 'sub';
}
