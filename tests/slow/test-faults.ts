import { beforeAll, describe, expect, test } from 'vitest';
import type { ProjectCopy } from './copy-project.ts';
import { buildWithFaults, type Fault } from './fault.ts';

/**
 * Tests that each list of faults, built together, stops the build, and that the loss of each fault is named.
 *
 * @param open The copy with its content, once it is made.
 */
export function testFaults(
  lists: readonly (readonly Fault[])[],
  open: () => { project: ProjectCopy; env: Record<string, string> },
): void {
  describe.each(lists.map((faults, index) => ({ faults, name: `${index + 1}` })))(
    'build $name',
    ({ faults }) => {
      let losses: string[];

      beforeAll(() => {
        const { project, env } = open();
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
}
