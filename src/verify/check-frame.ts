/**
 * In: any page of the site, as elements.
 * Out: what each page must say and this one does not: a text for each element that says one, a head that agrees with itself and
 * with the trail, and links that lead somewhere.
 */
import type { BuiltSite } from './built-site.ts';
import { attributeOf, findAll, textOf, type Element } from './read-elements.ts';
import { sizeInWords } from './shares.ts';

/** What search engines read of a page. */
interface Thing {
  '@type': string;
  name?: string;
  description?: string;
  url?: string;
  creator?: { name: string }[];
  license?: string;
  temporalCoverage?: string;
  datePublished?: string;
  breadcrumb?: { itemListElement: { name: string; item: string }[] };
  distribution?: { contentUrl: string; contentSize: string; sha256: string }[];
}

/** Elements that say something, and those that may say it with a picture, a field or a script's help. */
const SAYING = new Set(
  'a b button caption data dd dt h1 h2 h3 label legend li p summary th title'.split(' '),
);
const SAYING_CLASS = /\sclass="[^"]*\b(?:figures|now|num|of|promise|soft|unit)\b/;
const OTHERWISE = /\s(?:value|data-(?!label)[a-z-]+|role|hidden)(?=[\s=]|$)/;
/** A goal may have blank lines. Its text is compared elsewhere. */
const PARAGRAPH_OF_GOAL = /^ class="goal"$/;
const PICTURES = new Set(['img', 'svg', 'input']);
const BLANK_ATTRIBUTE = /\s(?:aria-label|content|data-label|for|href|id|lang|name|src)(?=\s|$|="\s*")/;
/** The value of an attribute that says something: words in it may look like attributes. */
const VALUE = /="\s*[^"\s][^"]*"/g;
const isTag = (name: string) => (element: Element) => element.tag === name;

/** What a page is made of, where it offers data. */
export interface DataFacts {
  /** Names of the bodies, each once. */
  publishers: readonly string[];
  years: readonly number[];
  /** Of the source, where it is one. */
  licence?: string | undefined;
  published?: string | undefined;
  /** Names of the files of its data. */
  files: readonly string[];
}

/** @param path Address of the page, without origin. @param data Of a page that offers data. */
export function checkFrame(page: Element, path: string, site: BuiltSite, data?: DataFacts): string[] {
  const elements = [...everyOf(page)];
  const first = (name: string, attribute = '') =>
    elements.find(({ tag, attributes }) => tag === name && attributes.includes(attribute));
  const losses = elements.flatMap((element) => {
    const { tag, attributes } = element;
    const hasBlank =
      BLANK_ATTRIBUTE.test(attributes) && BLANK_ATTRIBUTE.test(attributes.replaceAll(VALUE, '="…"'));
    const isSilent =
      (SAYING.has(tag) || SAYING_CLASS.test(attributes)) &&
      !OTHERWISE.test(attributes) &&
      !PARAGRAPH_OF_GOAL.test(attributes) &&
      textOf(element).trim() === '' &&
      ![...everyOf(element)].some((part) => PICTURES.has(part.tag) || OTHERWISE.test(part.attributes));
    return isSilent || hasBlank ? [`<${tag}${attributes}> 是空的`] : [];
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
  const names = ['WebSite', 'WebPage'].map((type) => thing(type)?.name ?? '');
  same('网站名称', [names[0], meta('og:site_name')], [site.facts['name'], site.facts['name']]);
  if (site.facts['siteCode'] !== undefined) losses.push(...checkGovernmentMeta(page, meta, site, name));
  if (data) losses.push(...checkDataset(thing('Dataset'), path, site, data));
  losses.push(...checkSizes(page, site));
  const said = textOf(page);
  const ids = new Set(elements.map((element) => attributeOf(element, 'id')));
  const addresses = elements.flatMap((each) => attributeOf(each, 'href') ?? attributeOf(each, 'src') ?? []);
  // A fact is a text, or the address of the page that proves it.
  const missing = site.identity.filter((text) => !said.includes(text) && !addresses.includes(text));
  losses.push(...missing.map((text) => `没有“${text}”`));
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

/** The meta names of government sites. Those of an article are on pages of one body. */
function checkGovernmentMeta(
  page: Element,
  meta: (name: string) => string,
  { facts, origin }: BuiltSite,
  name: string,
): string[] {
  const [, publisher = ''] = /本页内容由([^]+?)发布(?:于|，|。)/.exec(textOf(page)) ?? [];
  const canonical = [...everyOf(page)].find(({ attributes }) => attributes.includes(' rel="canonical"'));
  const expected: Record<string, string | undefined> = {
    SiteName: facts['name'],
    SiteIDCode: facts['siteCode'],
    SiteDomain: origin === '' ? '' : new URL(origin).host,
    ...(publisher === ''
      ? {}
      : {
          ArticleTitle: name,
          ContentSource: publisher,
          Url: canonical && attributeOf(canonical, 'href'),
        }),
  };
  return Object.entries(expected).flatMap(([key, text = '']) =>
    meta(key) === text ? [] : [`${key} 是“${meta(key)}”，应是“${text}”`],
  );
}

/** Who made the data of a page, for which years, under which licence, in which files. */
function checkDataset(
  dataset: Thing | undefined,
  path: string,
  { facts, origin }: BuiltSite,
  { publishers, years, licence = facts['licence'], published, files }: DataFacts,
): string[] {
  const sorted = years.toSorted((a, b) => a - b).map(String);
  const found = {
    publishers: dataset?.creator?.map(({ name }) => name).sort(),
    years: dataset?.temporalCoverage,
    licence: dataset?.license,
    published: dataset?.datePublished,
    files: dataset?.distribution?.map(({ contentUrl }) => contentUrl).sort(),
  };
  const expected = {
    publishers: publishers.toSorted(),
    years: [...new Set([sorted[0], sorted.at(-1)])].join('/'),
    licence,
    published,
    files: files.map((file) => origin + path + file).sort(),
  };
  const [text, other] = [found, expected].map((value) => JSON.stringify(value));
  return text === other ? [] : [`JSON-LD 的数据集 是 ${text ?? ''}，应是 ${other ?? ''}`];
}

/** The size of each file that a page offers. */
function checkSizes(page: Element, site: BuiltSite): string[] {
  const lists = findAll(
    page,
    ({ tag, attributes }) => tag === 'ul' && attributes.includes(' class="downloads"'),
  );
  return lists
    .flatMap((list) => findAll(list, isTag('li')))
    .flatMap((item) => {
      const [link] = findAll(item, isTag('a'));
      const [size] = findAll(item, ({ tag, attributes }) => tag === 'span' && attributes.includes('figures'));
      const { bytes } = (link && site.digestOf(attributeOf(link, 'href') ?? '')) ?? {};
      const text = textOf(size).trim();
      const isRight = !/(?:字节|[KM]B)$/.test(text) || bytes === undefined || text === sizeInWords(bytes);
      return isRight ? [] : [`${textOf(link).trim()} 写着 ${text}，应是 ${sizeInWords(bytes)}`];
    });
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
