/**
 * In: a built site, and its content folder. The files of each body are compared elsewhere.
 * Out: what the files of a year and of the whole site, and the search records, do not hold as the files of the bodies do.
 */
import { hash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compareApi } from './compare-api.ts';
import { compareSafely } from './compare-body.ts';
import { compareWorkbook } from './compare-tables.ts';
import { readPublishedSite } from './published-site.ts';
import { readCsv } from './read-tables.ts';
import type { Comparison, RecordedDisclosure, RecordedProject } from './record.ts';
import { verifyChanges } from './verify-changes.ts';
import { verifyFiles } from './verify-files.ts';
import { verifyLists } from './verify-lists.ts';
import { verifyQuality } from './verify-quality.ts';

/** Where a row of a CSV file ends, and a project or notice of a JSON file. */
const ENDS = { 'projects.csv': '\r\n', 'indicators.csv': '\r\n', 'disclosure.json': '\n    }' } as const;

export function verifySite(content: string, dist: string): Comparison {
  const comparison: Comparison = { cells: 0, losses: [] };
  const take = (compare: () => Comparison) => {
    const { cells, losses } = compareSafely(compare);
    comparison.cells += cells;
    comparison.losses.push(...losses);
  };
  take(() => {
    const site = readPublishedSite(content, dist);
    const years = Map.groupBy(site.bodies.keys(), dirname);
    for (const [year, bodies] of years) compareSet(dist, year, bodies, comparison);
    compareSet(dist, '', [...years.keys()], comparison);
    take(() => compareSearch(dist, site.projects));
    take(() => verifyLists(site));
    take(() => verifyChanges(site));
    take(() => verifyQuality(site));
    take(() => ({ cells: 0, losses: compareApi(site) }));
    take(() => ({ cells: 0, losses: verifyFiles(content, site) }));
    return { cells: 0, losses: [] };
  });
  return comparison;
}

/** The files of a set hold the rows, projects and notices of its parts, no fewer and no more. */
function compareSet(dist: string, folder: string, parts: readonly string[], comparison: Comparison): void {
  const read = (...path: string[]) => {
    const file = join(dist, ...path);
    return existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
  };
  for (const [name, end] of Object.entries(ENDS)) {
    const counts = new Map<string, number>();
    const count = (bytes: Buffer, by: number) => {
      for (const piece of piecesOf(bytes, end)) {
        const digest = hash('sha1', piece);
        counts.set(digest, (counts.get(digest) ?? 0) + by);
        comparison.cells += by;
      }
    };
    count(read(folder, name), 1);
    for (const part of parts) count(read(part, name), -1);
    const differing = [...counts.values()].filter((number) => number !== 0).length;
    if (differing > 0)
      comparison.losses.push(`${join(folder, name)}: 有 ${differing} 行或项与各部分的 ${name} 不同`);
  }
  const tables = ['projects.csv', 'indicators.csv'].map((name) => readCsv(read(folder, name).toString()));
  const { losses } = compareSafely(() => {
    const disclosure = JSON.parse(read(folder, 'disclosure.json').toString()) as RecordedDisclosure;
    return compareWorkbook(read(folder, 'disclosure.xlsx'), tables[0] ?? [], tables[1] ?? [], disclosure);
  });
  comparison.losses.push(...losses.map((loss) => `${join(folder, 'disclosure.xlsx')}: ${loss}`));
}

/** The pieces of a file, but the first of a CSV file, which names the columns. */
function piecesOf(bytes: Buffer, end: string): Buffer[] {
  const pieces: Buffer[] = [];
  for (let start = 0; ;) {
    const stop = bytes.indexOf(end, start);
    if (stop < 0) return end === '\r\n' ? pieces.slice(1) : pieces;
    const piece = bytes.subarray(start, stop);
    pieces.push(end === '\r\n' ? piece : piece.subarray(piece.lastIndexOf('\n    {\n')));
    start = stop + end.length;
  }
}

/** Each project is a record of the search index, with all its texts. */
function compareSearch(dist: string, projects: readonly RecordedProject[]): Comparison {
  const folder = join(dist, 'pagefind', 'records');
  const records = readdirSync(folder).flatMap(
    (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as SearchRecord[],
  );
  const digestOf = (texts: unknown) => hash('sha1', JSON.stringify(texts));
  const found = new Map(records.map((record) => [record.url, digestOf(textsOfRecord(record))]));
  const losses = projects
    .filter((project) => found.get(`/${project.id}/`) !== digestOf(textsOf(project)))
    .map(({ source, name }) => `${source.path}: ${source.startLine} 行起 “${name}”（搜索记录）`);
  // What is suggested while a reader types.
  const { names } = JSON.parse(readFileSync(join(dist, 'pagefind/names.json'), 'utf8')) as {
    names: string[];
  };
  const expected = projects.map(({ name }) => name);
  if (JSON.stringify([...names].sort()) !== JSON.stringify(expected.sort()))
    losses.push('pagefind/names.json: 不是全部项目的名称');
  return { cells: projects.length, losses };
}

interface SearchRecord {
  url: string;
  name: string;
  type: string | null;
  yuan: string | null;
  indicators: {
    category: string;
    subcategory: string;
    name: string;
    annual: string;
    period: string;
    details: string[];
  }[];
  others: { label: string; text: string }[];
}

/** The page's words for fields of the form. Other labels are the office's. */
const FIELD =
  /^(?:预算金额|实施周期总目标|\d{4}年度目标|项目类型|项目等级|主管部门|用款单位|起始年度|到期年度)$/;
const withLabel = (label: string, text: string) => (FIELD.test(label) ? text : `${label} ${text}`);

function textsOfRecord({ name, type, yuan, indicators, others }: SearchRecord): unknown[] {
  const rows = indicators.map((row) => [
    row.category,
    row.subcategory,
    row.name,
    row.annual,
    row.period,
    ...row.details,
  ]);
  return [name, type ?? null, yuan, rows, others.map(({ label, text }) => withLabel(label, text))];
}

function textsOf({ budget, goals, period, indicators, otherFields, ...project }: RecordedProject): unknown[] {
  const { type, level, department, spendingUnit } = project;
  const rows = indicators.map(({ category, subcategory, name, annualTarget, periodTarget, details }) => [
    ...[category, subcategory, name, annualTarget?.text ?? '', periodTarget?.text ?? ''],
    ...details.map(({ value }) => value),
  ]);
  const others = [
    budget?.text,
    goals.period,
    goals.annual,
    type,
    level,
    department,
    spendingUnit,
    period?.start,
    period?.end,
  ];
  const fields = others.flatMap((text) => (text ? [String(text)] : []));
  const more = otherFields.map(({ label, value }) => withLabel(label, value || label));
  return [project.name, type, budget?.yuan ?? null, rows, [...fields, ...more]];
}
