import type { Project } from './disclosure-schema.ts';

/** A project in two years, and how it is known to be one: a recorded move, the code that the office writes, the same name. */
export interface ProjectPair {
  before: Project;
  after: Project;
  by: 'moved' | 'code' | 'name';
}
