/** An element of a page, with what it holds in order. */
export interface Element {
  tag: string;
  /** As written: ` class="sub"`. */
  attributes: string;
  children: (Element | string)[];
}

const TOKEN = /<(\/?)([a-z][\w-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>|<!--[^]*?-->|[^<]+|</gi;
const VOID = new Set(['br', 'hr', 'img', 'input', 'link', 'meta', 'wbr']);
const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: '\u00A0',
};

/** The elements of a piece of HTML. Undefined: one is not closed, or closed twice. Stricter than a browser, and quicker. */
export function readElements(html: string): Element | undefined {
  const root: Element = { tag: '', attributes: '', children: [] };
  const open = [root];
  // Tabs of the source are drawn as arrows.
  for (const [token, closing, name, attributes = ''] of html
    .replaceAll(/<i(?: class="end")?>\t<\/i>/g, '\t')
    .matchAll(TOKEN)) {
    const parent = open.at(-1);
    if (!parent) return undefined;
    if (name === undefined) {
      if (!token.startsWith('<!--')) parent.children.push(decode(token));
    } else if (closing === '/') {
      if (open.pop()?.tag !== name) return undefined;
    } else {
      const element: Element = { tag: name, attributes, children: [] };
      parent.children.push(element);
      if (!VOID.has(name)) open.push(element);
    }
  }
  return open.length === 1 ? root : undefined;
}

/** All elements in an element that fit, in the order of the page; not those in one that fits. */
export function findAll(element: Element, fits: (element: Element) => boolean): Element[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return fits(child) ? [child] : findAll(child, fits);
  });
}

/** The text of an element, without that of elements to be left out. */
export function textOf(
  element: Element | undefined,
  isLeftOut: (element: Element) => boolean = () => false,
): string {
  const texts = (element?.children ?? []).map((child) => {
    if (typeof child === 'string') return child;
    return isLeftOut(child) ? '' : textOf(child, isLeftOut);
  });
  return texts.join('');
}

/** The text of a piece of HTML that opens and closes the same elements. */
export function plainTextOf(html: string): string {
  return decode(html.replaceAll(/<[^>]*>/g, ''));
}

/** The value of an attribute. Undefined: the element does not have it. */
export function attributeOf({ attributes }: Element, name: string): string | undefined {
  if (!attributes.includes(name)) return undefined;
  const pattern = PATTERNS.get(name) ?? new RegExp(`(?:^|\\s)${name}(?:="([^"]*)")?(?=\\s|$)`);
  PATTERNS.set(name, pattern);
  const [, value] = pattern.exec(attributes) ?? [];
  return value === undefined ? undefined : decode(value);
}

/** By the attributes that they find. */
const PATTERNS = new Map<string, RegExp>();

/** Whether an element has this id, which needs no entities. */
export function hasId({ attributes }: Element, id: string): boolean {
  return attributes.includes(` id="${id}"`);
}

export function hasClass(element: Element, name: string): boolean {
  return (
    element.attributes.includes('class=') &&
    (attributeOf(element, 'class')?.split(' ').includes(name) ?? false)
  );
}

/** A text with its entities as characters. */
export function decode(text: string): string {
  return text.includes('&')
    ? text.replaceAll(/&([a-z]+|#39);/g, (entity, name: string) => ENTITIES[name] ?? entity)
    : text;
}
