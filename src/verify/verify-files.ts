/**
 * In: a built site, and its content folder.
 * Out: which of the files for programs are not there or say otherwise: recorded addresses and where old ones lead, checksums,
 * sitemap, data packages.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasBlanks } from './check-frame.ts';
import { pagesOfProject } from './pages-of-project.ts';
import type { PublishedSite } from './published-site.ts';
import { decode } from './read-elements.ts';
import { readCsv } from './read-tables.ts';
import { filesOfSet, sourcesOf } from './sources-of.ts';

/** A `permalinks.json`: what was ever published, and where what is gone is now. */
interface Permalinks {
  urls: string[];
  moved: Record<string, string>;
  /** Anchors by project. */
  rows?: Record<string, Record<string, string>>;
}

/** A `datapackage.json`, as far as it says what this site publishes. */
interface DataPackage {
  homepage?: string;
  /** Missing where there are none. */
  contributors?: { title: string }[];
  sources: { title: string; file: string; hash: string }[];
  resources: { path: string; bytes: number; hash: string; schema: { fields: { name: string }[] } }[];
}

/** The page of a project for frames of other sites. */
const FOR_FRAMES = /^\/\d{4}\/[^/]+\/[^/]+\/embed\/$/;
const DOWNLOAD = /^(?!pagefind\/).*\.(?:csv|json|xlsx|txt|xml)$/;

export function verifyFiles(content: string, site: PublishedSite): string[] {
  const dates = new Map(
    [...site.bodies.keys(), ...site.results.keys()].flatMap((folder) => {
      const [, date] = /"dateModified":"([^"]+)"/.exec(site.read(`${folder}/index.html`)) ?? [];
      return date === undefined ? [] : [[folder, date] as const];
    }),
  );
  const undated = [...site.bodies, ...site.results].filter(
    ([folder, { published = '' }]) => (dates.get(folder) ?? '') < published,
  );
  const sums = site.files
    .filter((file) => DOWNLOAD.test(file))
    .map((file) => `${site.digestOf(`/${file}`)?.sha256 ?? ''}  ${file}`);
  const sources = [...site.bodies.keys(), ...site.results.keys()];
  const years = new Set(sources.map((folder) => folder.slice(0, 4)));
  return [
    ...compareLists('SHA256SUMS', site.read('SHA256SUMS').trimEnd().split('\n'), sums),
    ...undated.map(([folder, { published = '' }]) => `${folder}: 没有写 ${published} 或以后的日期`),
    ...[...site.bodies].flatMap(([folder, { originals = [] }]) =>
      originals.flatMap(({ file, sha256, withheld }) => {
        const path = `/${folder}/original/${file}`;
        if (withheld) return site.hasFile(path) ? [`${path} 不应公开`] : [];
        return site.digestOf(path)?.sha256 === sha256 ? [] : [`${path} 与原件不是逐字节相同`];
      }),
    ),
    ...compareMoves(content, site),
    ...compareSitemap(site, dates),
    ...['', ...years, ...sources].flatMap((folder) => comparePackage(folder, site)),
  ];
}

/** What is in one list only. */
function compareLists(name: string, found: readonly string[], expected: readonly string[]): string[] {
  const [first, second] = [new Set(found), new Set(expected)];
  return [...first.symmetricDifference(second)].map(
    (line) => `${name}: ${first.has(line) ? '多出' : '没有'} ${line}`,
  );
}

