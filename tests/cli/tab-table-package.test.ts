/** `remark-tab-table` as npm packs it works in an empty folder: as a remark plugin, on micromark alone, and for TypeScript. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { plainEnvironment } from '../helpers/run-script.ts';
import { tempFolders } from '../helpers/temp-folders.ts';
import { writeFiles } from '../helpers/write-files.ts';

/** What somebody who uses the plugin has installed before. */
const REMARK = ['unified', 'remark-parse', 'remark-stringify', 'remark-gfm', 'micromark'];
const newFolder = tempFolders();
const user = newFolder();
let packed: string[] = [];

beforeAll(() => {
  const tarball = pack();
  writeFiles(user, {
    'package.json': JSON.stringify({
      ...{ name: 'user', version: '1.0.0', type: 'module' },
      dependencies: Object.fromEntries(REMARK.map((name) => [name, '*'])),
    }),
  });
  for (const name of closureOf(REMARK))
    cpSync(join('node_modules', name), join(user, 'node_modules', name), { recursive: true });
  // npm takes what is installed for what the package depends on, and removes what nothing depends on.
  npm(user, 'install', '--offline', '--no-audit', '--no-fund', tarball);
  packed = readdirSync(join(user, 'node_modules/remark-tab-table'), { recursive: true, encoding: 'utf8' });
});

test('the package holds its code as JavaScript with types, its README and its licence', () => {
  const modules = readdirSync('src/tab-table').filter((name) => name.endsWith('.ts'));
  const names = modules.map((name) => name.slice(0, -'.ts'.length));
  expect([...packed].sort()).toEqual(
    [
      ...['LICENSE', 'README.md', 'dist', 'package.json'],
      ...names.flatMap((name) => [join('dist', `${name}.d.ts`), join('dist', `${name}.js`)]),
    ].sort(),
  );
});

test('the plugin parses and writes tables', () => {
  const source = '## 表\n\n项目\t"甲\n乙"\n\t- 丙\n\n| a |\n| - |\n';
  const script = `
    import remarkGfm from 'remark-gfm';
    import remarkParse from 'remark-parse';
    import remarkStringify from 'remark-stringify';
    import remarkTabTable from 'remark-tab-table';
    import { unified } from 'unified';
    const processor = unified().use(remarkParse).use(remarkGfm).use(remarkTabTable).use(remarkStringify);
    const tree = processor.parse(${JSON.stringify(source)});
    const [, table] = tree.children;
    const rows = table.children.map((row) => row.children.map(({ children }) => children[0]?.value ?? ''));
    console.log(JSON.stringify({ data: table.data, rows, written: processor.stringify(tree) }));`;
  expect(JSON.parse(runModule(script))).toEqual({
    data: { tabTable: true },
    rows: [
      ['项目', '甲\n乙'],
      ['', '- 丙'],
    ],
    written: source,
  });
});

test('the extensions work without remark', () => {
  const script = `
    import { fromMarkdown } from 'mdast-util-from-markdown';
    import { toMarkdown } from 'mdast-util-to-markdown';
    import { micromark } from 'micromark';
    import { tabTableFromMarkdown } from 'remark-tab-table/tab-table-from-markdown';
    import { tabTableHtml } from 'remark-tab-table/tab-table-html';
    import { tabTableSyntax } from 'remark-tab-table/tab-table-syntax';
    import { tabTableToMarkdown } from 'remark-tab-table/tab-table-to-markdown';
    const extensions = [tabTableSyntax()];
    const html = micromark('a\\tb', { extensions, htmlExtensions: [tabTableHtml()] });
    const tree = fromMarkdown('a\\tb', { extensions, mdastExtensions: [tabTableFromMarkdown()] });
    console.log(JSON.stringify([html, toMarkdown(tree, { extensions: [tabTableToMarkdown()] })]));`;
  expect(JSON.parse(runModule(script))).toEqual([
    '<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n</table>',
    'a\tb\n',
  ]);
});

test('the example of the README runs', () => {
  const readme = readFileSync('src/tab-table/README.md', 'utf8');
  const [, example = ''] = /^```js\n([^]*?)^```/m.exec(readme) ?? [];
  const [, printed] = /^```txt\n([^]*?)^```/m.exec(readme) ?? [];
  expect(runModule(example)).toBe(printed);
});

test('TypeScript knows the data of its tables, its tokens and its exports', () => {
  writeFiles(user, {
    'types.ts': `
      import type { Root } from 'mdast';
      import type { Token, TokenTypeMap } from 'micromark-util-types';
      import remarkParse from 'remark-parse';
      import remarkTabTable from 'remark-tab-table';
      import { unified } from 'unified';
      const tree: Root = unified().use(remarkParse).use(remarkTabTable).parse('a\\tb');
      export const isPasted: boolean = tree.children.some((node) => node.type === 'table' && node.data?.tabTable);
      // @ts-expect-error The plugin takes no options.
      unified().use(remarkTabTable, { indented: true });
      export type Extra = Token['_rowText'];`,
    'tokens.ts': `
      import type { TokenTypeMap } from 'micromark-util-types';
      import { tabTableHtml } from 'remark-tab-table/tab-table-html';
      import { tabTableSyntax } from 'remark-tab-table/tab-table-syntax';
      import { tabTableToMarkdown, type ToMarkdownOptions } from 'remark-tab-table/tab-table-to-markdown';
      const options: ToMarkdownOptions = { table: () => '' };
      export const tokens: (keyof TokenTypeMap)[] = ['tabTable', 'tabTableRow', 'tabTableRowLine'];
      export const all = [tabTableHtml(), tabTableSyntax(), tabTableToMarkdown(options)];`,
    'tsconfig.json': JSON.stringify({
      compilerOptions: { strict: true, module: 'nodenext', target: 'es2022', noEmit: true, types: [] },
      include: ['*.ts'],
    }),
  });
  expect(
    run(user, process.execPath, join(process.cwd(), 'node_modules/typescript/bin/tsc'), '-p', user),
  ).toBe('');
});

/** Packs a copy of the package: `prepack` writes into its folder, which other tests read. Returns the tarball's path. */
function pack(): string {
  const copy = newFolder();
  const folder = join(copy, 'src/tab-table');
  cpSync('src/tab-table', folder, { recursive: true });
  cpSync('LICENSE', join(copy, 'LICENSE'));
  symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'), 'junction');
  npm(folder, 'pack', '--offline');
  const left = readdirSync(folder);
  expect(left.filter((name) => !name.endsWith('.tgz'))).toEqual(readdirSync('src/tab-table'));
  return join(folder, left.find((name) => name.endsWith('.tgz')) ?? '');
}

/** Packages with all that they depend on, by their names. */
function closureOf(names: readonly string[]): Set<string> {
  const found = new Set<string>();
  const add = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    const manifest = JSON.parse(readFileSync(join('node_modules', name, 'package.json'), 'utf8')) as {
      dependencies?: Record<string, string>;
    };
    // A version of its own is in its folder.
    for (const other of Object.keys(manifest.dependencies ?? {}))
      if (!existsSync(join('node_modules', name, 'node_modules', other))) add(other);
  };
  names.forEach(add);
  return found;
}

function runModule(text: string): string {
  writeFiles(user, { 'run.mjs': text });
  return run(user, process.execPath, 'run.mjs');
}

function npm(folder: string, ...args: readonly string[]): void {
  run(folder, 'npm', ...args);
}

function run(folder: string, command: string, ...args: readonly string[]): string {
  mkdirSync(folder, { recursive: true });
  return execFileSync(command, args, {
    ...{ cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
    env: plainEnvironment(),
  });
}
