import type { Commit } from '../content/content-history.ts';
import type { English } from '../display/english.ts';
import { addressesOf } from '../identity/addresses-of.ts';
import type { Table } from './column.ts';
import { filesOfSet, hasTargets, pageOfResults, titleOf, type DataSet } from './data-set.ts';
import type { SourceFile } from './source-file.ts';

/** A table as it was written. */
export interface WrittenTable {
  /** What it holds; rows do not matter here. */
  table: Table<never>;
  file: { bytes: Uint8Array; sha256: string };
}

/** What the descriptor says of the site. */
export interface PackageContext {
  /** Address of the site, without a slash at its end; undefined: the descriptor has no whole address. */
  url: string | undefined;
  /** Licence of the published content, as text. */
  licence: string | undefined;
  /** The content's last commit; null where it has no history. */
  commit: Commit | null;
}

/** What the tables hold, and how it is written. */
const HOLDS = {
  targets: {
    chinese: '《项目绩效目标表》的全部项目和指标。',
    english: 'All projects and indicators of the performance target tables.',
  },
  results: {
    chinese: '《项目支出绩效自评表》的全部自评和指标。',
    english:
      'All results and their indicators, of the tables in which offices say what became of their targets.',
  },
};
const WRITTEN = {
  chinese:
    '原文逐字保留，读出的数字另列一栏。文字栏里，以单引号开头的，单引号是为防止电子表格把文字当公式执行而加的，去掉它就是原文。',
  english:
    'Texts are as published; figures read from them are in columns of their own. A single quote at the beginning of a text keeps spreadsheets from running the text as a formula; remove it to get the published text.',
};

/** Names of the Open Definition for the licences that offices use. */
const LICENCES: readonly [pattern: RegExp, name: string, path: string][] = [
  [/CC[ -]?BY[ -]?SA[ -]?4/i, 'CC-BY-SA-4.0', 'https://creativecommons.org/licenses/by-sa/4.0/'],
  [/CC[ -]?BY[ -]?4/i, 'CC-BY-4.0', 'https://creativecommons.org/licenses/by/4.0/'],
  [/CC0/i, 'CC0-1.0', 'https://creativecommons.org/publicdomain/zero/1.0/'],
];

/**
 * The Data Package (v2) that describes a data set's tables: types, units, constraints, keys, sources with their hashes. Texts are
 * Chinese; properties such as `title@en` have them in English.
 *
 * @see https://datapackage.org/standard/data-package/
 */
export function toDataPackage(set: DataSet, tables: readonly WrittenTable[], context: PackageContext) {
  const { url } = context;
  const files = filesOfSet(set);
  const commit = set.kind === 'site' ? context.commit : newestCommit(files);
  const licences = licencesOf(files, context);
  const publishers = [...new Set(files.map(({ publisher }) => publisher))];
  const holds = [...(hasTargets(set) ? [HOLDS.targets] : []), ...(set.results ? [HOLDS.results] : [])];
  const names = new Set(tables.map(({ table }) => table.name));
  const page = hasTargets(set) ? `/${set.id && `${set.id}/`}` : pageOfResults(set);
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: ['jixiao', ...set.id.split('/')].filter((part) => part !== '').join('-'),
    title: titleOf(set),
    description: holds.map(({ chinese }) => chinese).join('') + WRITTEN.chinese,
    'description@en': [...holds, WRITTEN].map(({ english }) => english).join(' '),
    // The standard takes a descriptor without them to be in English.
    languages: ['zh-CN', 'en'],
    homepage: url && new URL(addressesOf(url)(page)).href,
    version: commit?.id,
    created: commit?.date,
    keywords: ['预算', '绩效目标', '绩效指标', ...(set.results ? ['绩效自评'] : [])],
    licenses: unlessEmpty(licences),
    contributors: unlessEmpty(publishers.map((title) => ({ title, roles: ['publisher'] }))),
    sources: files.map(({ id, publisher, year, publication, path, sha256, bytes, what }) => ({
      title: `${publisher}${year}年${what}`,
      path: withoutDoublePoints(publication.page ?? (url === undefined ? path : `${url}/${id}/source.txt`)),
      file: path,
      bytes,
      hash: `sha256:${sha256}`,
    })),
    resources: tables.map(({ table, file }) => ({
      name: table.name,
      type: 'table',
      path: `${table.name}.csv`,
      title: table.title,
      description: table.description,
      ...inEnglish(table.english),
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      bytes: file.bytes.length,
      hash: `sha256:${file.sha256}`,
      schema: toTableSchema(table, names),
    })),
  };
}

/** The last commit of any of the files; null: none has one. */
function newestCommit(files: readonly SourceFile[]): Commit | null {
  const commits = files.flatMap(({ commit }) => commit ?? []);
  return commits.sort((a, b) => (a.date < b.date ? 1 : -1))[0] ?? null;
}

/** The standard forbids `..` anywhere in a path; in an address it can be encoded. */
function withoutDoublePoints(path: string): string {
  return path.replaceAll('..', '%2E%2E');
}

/** @param names Of the tables of the package: a key may lead to these alone. */
function toTableSchema({ columns, primaryKey, foreignKeys }: Table<never>, names: ReadonlySet<string>) {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
    fields: columns.map(({ name, title, description, english, type, unit, constraints }) => ({
      ...{ name, type, title, description, ...inEnglish(english), unit, constraints },
    })),
    missingValues: [''],
    primaryKey: [primaryKey],
    foreignKeys: unlessEmpty(
      foreignKeys
        .filter(({ table }) => names.has(table))
        .map(({ field, table, key }) => ({
          fields: [field],
          reference: { resource: table, fields: [key] },
        })),
    ),
  };
}

function inEnglish({ title, description }: English) {
  return { 'title@en': title, 'description@en': description };
}

/** JSON leaves out what is undefined; the standard allows no empty lists. */
function unlessEmpty<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length > 0 ? items : undefined;
}

/** The licences that the files state, else the site's. */
function licencesOf(files: readonly SourceFile[], { licence }: PackageContext) {
  const stated = new Set(files.map(({ publication }) => publication.licence ?? licence));
  return [...stated].flatMap((text) => {
    if (text === undefined) return [];
    const [, name = 'other', path] = LICENCES.find(([pattern]) => pattern.test(text)) ?? [];
    return [{ name, path, title: text }];
  });
}