/** Each recorded address is published, or leads to one that is, wherever a server or a page is asked. */
function compareMoves(content: string, site: PublishedSite): string[] {
  const file = join(content, 'permalinks.json');
  if (!existsSync(file)) return [];
  const { urls, moved, rows = {} } = JSON.parse(readFileSync(file, 'utf8')) as Permalinks;
  const [netlify, nginx] = [site.read('_redirects'), site.read('nginx-redirects.conf')];
  const pageOf = (path: string) =>
    site.hasFile(path) && path.endsWith('/') ? site.read(`${path.slice(1)}index.html`) : '';
  const isCurrent = (path: string) =>
    site.hasFile(path) && !pageOf(path.slice(0, path.lastIndexOf('/') + 1)).includes('http-equiv="refresh"');
  const targetOf = (path: string, seen: readonly string[] = []): string | undefined => {
    const next = moved[path];
    if (next === undefined || isCurrent(path) || seen.includes(path)) return path;
    return targetOf(next, [...seen, path]);
  };
  const losses = [...new Set([...urls, ...Object.keys(moved)])].flatMap((path) => {
    if (path.includes('#') || isCurrent(path)) return [];
    // Where no site may show projects in frames any more, these pages are gone.
    if (!site.isEmbedded && FOR_FRAMES.test(path)) return [];
    const to = targetOf(path) ?? '';
    const quote = (text: string) => `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
    const isMoved =
      isCurrent(to.replace(/#.*/, '')) &&
      netlify.includes(`${encodeURI(path)} ${encodeURI(to)} 301\n`) &&
      nginx.includes(
        `location = ${quote(path)} { return 301 ${quote(encodeURI(to).replaceAll('$', '%24'))}; }`,
      ) &&
      (!path.endsWith('/') || pageOf(path).includes(`content="0; url=${to}"`));
    return isMoved ? [] : [`已公开的网址 ${path} 没有了`];
  });
  for (const [id, anchors] of Object.entries(rows))
    for (const anchor of Object.keys(anchors)) {
      const isRow = site.rows.has(`${id}#${anchor}`) || moved[`/${id}/#${anchor}`] !== undefined;
      const pages = pagesOfProject(id, (page) => site.hasFile(`/${page}`));
      const isShown = pages.some((page) => site.read(page).includes(` id="${anchor}"`));
      const isGone = !isRow && isCurrent(`/${id}/`) && !isShown;
      if (isGone) losses.push(`已公开的指标链接 /${id}/#${anchor} 没有了`);
    }
  return losses;
}

/** All pages but those of old addresses, each with the date of the newest of its sources. Dates of the guide are not looked at. */
function compareSitemap(
  { origin, files, read }: PublishedSite,
  dates: ReadonlyMap<string, string>,
): string[] {
  if (origin === '') return [];
  const moved = new Set(
    read('_redirects')
      .split('\n')
      .map((line) => line.split(' ')[0]),
  );
  const pages = files.flatMap((file) =>
    /(?:^|\/)index\.html$/.test(file) ? [`/${file.slice(0, -'index.html'.length)}`] : [],
  );
  const newest = (isMeant: (body: string) => boolean) =>
    [...dates]
      .flatMap(([folder, date]) => (isMeant(`/${folder}/`) ? [date] : []))
      .sort()
      .at(-1);
  const expected = pages
    .filter((path) => !moved.has(path) && !FOR_FRAMES.test(path))
    .map((path) => {
      const [, year] = /^(\/\d{4}\/)results\//.exec(path) ?? [];
      const date =
        (year && newest((folder) => folder.startsWith(year) && folder.endsWith('/results/'))) ??
        newest((folder) => path.startsWith(folder) || folder.startsWith(path)) ??
        newest(() => true);
      return `${origin}${path} ${path.startsWith('/guide/') ? '' : (date ?? '')}`;
    });
  const listed = read('sitemap-index.xml').matchAll(/<loc>([^<]*)<\/loc>/g);
  const found = listed.flatMap(([, map = '']) =>
    [
      ...read(map.slice(origin.length + 1)).matchAll(
        /<url><loc>([^<]*)<\/loc>(?:<lastmod>([^<]*)<\/lastmod>)?/g,
      ),
    ].map(([, address = '', date = '']) => `${decode(address)} ${address.includes('/guide/') ? '' : date}`),
  );
  const losses = compareLists('sitemap', [...found], expected);
  return read('robots.txt').includes(`Sitemap: ${origin}/sitemap-index.xml`)
    ? losses
    : [...losses, 'robots.txt: 没有 Sitemap'];
}

function comparePackage(folder: string, site: PublishedSite): string[] {
  const { origin, read, readJson, digestOf } = site;
  const inside = folder === '' ? '' : `${folder}/`;
  const file = `${inside}datapackage.json`;
  const found = readJson(file) as DataPackage;
  const own = sourcesOf(folder, site);
  const publishers = new Set(own.map(({ publisher }) => publisher));
  const sources = own.map(
    ({ publisher, year, what, sha256 }) => `${publisher}${year}年${what} sha256:${sha256}`,
  );
  const names = filesOfSet(own, folder).filter((name) => name.endsWith('.csv'));
  const resources = names.map((name) => {
    const { sha256 = '', bytes = 0 } = digestOf(`/${inside}${name}`) ?? {};
    const [header = []] = readCsv(read(`${inside}${name}`).split('\r\n', 1).join());
    return `${name} ${bytes} sha256:${sha256} ${header.join()}`;
  });
  // A year that has results alone has no other page.
  const page = /^\d{4}$/.test(folder) && !names.includes('projects.csv') ? `${inside}results/` : inside;
  const losses = [
    ...compareLists(file, [found.homepage ?? ''], [origin === '' ? '' : `${origin}/${page}`]),
    ...compareLists(
      file,
      (found.contributors ?? []).map(({ title }) => title),
      [...publishers],
    ),
    ...compareLists(
      file,
      found.sources.map(({ title, hash }) => `${title} ${hash}`),
      sources,
    ),
    ...compareLists(
      file,
      found.resources.map(
        ({ path, bytes, hash, schema }) =>
          `${path} ${bytes} ${hash} ${schema.fields.map(({ name }) => name).join()}`,
      ),
      resources,
    ),
  ];
  return own.length > 0 &&
    hasBlanks({
      ...found,
      resources: found.resources.map(({ schema, ...resource }) => [resource, schema.fields]),
    })
    ? [...losses, `${file}: 有空的值`]
    : losses;
}
