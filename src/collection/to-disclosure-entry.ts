import type { Project } from '../record/disclosure-schema.ts';
import { maskCells, maskLines, maskNumbers, maskedLines } from '../record/mask-numbers.ts';
import { maskOverall } from '../record/mask-overall.ts';
import type { Publication } from '../record/publication-schema.ts';
import { catalogue, type RuleInfo } from '../record/rules/catalogue.ts';
import type { Sheet } from '../record/sheet-schema.ts';
import { must } from '../record/must.ts';
import { resultsIdOf } from '../identity/ids.ts';
import type { DisclosureEntry } from './disclosure-entry-schema.ts';
import type { ResultFileEntry } from './result-file-schema.ts';
import type { ParsedSource } from '../content/open-content.ts';

/** An entry of the collection `disclosures` or `resultFiles`. */
interface Entry<Data> {
  id: string;
  publisher: string;
  /** A function, as the search index needs the name alone. */
  data: () => Data;
}

/** A project, or the result of one. */
export type OfBody = Pick<Project, 'spendingUnit' | 'department'>;

/** A source file as an entry; null where it has no project. */
export function toDisclosureEntry(source: ParsedSource): Entry<DisclosureEntry> | null {
  const { projects, overall } = source.disclosure;
  const [first] = projects;
  if (!first) return null;
  const publisher = publisherOf(source, projects);
  const projectIds = projects.map(({ id }) => id);
  return {
    id: first.bodyId,
    publisher,
    data: () => ({
      ...{ year: first.year, publisher, projectIds, overall: overall.map(maskOverall) },
      ...describeSource(source),
    }),
  };
}

/** A source file as entries, one for each year that it has results of. */
export function toResultFiles(source: ParsedSource): Entry<ResultFileEntry>[] {
  const { results } = source.disclosure;
  return [...Map.groupBy(results, ({ year }) => year)].map(([year, ofYear]) => {
    const publisher = publisherOf(source, ofYear);
    const resultIds = ofYear.map(({ id }) => id);
    return {
      id: resultsIdOf(must(ofYear[0]).bodyId),
      publisher,
      data: () => ({ year, publisher, resultIds, ...describeSource(source) }),
    };
  });
}

function publisherOf({ disclosure: { publication, slug } }: ParsedSource, items: readonly OfBody[]): string {
  return maskNumbers(publication.publisher ?? sharedBody(items) ?? slug);
}

function describeSource({ path, bytes, disclosure }: ParsedSource) {
  const { notices, publication, sheets, sha256, text } = disclosure;
  return {
    publication: maskCorrections(publication),
    sheets: sheets.map(maskSheet),
    notices: notices
      .filter(({ rule }) => !isForStaff(catalogue[rule]))
      .map((notice) => ({ ...notice, message: maskNumbers(notice.message) })),
    path,
    sha256,
    bytes: bytes.length,
    text: maskLines(text),
    maskedLines: maskedLines(text),
  };
}

function maskCorrections(publication: Publication): Publication {
  const corrections = publication.corrections?.map(({ date, project, text }) => ({
    date,
    ...(project !== undefined && { project: maskNumbers(project) }),
    text: maskNumbers(text),
  }));
  return corrections ? { ...publication, corrections } : publication;
}

function maskSheet({ above, rows, ...sheet }: Sheet): Sheet {
  return {
    ...sheet,
    above: above.map((line) => ({ ...line, text: maskLines(line.text) })),
    rows: rows.map((row) => ({ ...row, cells: maskCells(row.cells) })),
  };
}

function isForStaff({ audience }: RuleInfo): boolean {
  return audience === 'staff';
}

/** The spending unit that all projects share, else their department, else null. */
export function sharedBody(projects: readonly OfBody[]): string | null {
  return (
    shared(projects.map(({ spendingUnit }) => spendingUnit)) ??
    shared(projects.map(({ department }) => department))
  );
}

function shared(names: readonly (string | null)[]): string | null {
  const [first] = names;
  return first && names.every((name) => name === first) ? first : null;
}
