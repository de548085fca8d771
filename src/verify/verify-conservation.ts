/**
 * In: a content folder, and the site that was built from it.
 * Out: each cell of the sources that an output does not hold as it was written.
 *
 * `disclosure.json` is compared with the source, cell by cell; every other output with `disclosure.json`. No code is shared with
 * the parser or the writers, but the list of labels is (`record/forms/forms.json`). The outputs of a source are a fixed list: one
 * that is missing is a loss.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openBuiltSite, type BuiltSite } from './built-site.ts';
import { compareBody, firstOf, type Files, type Folders } from './compare-body.ts';
import { linesOf, readFrontMatter } from './front-matter.ts';
import { pagesOfProject } from './pages-of-project.ts';
import type { Comparison, RecordedDisclosure } from './record.ts';
import { withoutBase } from './without-base.ts';
import { readVocabulary } from './words.ts';

const BODY_FILES = [
  'source.txt',
  'source/index.html',
  'disclosure.json',
  'projects.csv',
  'indicators.csv',
  'disclosure.xlsx',
] as const;
/** Of a source's results. The other files of results are compared by `verifyResults`, as they hold what other sources promised. */
const RESULT_FILES = ['source.txt', 'source/index.html', 'results.json'] as const;
const PROJECT_FILES = ['index.html', 'project.json', 'projects.csv', 'indicators.csv'] as const;
/** Of a project that has one: `verifyShareImages` knows which must. */
const IMAGE = 'share.png';
/** Of a project, where other sites may show it in frames. */
const FOR_FRAMES = 'embed/index.html';

/** What was found in a source without a loss. */
export interface VerifiedSource {
  cells: number;
  projects: number;
}
/** Sources without a loss, by the digest of their bytes and of all their outputs. */
export type VerifiedSources = ReadonlyMap<string, VerifiedSource>;

export interface Conservation extends Comparison {
  projects: number;
  /** How many of the projects belong to sources that were verified before, byte for byte. */
  known: number;
  /** The sources without a loss. */
  verified: VerifiedSources;
}

/** A source that was not verified before. */
export interface ComparedSource {
  path: string;
  /** Of its outputs. */
  folder: string;
  /** Of its bytes, its outputs and its originals. */
  digest: string;
}

/** One slice of the sources; `1/1` is all of them. */
export interface Share {
  number: number;
  count: number;
}

/**
 * What is in PDFs is compared by `verifyOriginals`.
 *
 * @param known Sources that need not be compared again.
 */
export function verifyConservation(
  content: string,
  dist: string,
  share: Share = { number: 1, count: 1 },
  known: VerifiedSources = new Map(),
): Conservation & { compared: ComparedSource[] } {
  const compared: ComparedSource[] = [];
  const total: Conservation = { cells: 0, losses: [], projects: 0, known: 0, verified: new Map() };
  const verified = new Map<string, VerifiedSource>();
  const folders = readFolders(dist);
  const vocabulary = readVocabulary(content);
  const site = openBuiltSite(content, dist);
  const words = JSON.stringify([
    site.origin,
    site.identity,
    ...[vocabulary.sheet, vocabulary.ledger].map((each) => [...each].map(([word, set]) => [word, ...set])),
  ]);
  for (const [index, path] of sourcesOf(content).entries()) {
    if (index % share.count !== share.number - 1) continue;
    const own = folders.get(path);
    if (own === undefined) {
      total.losses.push(`${path}: 没有一个单位的 disclosure.json 或 results.json 写明它出自这个文件`);
      continue;
    }
    const folder = firstOf(own);
    const source = { path, bytes: readFileSync(join(content, path)) };
    const { files, missing } = readFiles(dist, own, site);
    const { originals = [] } = readFrontMatter(linesOf(source.bytes));
    const sums = originals.map(({ file, sha256, withheld }) =>
      withheld ? sha256 : (site.digestOf(`/${folder}/original/${file}`)?.sha256 ?? ''),
    );
    const digest = digestOf([words, path, source.bytes, ...sums, ...[...files].flat()]);
    const before = known.get(digest);
    const found = before
      ? { ...before, losses: missing.map((file) => `没有 ${file}`) }
      : compareBody(source, own, files, missing, vocabulary, site);
    total.cells += found.cells;
    total.projects += found.projects;
    if (before) total.known += before.projects;
    else compared.push({ path, folder, digest });
    if (found.losses.length === 0) verified.set(digest, { cells: found.cells, projects: found.projects });
    total.losses.push(...found.losses.map((loss) => `${path}: ${loss}`));
  }
  return { ...total, verified, compared };
}

