/**
 * In: the files of a site that have results, each result with the target that it answers.
 * Out: what the downloads hold of them: of all, of each file, of each result.
 */
import type { AnsweredRow } from '../identity/match-rows.ts';
import type { Project } from '../record/disclosure-schema.ts';
import { isWithin } from '../record/is-within.ts';
import type { Result } from '../record/result-schema.ts';
import type { SourceFile } from './source-file.ts';

/** A result with the target that it answers. */
interface AnsweredRecord {
  result: Result;
  /** Null: none was published, or it is not clear which. */
  project: Project | null;
  /** Rows of both, those of the result in its order first. */
  rows: readonly AnsweredRow[];
}

/** A source file that has results. Its id is `<year>/<file>/results`. */
export interface ResultSource extends SourceFile {
  /** In the order of the source. */
  results: readonly AnsweredRecord[];
}

/** The results of a data set. */
export interface ResultSet {
  /** What they are, for readers. */
  title: string;
  sources: readonly ResultSource[];
}

/** A result as a row of `results.csv`. */
export interface ResultRow extends AnsweredRecord {
  source: ResultSource;
}

/** An indicator of a result as a row of `result-indicators.csv`. */
export interface ResultIndicatorRow extends ResultRow {
  answer: NonNullable<AnsweredRow['answer']>;
  /** The row of the target that it answers. Null: there is none, or it is not clear which. */
  indicator: AnsweredRow['indicator'];
}

/** Null where there are no results. */
export function toResultSet(title: string, sources: readonly ResultSource[]): ResultSet | null {
  return sources.length === 0 ? null : { title, sources };
}

/** The sets of each file and of each result in it, with their ids. The notices of a result are those on its lines. */
export function toResultSets(
  sources: readonly ResultSource[],
): { kind: 'results' | 'result'; id: string; results: ResultSet }[] {
  return sources.flatMap((source) => {
    const { id, publisher, year, notices } = source;
    return [
      {
        ...({ kind: 'results', id } as const),
        results: { title: `${publisher}${year}年项目绩效自评`, sources: [source] },
      },
      ...source.results.map((answered) => {
        const { result } = answered;
        const own = notices.filter(({ line }) => isWithin(result, line));
        return {
          ...({ kind: 'result', id: result.id } as const),
          results: {
            title: `${result.name}绩效自评（${publisher}，${result.year}年）`,
            sources: [{ ...source, results: [answered], notices: own }],
          },
        };
      }),
    ];
  });
}

/** The results of a set, by source and place in it. */
export function resultRows({ sources }: ResultSet): ResultRow[] {
  return sources.flatMap((source) => source.results.map((answered) => ({ ...answered, source })));
}

/** The indicators of a set's results, in the order of these and of their rows. */
export function resultIndicatorRows(set: ResultSet): ResultIndicatorRow[] {
  return resultRows(set).flatMap((row) =>
    row.rows.flatMap(({ answer, indicator }) => (answer ? [{ ...row, answer, indicator }] : [])),
  );
}
