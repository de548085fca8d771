/** What a document of the project names must be there: links, anchors, files, commands. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** What documents may name. */
export interface Named {
  /** Files of the project, from its folder, with slashes. */
  files: readonly string[];
  /** Names of the commands in package.json. */
  scripts: readonly string[];
}

/** Folders of the project; a path that begins with one is meant from the project's folder. */
const TOPS = /^(?:src|scripts|tests|content|public|\.github|\.ci)(?:\/|$)/;
/** Files of code: the site that is published has none of these names. */
const CODE = /\.(?:ts|astro|css|mdx|mjs)$/;
/** A path with words to be filled in: `content/<year>/…`, `tests/slow/faults*.test.ts`, `{site,year}.ts`. */
const OPEN_PARTS = /<[^>]*>|\*+|…/g;
/** Commands of npm that package.json does not list. */
const BUILT_IN = new Set(['ci', 'install', 'version']);

const processor = unified().use(remarkParse).use(remarkGfm).freeze();

/**
 * What a document names and the project does not have, each with its line: `12: no file src/a.ts`.
 *
 * @param path Of the document, from the project's folder.
 */
export function checkDocument(path: string, text: string, named: Named): string[] {
  const tree = processor.parse(text);
  const problems: string[] = [];
  for (const node of nodesOf(tree)) {
    const report = (problem: string | null) => {
      if (problem !== null) problems.push(`${node.position?.start.line ?? 1}: ${problem}`);
    };
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition')
      report(problemOfLink(node.url, { path, text }, named));
    if (node.type === 'html')
      for (const [, url = ''] of node.value.matchAll(/\b(?:src|href)="([^"]*)"/g))
        report(problemOfLink(url, { path, text }, named));
    if (node.type === 'inlineCode') report(problemOfPath(node.value, path, named));
    if (node.type === 'inlineCode' || node.type === 'code')
      for (const problem of problemsOfCommands(node.value, named)) report(problem);
  }
  return problems;
}

/** Anchors of the headings of a document, as GitHub makes them. */
export function anchorsOf(text: string): string[] {
  const seen = new Map<string, number>();
  return nodesOf(processor.parse(text)).flatMap((node) => {
    if (node.type !== 'heading') return [];
    const slug = textOf(node)
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
      .replaceAll(' ', '-');
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    return [count === 0 ? slug : `${slug}-${count}`];
  });
}

function problemOfLink(url: string, from: { path: string; text: string }, named: Named): string | null {
  if (/^[a-z]+:/i.test(url)) return null;
  const [to = '', anchor] = url.split('#');
  const file = to === '' ? from.path : join(dirname(from.path), decodeURI(to)).replaceAll('\\', '/');
  if (!exists(file, named)) return `no file ${url}`;
  if (anchor === undefined) return null;
  const text = to === '' ? from.text : readFileSync(file, 'utf8');
  return anchorsOf(text).includes(decodeURI(anchor)) ? null : `no heading ${url}`;
}

/** A code span that is a path. A name alone may be of any file: of code, there must be one. */
function problemOfPath(code: string, document: string, named: Named): string | null {
  const isCode = CODE.test(code) && /^[\w.[\]{},/<>*…-]+$/.test(code) && !code.startsWith('.');
  if (!TOPS.test(code) && !isCode) return null;
  if (/\s/.test(code)) return null;
  const patterns = expand(code).map(toPattern);
  const isThere = patterns.every((pattern) => {
    const whole = new RegExp(`^${pattern}$`);
    if (TOPS.test(code)) return exists(code, named) || named.files.some((file) => whole.test(file));
    // From the document's folder or a room, or by the end of a path.
    const near = new RegExp(`^(?:${toPattern(dirname(document))}/)?(?:.*/)?${pattern}$`);
    return named.files.some((file) => near.test(file));
  });
  return isThere ? null : `no file ${code}`;
}

/** `{a,b}.ts` as `a.ts` and `b.ts`. */
function expand(path: string): string[] {
  const [whole = '', choices = ''] = /\{([^}]*)\}/.exec(path) ?? [];
  return whole === '' ? [path] : choices.split(',').flatMap((choice) => expand(path.replace(whole, choice)));
}

/** A regular expression of a path with open parts. */
function toPattern(path: string): string {
  return path
    .replace(/\/$/, '')
    .split(OPEN_PARTS)
    .map((part) => part.replaceAll(/[.[\]()+?^$|\\]/g, String.raw`\$&`))
    .join('[^/]*');
}

function problemsOfCommands(code: string, { scripts, files }: Named): string[] {
  const commands = [...code.matchAll(/\bnpm (?:run (?:--silent )?)?([\w:-]+)/g)].map(
    ([whole, name = '']) => ({
      whole,
      isThere: scripts.includes(name) || (!whole.includes(' run ') && BUILT_IN.has(name)),
    }),
  );
  const programs = [...code.matchAll(/\bnode ((?:scripts|tests)\/\S+)/g)].map(([whole, file = '']) => ({
    whole,
    isThere: files.includes(file),
  }));
  return [...commands, ...programs]
    .filter(({ isThere }) => !isThere)
    .map(({ whole }) => `no command ${whole}`);
}

/** Whether there is a file, or a folder that holds one. */
function exists(path: string, { files }: Named): boolean {
  const plain = path.replace(/\/$/, '');
  return plain === '.' || files.some((file) => file === plain || file.startsWith(`${plain}/`));
}

function nodesOf(tree: Root): Nodes[] {
  const nodes: Nodes[] = [];
  const collect = (node: Nodes) => {
    nodes.push(node);
    if ('children' in node) node.children.forEach(collect);
  };
  collect(tree);
  return nodes;
}

function textOf(node: Nodes): string {
  if ('children' in node) return node.children.map(textOf).join('');
  return 'value' in node ? node.value : '';
}
