import type { Project } from './disclosure-schema.ts';

/** Whether a line of the source belongs to a project's table. */
export function isWithin({ source }: Pick<Project, 'source'>, line: number): boolean {
  return line >= source.startLine && line <= source.endLine;
}
