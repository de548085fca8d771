/**
 * In: one source file, as a VFile that holds its bytes.
 * Out: the Disclosure: its projects, and what there is to say of it; the same is on the file as messages.
 *
 *     bytes ─► text ─► mdast ─► Grids ─► Projects
 */
import { createHash } from 'node:crypto';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { VFile } from 'vfile';
import { decodeSource } from './decode-source.ts';
import type { Disclosure, Notice, Project } from './record/disclosure-schema.ts';
import { guangdongForm } from './record/forms/guangdong-form.ts';
import type { Publication } from './record/publication-schema.ts';
import { readProject, type FileContext } from './record/read-project.ts';
import { splitTables } from './record/split-tables.ts';
import { toSlug } from './record/to-slug.ts';
import { readPublication } from './read-publication.ts';
import { remarkTabTable } from './syntax/remark-tab-table.ts';
import type { Finding } from './table/finding.ts';
import { readGrids } from './table/read-grids.ts';

const processor = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkGfm)
  .use(remarkTabTable)
  .freeze();

/** A Disclosure and what its file says of its own publication. */
export interface DisclosureReading extends Disclosure {
  publication: Publication;
  /** SHA-256 of the file's bytes, lower-case hex. */
  sha256: string;
  /** The file's part of the URL: its name in letters of URLs. */
  slug: string;
  /** The text as published, without byte order mark. Empty where it could not be decoded. */
  text: string;
}

/** Never throws for what a file holds: what is wrong is a notice of severity `error`, and the project it stands in is left out. */
export function readDisclosure(file: VFile): DisclosureReading {
  const bytes = typeof file.value === 'string' ? new TextEncoder().encode(file.value) : file.value;
  const context = contextOf(file, bytes);
  const notices: Notice[] = [];
  const report = ({ rule, severity, line, column, message }: Finding) => {
    notices.push({ rule, severity, path: context.path, line, column, message });
  };

  const text = decodeSource(bytes);
  const reading =
    typeof text === 'string' ? readText(text, context, report) : { projects: [], publication: {} };
  if (typeof text !== 'string') report(text);

  notices.sort((a, b) => a.line - b.line || a.column - b.column);
  for (const notice of notices) addMessage(file, notice);
  return {
    ...reading,
    notices,
    sha256: context.sha256,
    slug: context.slug,
    text: typeof text === 'string' ? text : '',
  };
}

function readText(
  text: string,
  context: FileContext,
  report: (finding: Finding) => void,
): { projects: Project[]; publication: Publication } {
  const tree = processor.parse(text);
  const publication = readPublication(tree.children[0], report);
  const grids = readGrids(tree, text, report).flatMap((grid) => splitTables(grid, guangdongForm, report));
  if (grids.length === 0 && !tree.children.some(({ type }) => type === 'list' || type === 'blockquote')) {
    report({
      rule: 'table/missing',
      severity: 'error',
      line: 1,
      column: 1,
      message: '文件里没有表格；请从电子表格复制后直接粘贴，每格之间是一个制表符',
    });
  }
  const projects = grids.flatMap((grid) => readProject(grid, guangdongForm, context, report) ?? []);
  return { projects, publication };
}

function contextOf(file: VFile, bytes: Uint8Array): FileContext {
  const path = file.path.replaceAll('\\', '/');
  const folder = /(?:^|\/)((?:19|20)\d{2})\/[^/]+$/.exec(path);
  return {
    path,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    slug: toSlug(file.stem ?? ''),
    year: folder ? Number(folder[1]) : null,
  };
}

/** The notice as a message of the file; `fatal` is how VFile says severity. */
function addMessage(file: VFile, { rule, severity, line, column, message }: Notice): void {
  const added = file.message(message, { place: { line, column }, ruleId: rule, source: 'jixiao' });
  added.fatal = severity === 'info' ? undefined : severity === 'error';
}
