/** A fault in the code that reads, joins or publishes results stops the build, and its loss is named. */
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { RESULTS_CONTENT } from '../helpers/results-content.ts';
import { writeFiles } from '../helpers/write-files.ts';
import { copyProject, type ProjectCopy } from './copy-project.ts';
import { nameAllLosses } from './fault.ts';
import { RESULT_FAULTS } from './result-faults.ts';
import { testFaults } from './test-faults.ts';

let project: ProjectCopy;
let env: Record<string, string>;

beforeAll(() => {
  project = copyProject();
  nameAllLosses(project);
  const content = join(project.root, 'results');
  writeFiles(content, RESULTS_CONTENT);
  env = { JIXIAO_CONTENT: content };
});
afterAll(() => {
  project.remove();
});

testFaults(RESULT_FAULTS, () => ({ project, env }));
