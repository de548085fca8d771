import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { readDisclosure } from '../../../src/content/read-disclosure.ts';
import { ROWS_OF_PROJECT } from '../../../src/display/list-pages.ts';
import { must } from '../../../src/record/must.ts';
import { partsOf, toHrefOf } from '../../../src/site/project-parts.ts';
import { writeProject } from '../../helpers/write-project.ts';

const readProject = (count: number) => {
  const text = writeProject({
    name: '河道清淤',
    year: 2026,
    unit: '示例市水务局',
    department: '示例市水务局',
    yuan: '27700.00',
    rows: Array.from({ length: count }, (_, index) => [`清淤河段${index + 1}`, '≥1公里']),
  });
  const path = 'disclosures/2026/shuiwuju.md';
  return must(readDisclosure(new VFile({ path, value: text })).projects[0]);
};

test('a project is one page with all its lines, up to the most rows of a page', () => {
  const { source, indicators } = readProject(ROWS_OF_PROJECT);
  expect(partsOf(readProject(ROWS_OF_PROJECT))).toEqual([
    { number: 1, count: 1, indicators, first: 1, startLine: source.startLine, endLine: source.endLine },
  ]);
});

test('each indicator and each line of a longer project is on one page', () => {
  const project = readProject(2 * ROWS_OF_PROJECT + 1);
  const parts = partsOf(project);
  expect(parts.map(({ number, count, first }) => [number, count, first])).toEqual([
    [1, 3, 1],
    [2, 3, ROWS_OF_PROJECT + 1],
    [3, 3, 2 * ROWS_OF_PROJECT + 1],
  ]);
  expect(parts.flatMap(({ indicators }) => indicators)).toEqual(project.indicators);
  expect(parts.map(({ startLine }) => startLine)).toEqual([
    project.source.startLine,
    ...parts.slice(0, -1).map(({ endLine }) => endLine + 1),
  ]);
  expect(parts.at(-1)?.endLine).toBe(project.source.endLine);
  for (const { indicators, startLine, endLine } of parts)
    for (const { line } of indicators) expect(line >= startLine && line <= endLine).toBe(true);
});

test('a link to a line leads to the page that shows it', () => {
  const project = { ...readProject(ROWS_OF_PROJECT + 1), id: '2026/a/b', bodyId: '2026/a' };
  const parts = partsOf(project);
  const [first, second] = [must(parts[0]), must(parts[1])];
  const { startLine, endLine } = project.source;
  const lines = [startLine, first.endLine, second.startLine, endLine, endLine + 1, startLine - 1];
  const [onFirst, onSecond] = [first, second].map((own) => lines.map(toHrefOf(project, parts, own)));
  expect(onFirst).toEqual([
    `#L${startLine}`,
    `#L${first.endLine}`,
    `/2026/a/b/page/2/#L${second.startLine}`,
    `/2026/a/b/page/2/#L${endLine}`,
    `/2026/a/source/#L${endLine + 1}`,
    `/2026/a/source/#L${startLine - 1}`,
  ]);
  expect(onSecond?.slice(0, 3)).toEqual([
    `/2026/a/b/#L${startLine}`,
    `/2026/a/b/#L${first.endLine}`,
    `#L${second.startLine}`,
  ]);
});

test('lines behind the last indicator are on the last page', () => {
  const project = readProject(ROWS_OF_PROJECT + 1);
  const source = { ...project.source, endLine: project.source.endLine + 2 };
  const parts = partsOf({ ...project, source });
  expect(parts.at(-1)?.endLine).toBe(source.endLine);
  expect(toHrefOf({ ...project, source }, parts, must(parts[1]))(source.endLine)).toBe(`#L${source.endLine}`);
});
