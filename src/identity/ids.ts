/** The id of one body's disclosure of one year, `<year>/<file>`. Ids of its projects add a part; `/<id>/` is the URL of a page. */
export function bodyIdOf(year: number, file: string): string {
  return `${year}/${file}`;
}

/** The parts of an id, by the names of the parameters of routes. */
export function routeParams(id: string): { year: string; body: string; project: string | undefined } {
  const [year = '', body = '', project] = id.split('/');
  return { year, body, project };
}

/** What the ids of one body or one project have in common in all years. */
export function withoutYear(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}

/** The id of the body that a project belongs to. */
export function bodyIdIn(projectId: string): string {
  return projectId.slice(0, projectId.lastIndexOf('/'));
}

/** The results of a body or a file: its id, or its part of the URL, with a part added. `/<id>/` lists them. */
export function resultsIdOf(id: string): string {
  return `${id}/results`;
}

/**
 * A table of a whole office: a section of its body's page.
 *
 * @param index Among those of the file, from 0.
 */
export function overallIdOf(bodyId: string, index: number): string {
  return `${bodyId}#overall${index === 0 ? '' : `-${index + 1}`}`;
}
