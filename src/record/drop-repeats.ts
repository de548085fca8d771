import type { ParsedProject } from './disclosure-schema.ts';
import { sentence } from './message.ts';
import type { ParsedResult } from './result-schema.ts';
import type { Report } from './notices.ts';

/** Projects or results of one file, each once: a table that is printed twice, word for word, is one, and the second is named. */
export function dropRepeats<Table extends ParsedProject | ParsedResult>(
  projects: readonly Table[],
  report: Report,
): Table[] {
  const first = new Map<string, Table>();
  return projects.filter((project) => {
    const words = wordsOf(project);
    const other = first.get(words);
    if (!other) {
      first.set(words, project);
      return true;
    }
    const position = { line: project.source.startLine, column: 1 };
    const before = { line: other.source.startLine, column: 1 };
    report(
      position,
      'project/printed-twice',
      sentence`项目“${project.name}”的表和${before}起的一张逐字相同，只公开一次`,
    );
    return false;
  });
}

/** All that a table says, without where it says it. */
function wordsOf({ source, ...project }: ParsedProject | ParsedResult): string {
  return JSON.stringify(project, (key, value: unknown) => (key === 'line' ? undefined : value));
}
