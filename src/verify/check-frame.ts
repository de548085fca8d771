/**
 * In: any page of the site, as elements.
 * Out: what each page must say and this one does not: a text for each element that says one, a head that agrees with itself and
 * with the trail, and links that lead somewhere.
 */
import type { BuiltSite } from './built-site.ts';
import { attributeOf, findAll, textOf, type Element } from './read-elements.ts';

/** What search engines read of a page. */
interface Thing {
  '@type': string;
  name?: string;
  description?: string;
  url?: string;
  creator?: unknown[];
  breadcrumb?: { itemListElement: { name: string; item: string }[] };
  distribution?: { contentUrl: string; contentSize: string; sha256: string }[];
}

/** Elements that say something, and those that may say it with a picture, a field or a script's help. */
const SAYING = new Set(
  'a b button caption data dd dt h1 h2 h3 label legend li p summary th title'.split(' '),
);
const SAYING_CLASS = /\sclass="[^"]*\b(?:figures|now|num|of|promise|soft|unit)\b/;
const OTHERWISE = /\s(?:value|data-(?!label)[a-z-]+|role|hidden)(?=[\s=]|$)/;
const PICTURES = new Set(['img', 'svg', 'input']);
const BLANK_ATTRIBUTE = /\s(aria-label|content|data-label|for|href|id|lang|name|src)(?=\s|$|="\s*")/;
const isTag = (name: string) => (element: Element) => element.tag === name;

/** @param path Address of the page, without origin. */
export function checkFrame(page: Element, path: string, site: BuiltSite): string[] {
  const elements = [...everyOf(page)];
  const first = (name: string, attribute = '') =>
    elements.find(({ tag, attributes }) => tag === name && attributes.includes(attribute));
  const losses = elements.flatMap((element) => {
    const { tag, attributes } = element;
    const [, blank] = BLANK_ATTRIBUTE.exec(attributes) ?? [];
    const isSilent =
      (SAYING.has(tag) || SAYING_CLASS.test(attributes)) &&
      !OTHERWISE.test(attributes) &&
      textOf(element).trim() === '' &&
      ![...everyOf(element)].some((part) => PICTURES.has(part.tag) || OTHERWISE.test(part.attributes));
    return isSilent || blank !== undefined ? [`<${tag}${attributes}> 是空的`] : [];
  });
  const meta = (name: string) => attributeOf(first('meta', `="${name}"`) ?? page, 'content') ?? '';
  const graph = textOf(first('script', ' type="application/ld+json"'));
  const { '@graph': things = [] } = Object(JSON.parse(graph || '{}')) as { '@graph'?: Thing[] };
  // The data of an empty site has no creator, and no page offers it.
  const filled = things.filter(({ creator }) => creator?.length !== 0);
  if (hasBlanks(filled)) losses.push('JSON-LD 里有空的值');
  const thing = (type: string) => filled.find((each) => each['@type'] === type);
  const { name = '', description, url, breadcrumb } = thing('WebPage') ?? {};
  const same = (what: string, found: unknown, expected: unknown) => {
    const [text, other] = [found, expected].map((value) => JSON.stringify(value));
    if (text !== other) losses.push(`${what} 是 ${text ?? ''}，应是 ${other ?? ''}`);
  };
  const titles = [name, meta('og:site_name'), thing('WebSite')?.name ?? ''];
  const title = textOf(first('title'));
  if (!titles.every((text) => text !== '' && title.includes(text))) losses.push(`标题“${title}”没有写全`);
  same('og:title', meta('og:title'), name);
  same('description', [meta('description'), meta('og:description')], [description, description]);
  if (!description) losses.push('没有 description');
  same('h1', elements.filter(isTag('h1')).length, 1);
  same('JSON-LD 的网址', url, site.origin + path);
  const link = first('link', ' rel="canonical"');
  const canonical = link && attributeOf(link, 'href');
  const refresh = first('meta', ' http-equiv="refresh"');
  const target = refresh && attributeOf(refresh, 'content')?.replace('0; url=', '');
  same('canonical', canonical, (target ?? site.origin) ? site.origin + (target ?? path) : undefined);
  const trail = findAll(
    page,
    ({ tag, attributes }) => tag === 'nav' && attributes.includes(' class="trail"'),
  );
  const steps = trail
    .flatMap((nav) => findAll(nav, isTag('a')))
    .map((step) => [textOf(step), attributeOf(step, 'href')]);
  const expected = steps.length === 0 ? [] : [...steps, [name, path]];
  const crumbs =
    breadcrumb?.itemListElement.map((each) => [each.name, each.item.slice(site.origin.length)]) ?? [];
  same('JSON-LD 的路径', crumbs, expected);
  for (const { contentUrl, contentSize, sha256 } of thing('Dataset')?.distribution ?? []) {
    const file = contentUrl.slice(site.origin.length);
    const digest = site.digestOf(file);
    same(`JSON-LD 里的 ${file}`, [sha256, contentSize], [digest?.sha256, `${digest?.bytes ?? 0} B`]);
    if (!elements.some((each) => each.tag === 'a' && attributeOf(each, 'href') === file))
      losses.push(`没有链接 ${file}`);
  }
  const said = textOf(page);
  losses.push(...site.identity.filter((text) => !said.includes(text)).map((text) => `没有“${text}”`));
  const ids = new Set(elements.map((element) => attributeOf(element, 'id')));
  const addresses = elements.flatMap((each) => attributeOf(each, 'href') ?? attributeOf(each, 'src') ?? []);
  for (const address of new Set([...addresses, ...(target ? [target] : [])])) {
    const [file = '', fragment] = address
      .replace(site.origin, '')
      .replace(/\?[^#]*/, '')
      .split('#');
    const leads =
      file === ''
        ? fragment === undefined || ids.has(decodeURIComponent(fragment))
        : /^[a-z]+:/.test(file) || (!file.startsWith('//') && site.hasFile(file));
    if (!leads) losses.push(`${address} 没有这一处`);
  }
  return losses;
}

/** Whether a value holds an empty text, an empty list, or null. */
export function hasBlanks(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return value === '' || value === null;
  const parts = Object.values(value);
  return (Array.isArray(value) && parts.length === 0) || parts.some(hasBlanks);
}

/** An element's descendants, in the order of the page. */
function* everyOf({ children }: Element): Generator<Element> {
  for (const child of children)
    if (typeof child !== 'string') {
      yield child;
      yield* everyOf(child);
    }
}
