import { VFile } from 'vfile';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeSite, openSite } from '../../../src/astro-internals/opened-site.ts';
import { readDisclosure } from '../../../src/content/read-disclosure.ts';
import { shareImageTexts } from '../../../src/display/share-image-texts.ts';
import type { Project } from '../../../src/record/disclosure-schema.ts';
import { must } from '../../../src/record/must.ts';
import { toNotice } from '../../../src/record/notices.ts';
import type { RuleId } from '../../../src/record/rules/catalogue.ts';
import type { AnsweredResult, Results } from '../../../src/site/results.ts';
import { settledResult } from '../../helpers/make-result.ts';
import { agreeingCost, placeNotices, projectPaths, sourceLines } from '../../../src/site/project-page.ts';
import type { BodyYear } from '../../../src/site/site.ts';
import { anOpenedSite } from '../astro-internals/an-opened-site.ts';
import { fixtureSource } from '../../helpers/write-files.ts';

beforeAll(() => {
  openSite(anOpenedSite());
});
afterAll(closeSite);

const path = 'disclosures/2026/a.md';
const text = fixtureSource('a-plain-table');
const { projects } = readDisclosure(new VFile({ path, value: text }));
const project = must(projects[0]);
const row = must(project.indicators[0]).line;
const bodyWith = (notices: readonly [line: number, rule: RuleId][], maskedLines: number[] = []) =>
  ({
    id: project.bodyId,
    projects,
    entry: {
      text,
      maskedLines,
      notices: notices.map(([line, rule]) => toNotice({ path, line, column: 1 }, rule, '甲')),
    },
  }) as unknown as BodyYear;

test('each notice is shown once, where its subject is, and remarks about the layout with the source', () => {
  const { endLine, lines } = project.source;
  const body = bodyWith([
    [row, 'budget/cost-mismatch'],
    [row, 'indicator/missing-category'],
    [row, 'table/shifted-row'],
    [row, 'indicator/blank-row'],
    [must(lines.annualGoal), 'goal/years-differ'],
    [row, 'target/missing'],
    [endLine + 1, 'budget/cost-mismatch'],
  ]);
  const placed = placeNotices(project, body);
  const [onBudget, onTable, shifted, blank, onGoal, onRow] = body.entry.notices;
  expect(placed).toEqual({
    infos: [],
    onBudget: [onBudget],
    onGoals: [onGoal],
    onRows: new Map([[row, [onRow]]]),
    onSource: [onTable, shifted, blank],
    flagged: new Set([row, lines.annualGoal]),
  });
});

test('notices on rows are by line, explanations apart, remarks about the layout in the order of the text', () => {
  const { annualGoal } = project.source.lines;
  const body = bodyWith([
    [row + 1, 'table/shifted-row'],
    [row, 'indicator/blank-row'],
    [row + 1, 'target/missing'],
    [row, 'target/missing'],
    [row, 'target/missing'],
    [must(annualGoal), 'target/missing'],
    [row, 'target/words-only'],
  ]);
  const [shifted, blank, ...missing] = body.entry.notices;
  const { onRows, onSource, flagged, infos } = placeNotices(project, body);
  expect(infos).toEqual(missing.slice(4));
  expect(onRows).toEqual(
    new Map([
      [row + 1, missing.slice(0, 1)],
      [row, missing.slice(1, 3)],
    ]),
  );
  expect(onSource).toEqual([missing[3], blank, shifted]);
  expect(flagged).toEqual(new Set([row + 1, row, annualGoal]));
});

test('remarks about one line are in the order of its columns', () => {
  const { entry, ...body } = bodyWith([]);
  const notices = [9, 2].map((column) => toNotice({ path, line: row, column }, 'table/shifted-row', '甲'));
  const placed = placeNotices(project, { ...body, entry: { ...entry, notices } });
  expect(placed).toEqual({
    ...{ infos: [], onBudget: [], onGoals: [], onRows: new Map(), flagged: new Set([row]) },
    onSource: notices.toReversed(),
  });
});

test('lines that a warning speaks of are flagged too', () => {
  const body = bodyWith([[row, 'target/missing']]);
  const related = [{ line: 5, column: 1, start: 0, end: 1 }];
  const notices = body.entry.notices.map((notice) => ({ ...notice, related }));
  const { flagged } = placeNotices(project, { ...body, entry: { ...body.entry, notices } });
  expect(flagged).toEqual(new Set([row, 5]));
});

test('a part of a ledger has the line of the header and its lines', () => {
  const lines = text.split('\n');
  const body = bodyWith([], [4, 5, 7, 8]);
  expect(sourceLines(3, body, { startLine: 5, endLine: 7 })).toEqual({
    ...{ published: lines.slice(4, 7), header: [lines[2]], masked: [5, 7] },
  });
});

test('the lines of the source are those of the table, and only its masked ones are named', () => {
  const { startLine, endLine } = project.source;
  const { published, header, masked } = sourceLines(
    null,
    bodyWith([], [startLine, endLine + 1]),
    project.source,
  );
  expect(published).toEqual(text.split('\n').slice(startLine - 1, endLine));
  expect(header).toEqual([]);
  expect(masked).toEqual([startLine]);
});

test('a cost indicator agrees with the budget where its target of the year is the same sum', () => {
  expect(agreeingCost(project)?.name).toBe('费用总额');
  expect(agreeingCost({ ...project, budget: { text: '1', yuan: '1.00' } })).toBeUndefined();
  expect(agreeingCost({ ...project, budget: null })).toBeUndefined();
  const blank = project.indicators.map((indicator) => ({ ...indicator, annualTarget: null }));
  expect(agreeingCost({ ...project, indicators: blank })).toBeUndefined();
});

test('a project has its neighbours by amount, and its other years', () => {
  const named = (id: string): Project => ({ ...project, id });
  const [large, small, before, first] = [
    ...['2026/a/large', '2026/a/small', '2025/a/small', '2024/a/small'],
  ].map(named) as [Project, Project, Project, Project];
  const body = { ...bodyWith([]), projects: [large, small] };
  const site = {
    years: [],
    apart: new Map<string, string>(),
    bodies: [body],
    projects: [large, small, before],
  };
  // Each name is that of another project, too.
  const shared = project.indicators.map(({ anchor }) => anchor);
  const threads = new Map([
    [large.id, [large]],
    [small.id, [first, before, small]],
  ]);
  const history = { previous: new Map(), pairs: new Map(), threads };
  const answered = { result: settledResult(), file: { id: '', entry: {} } } as unknown as AnsweredResult;
  const results = {
    byProject: new Map([[large.id, answered]]),
    years: [{ year: large.year }],
  } as unknown as Results;
  const image = shareImageTexts(large, '甲', '乙');
  const besides = { images: new Map([[large.id, image]]), revisions: new Map(), results };
  const found = projectPaths(site, history, besides).map(({ params, props: { parts, part, ...props } }) => {
    expect(parts).toEqual([part]);
    return { ...params, ...props };
  });
  expect(found).toEqual([
    {
      year: '2026',
      body,
      project: large,
      larger: undefined,
      smaller: small,
      others: [],
      shared,
      image,
      revisions: [],
      answered,
      hasResults: true,
    },
    {
      year: '2026',
      body,
      project: small,
      larger: large,
      smaller: undefined,
      others: [before, first],
      shared,
      image: undefined,
      revisions: [],
      answered: undefined,
      hasResults: true,
    },
  ]);
  const alone = projectPaths(
    { ...site, bodies: [{ ...body, projects: [large] }], projects: [large] },
    history,
    besides,
  );
  expect(alone.map(({ props }) => props.shared)).toEqual([[]]);
});
