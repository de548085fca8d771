import { expect, test } from 'vitest';
import { englishLines } from '../../../src/components/english-lines.ts';
import { guideComponents } from '../../../src/content/guide-components.ts';
import { glossary, type GlossaryPart } from '../../../src/display/glossary.ts';
import { indicatorTable } from '../../../src/downloads/indicator-table.ts';
import { projectTable } from '../../../src/downloads/project-table.ts';
import { resultIndicatorTable } from '../../../src/downloads/result-indicator-table.ts';
import { resultTable } from '../../../src/downloads/result-table.ts';
import { explanationColumns, noticeColumns } from '../../../src/downloads/sheet-tables.ts';
import { catalogue } from '../../../src/record/rules/catalogue.ts';

const lists = guideComponents.English.shape.of.options;
const toPath = (path: string) => path;

test.each(lists)(
  'each line of the list %s has its words in both languages, and an anchor of its own',
  (list) => {
    const lines = englishLines(list);
    expect(lines.length).toBeGreaterThan(0);
    for (const { code, chinese, title, description } of lines) {
      expect(chinese.length).toBeGreaterThan(0);
      expect(chinese).not.toContain('');
      expect(title ?? code).toMatch(/^\P{Script=Han}+$/u);
      expect(description).toMatch(/^[A-Z]\P{Script=Han}+\.$/u);
    }
  },
);

test('no two lines of all lists have the same anchor', () => {
  const ids = lists.flatMap((list) => englishLines(list).map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
});

test.each([
  ['projects', projectTable(toPath).columns],
  ['indicators', indicatorTable(toPath).columns],
  ['results', resultTable(toPath).columns],
  ['result-indicators', resultIndicatorTable(toPath).columns],
  ['notices', noticeColumns(toPath)],
  ['explanations', explanationColumns('')],
] as const)('the list %s has each column', (list, columns) => {
  expect(englishLines(list).map(({ code, chinese: [title] }) => [code, title])).toEqual(
    columns.map(({ name, title }) => [name, title]),
  );
  expect(new Set(columns.map(({ english }) => english.title)).size).toBe(columns.length);
});

test.each(Object.keys(glossary) as GlossaryPart[])('the list %s has each word of the part', (part) => {
  expect(englishLines(part).map(({ chinese: [word] }) => word)).toEqual(Object.keys(glossary[part]));
});

test('the lists by severity have each rule once', () => {
  const rules = (['error', 'warning', 'info'] as const).flatMap((severity) =>
    englishLines(severity).map(({ id, code }) => [id, code]),
  );
  const expected = Object.keys(catalogue).map((rule) => [`rule-${rule.replace('/', '-')}`, rule]);
  expect(rules.sort()).toEqual(expected.sort());
});
