/** A fault in the code that reads, joins or publishes results stops the build, and its loss is named. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RESULTS_CONTENT } from '../helpers/results-content.ts';
import { writeFiles } from '../helpers/write-files.ts';
import { copyProject, type ProjectCopy } from './copy-project.ts';
import { buildWithFaults, nameAllLosses } from './fault.ts';
import { RESULT_FAULTS } from './result-faults.ts';

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

describe.each(RESULT_FAULTS.map((faults, index) => ({ faults, name: `${index + 1}` })))(
  'build $name',
  ({ faults }) => {
    let losses: string[];

    beforeAll(() => {
      losses = buildWithFaults(project, faults, env);
    }, 300_000);

    test.each(faults)('$what', ({ loss }) => {
      expect(losses.filter((line) => loss.test(line))).not.toEqual([]);
    });

    test('no loss is taken for that of two faults', () => {
      const counts = losses.map((line) => faults.filter(({ loss }) => loss.test(line)).length);
      expect(losses.filter((_, index) => (counts[index] ?? 0) > 1)).toEqual([]);
    });
  },
);