/** Everything that a source must be published as. */
function readFiles(
  dist: string,
  { projects: folder, results }: Folders,
  { base, isEmbedded }: BuiltSite,
): { files: Files; missing: string[] } {
  const files = new Map<string, Buffer>();
  const missing: string[] = [];
  const take = (file: string, project = '') => {
    const path = join(dist, file);
    if (existsSync(path)) files.set(file, withoutBase(base, file, readFileSync(path)));
    else missing.push(`${file}${project}`);
  };
  for (const each of results) for (const name of RESULT_FILES) take(`${each}/${name}`);
  if (folder === undefined) return { files, missing };
  for (const name of BODY_FILES) take(`${folder}/${name}`);
  for (const { id, name: project } of itemsOf(files.get(`${folder}/disclosure.json`)).projects) {
    for (const name of [...PROJECT_FILES, ...(isEmbedded ? [FOR_FRAMES] : [])])
      take(`${id}/${name}`, `（“${project}”）`);
    const isThere = (file: string) => existsSync(join(dist, file));
    for (const file of pagesOfProject(id, isThere).slice(1)) take(file);
    if (isThere(`${id}/${IMAGE}`)) take(`${id}/${IMAGE}`);
  }
  return { files, missing };
}

/** What a file of data holds. Nothing, where it can't be read. */
function itemsOf(bytes: Buffer | undefined): Pick<RecordedDisclosure, 'projects' | 'results'> {
  try {
    return {
      projects: [],
      results: [],
      ...Object(JSON.parse(bytes?.toString() ?? '')),
    } as RecordedDisclosure;
  } catch {
    return { projects: [], results: [] };
  }
}

function digestOf(parts: readonly (string | Buffer)[]): string {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(`${part.length} `).update(part);
  return digest.digest('hex');
}

/** The folders of each source by its path, which its `disclosure.json` and its `results.json` name. */
function readFolders(dist: string): Map<string, Folders> {
  const years = readdirSync(dist).filter((year) => /^\d{4}$/.test(year));
  const bodies = years.flatMap((year) => readdirSync(join(dist, year)).map((body) => `${year}/${body}`));
  const folders = new Map<string, Folders>();
  const add = (folder: string, name: string, toFolders: (before: Folders) => Folders) => {
    const file = join(dist, folder, name);
    const { projects, results } = itemsOf(existsSync(file) ? readFileSync(file) : undefined);
    const [first] = name === 'results.json' ? results : projects;
    if (!first?.id.startsWith(`${folder}/`)) return;
    const { path } = first.source;
    folders.set(path, toFolders(folders.get(path) ?? { projects: undefined, results: [] }));
  };
  for (const folder of bodies) {
    const ofResults = `${folder}/results`;
    add(folder, 'disclosure.json', (before) => ({ ...before, projects: folder }));
    add(ofResults, 'results.json', (before) => ({ ...before, results: [...before.results, ofResults] }));
  }
  return folders;
}

/** Files that begin with a dot are no sources, nor files in such a folder; `~$` is a lock of an office program. */
function sourcesOf(content: string): string[] {
  const folder = join(content, 'disclosures');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md') && !entry.name.startsWith('~$'))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(content.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => !/(?:^|\/)\./.test(path))
    .sort();
}
