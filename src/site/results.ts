/**
 * In: the collections `results` and `resultFiles`, and the site's projects.
 * Out: each result with the target that it answers. Made once a build.
 */
import { getCollection } from 'astro:content';
import { onceASite } from '../astro-internals/once-a-site.ts';
import type { ResultFileEntry } from '../collection/result-file-schema.ts';
import { matchResults } from '../identity/match-results.ts';
import { matchRows, type AnsweredRow } from '../identity/match-rows.ts';
import type { Project } from '../record/disclosure-schema.ts';
import { must } from '../record/must.ts';
import type { Result } from '../record/result-schema.ts';
import { readSite, type BodyYear } from './site.ts';

/** One source file that has results. `/<id>/` lists them. */
export interface ResultFile {
  id: string;
  entry: ResultFileEntry;
}

/** A result with the target that it answers. */
export interface AnsweredResult {
  result: Result;
  file: ResultFile;
  /** Null: none was published, or it is not clear which. */
  project: Project | null;
  /** Of the project. Null: there is none. */
  body: BodyYear | null;
  /** Targets that it may answer, where that is not clear. */
  unclear: readonly Project[];
  /** Rows of both, those of the result in its order first. */
  rows: readonly AnsweredRow[];
}

/** All results of one year. */
export interface ResultYear {
  year: number;
  /** By id. */
  files: readonly ResultFile[];
  /** By file and place in it. */
  results: readonly AnsweredResult[];
}

export interface Results {
  files: readonly ResultFile[];
  /** The newest first. */
  years: readonly ResultYear[];
  all: readonly AnsweredResult[];
  /** By the ids of the files that hold them. */
  byFile: ReadonlyMap<string, readonly AnsweredResult[]>;
  /** By the ids of the projects that they answer. */
  byProject: ReadonlyMap<string, AnsweredResult>;
}

export const readResults = onceASite(collectResults);

async function collectResults(): Promise<Results> {
  const { bodies, projects } = await readSite();
  const entries = new Map((await getCollection('results')).map(({ id, data }) => [id, data]));
  const files = (await getCollection('resultFiles')).map(({ id, data }): ResultFile => ({ id, entry: data }));
  const fileOf = new Map(files.flatMap((file) => file.entry.resultIds.map((id) => [id, file] as const)));
  const results = files.flatMap(({ entry }) => entry.resultIds.map((id) => must(entries.get(id))));
  const bodyOf = new Map(bodies.map((body) => [body.id, body]));
  const all = matchResults(projects, results).map(({ result, project, unclear }): AnsweredResult => ({
    ...{ result, project, unclear },
    file: must(fileOf.get(result.id)),
    body: project && must(bodyOf.get(project.bodyId)),
    rows: rowsOf(project, result),
  }));
  const years = [...Map.groupBy(all, ({ result }) => result.year)].map(([year, ofYear]) => ({
    year,
    files: [...new Set(ofYear.map(({ file }) => file))],
    results: ofYear,
  }));
  return {
    files,
    years: years.sort((a, b) => b.year - a.year),
    all,
    byFile: Map.groupBy(all, ({ file }) => file.id),
    byProject: new Map(all.flatMap((each) => (each.project ? [[each.project.id, each]] : []))),
  };
}

/** Rows with an answer in the order of the result, then those that it lacks. */
function rowsOf(project: Project | null, { indicators }: Result): AnsweredRow[] {
  const rows = matchRows(project?.indicators ?? [], indicators);
  const byAnswer = new Map(rows.map((row) => [row.answer, row]));
  return [
    ...indicators.map((answer) => must(byAnswer.get(answer))),
    ...rows.filter(({ answer }) => answer === null),
  ];
}
