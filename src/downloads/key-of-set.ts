import { anchorsOf } from '../site/cache-key.ts';
import type { DataSet } from './data-set.ts';
import type { ResultSet } from './result-set.ts';
import type { SourceFile } from './source-file.ts';

/** Represents all that the files of a data set depend on. */
export function keyOfSet({ id, title, sources, results }: DataSet): unknown {
  return [
    id,
    title,
    sources.map((source) => [
      ...keyOfFile(source),
      source.projects.map((project) => [project.id, ...anchorsOf(project.indicators)]),
    ]),
    keyOfResults(results),
  ];
}

/** Represents all that the files of results depend on: the targets that they answer, too. */
export function keyOfResults(results: ResultSet | null): unknown {
  return results?.sources.map((source) => [
    ...keyOfFile(source),
    source.results.map(({ result, project }) => [
      ...[result.id, ...anchorsOf(result.indicators)],
      project && [project.id, project.source.sha256, ...anchorsOf(project.indicators)],
    ]),
  ]);
}

function keyOfFile({ path, sha256, commit, publisher }: SourceFile): unknown[] {
  return [path, sha256, commit, publisher];
}
