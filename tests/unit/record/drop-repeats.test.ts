import { expect, test } from 'vitest';
import type { ParsedProject } from '../../../src/record/disclosure-schema.ts';
import { dropRepeats } from '../../../src/record/drop-repeats.ts';
import { Notices } from '../../../src/record/notices.ts';

/** A project; only what is compared matters here. */
function project(yuan: string, startLine: number): ParsedProject {
  const indicators = [{ name: '清淤长度', line: startLine + 5 }];
  return {
    name: '河道清淤',
    budget: { text: yuan, yuan },
    indicators,
    source: { startLine },
  } as unknown as ParsedProject;
}

test('a table printed twice is one project, and the second is named', () => {
  const notices = new Notices('a.md');
  const [first, other, again] = [project('1.00', 1), project('2.00', 20), project('1.00', 40)];
  expect(dropRepeats([first, other, again], notices.report)).toEqual([first, other]);
  expect(notices.all.map(({ line, severity, rule, message }) => [line, severity, rule, message])).toEqual([
    [40, 'info', 'project/printed-twice', '项目“河道清淤”的表和第 1 行起的一张逐字相同，只公开一次'],
  ]);
});
