/** In each published layout, a cell that the record does not hold as the source has it is found. */
import { readFileSync } from 'node:fs';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { readDisclosure } from '../../../src/content/read-disclosure.ts';
import { maskOverall } from '../../../src/record/mask-overall.ts';
import { maskProject } from '../../../src/record/mask-numbers.ts';
import { toPublishedDisclosure, type PublishedDisclosure } from '../../../src/record/published-disclosure.ts';
import { compareSource } from '../../../src/verify/compare-source.ts';
import { readVocabulary } from '../../../src/verify/words.ts';

const vocabulary = readVocabulary('');

function readFixture(name: string): { source: string; published: PublishedDisclosure } {
  const source = readFileSync(`tests/unit/record/fixtures/${name}/source.md`, 'utf8');
  const { projects, overall, notices } = readDisclosure(
    new VFile({ path: 'disclosures/2026/a.md', value: source }),
  );
  return {
    source,
    published: toPublishedDisclosure({
      projects: projects.map(maskProject),
      results: [],
      overall: overall.map(maskOverall),
      notices,
    }),
  };
}

function lossesOf(source: string, published: PublishedDisclosure): string[] {
  return compareSource(source.split('\n'), published, vocabulary).losses;
}

/** Cells that head no column: their words are of the form, and no value is under them. */
const SECTION = /^(?:年度)?绩效(?:目标)?指标$/;

describe.each([
  'form-that-says-its-section-on-every-row',
  'form-without-funds',
  'form-whose-first-row-is-its-title',
  'form-with-the-whole-periods-sum-and-scores',
  'goals-without-a-label-are-kept',
  'ledger-under-its-department',
  'ledger-with-one-merged-unit',
  'ledger-with-two-header-rows-on-every-page',
  'ledger-with-two-levels-of-sums',
  'ledger-with-sums-beside-a-column-of-units',
  'special-fund-form-with-a-policy-row',
  'total-without-other-words-is-the-budget',
  'ministry-form-with-carry-over',
])('%s', (fixture) => {
  const { source, published } = readFixture(fixture);
  const parts = source.split(/([\t\n])/);
  const cells = parts.flatMap((part, index) => {
    const line = parts.slice(0, index).filter((each) => each === '\n').length + 1;
    const isInTable = source.split('\n')[line - 1]?.includes('\t') === true;
    return /[\t\n]/.test(part) || part.trim() === '' || !isInTable ? [] : [{ index, text: part, line }];
  });

  test('has no loss', () => {
    expect(lossesOf(source, published)).toEqual([]);
  });

  test('each altered cell is found', () => {
    const missed = cells.filter(
      ({ index, text }) => lossesOf(parts.with(index, `${text}改`).join(''), published).length === 0,
    );
    expect(missed.filter(({ text }) => !SECTION.test(text))).toEqual([]);
  });

  test('each lost value of an indicator is found', () => {
    for (const [at, project] of published.projects.entries())
      for (const [row, indicator] of project.indicators.entries()) {
        const without = published.projects.with(at, {
          ...project,
          indicators: project.indicators.toSpliced(row, 1),
        });
        expect(lossesOf(source, { ...published, projects: without })).not.toEqual([]);
        const untargeted = { ...indicator, annualTarget: null, periodTarget: null };
        const bare = published.projects.with(at, {
          ...project,
          indicators: project.indicators.with(row, untargeted),
        });
        expect(lossesOf(source, { ...published, projects: bare })).not.toEqual([]);
      }
  });

  test('each lost goal, field and sum is found', () => {
    for (const [at, project] of published.projects.entries()) {
      const poorer = [
        { ...project, goals: { period: null, annual: null } },
        ...(project.budget
          ? [
              { ...project, budget: { ...project.budget, text: '' } },
              { ...project, budget: null },
            ]
          : []),
        ...project.otherFields.flatMap(({ value }, index) =>
          value === '' ? [] : [{ ...project, otherFields: project.otherFields.toSpliced(index, 1) }],
        ),
      ];
      for (const each of poorer)
        expect(lossesOf(source, { ...published, projects: published.projects.with(at, each) })).not.toEqual(
          [],
        );
    }
  });

  test('values of two indicators that change places are found', () => {
    for (const [at, project] of published.projects.entries())
      for (const [row, indicator] of project.indicators.entries()) {
        const next = project.indicators[row + 1];
        if (!next) continue;
        const swapped = project.indicators
          .with(row, { ...indicator, name: next.name })
          .with(row + 1, { ...next, name: indicator.name });
        const moved = published.projects.with(at, { ...project, indicators: swapped });
        expect(lossesOf(source, { ...published, projects: moved })).not.toEqual([]);
      }
  });

  test('a notice that is gone leaves its cells unnamed', () => {
    const named = ['table/blank-form', 'project/printed-twice', 'ledger/total-row', 'indicator/blank-row'];
    const isNamed = ({ rule }: { rule: string }) => named.includes(rule);
    for (const notice of published.notices.filter(isNamed)) {
      const notices = published.notices.filter((each) => each !== notice);
      expect(
        lossesOf(source, { ...published, notices }).length > 0 || hasFormWordsAlone(notice.message),
      ).toBe(true);
    }
  });
});

/** A row of 数量指标 and nothing more has no text of the office. */
function hasFormWordsAlone(message: string): boolean {
  return [...message.matchAll(/“([^“”]*)”/g)].every(([, text = '']) => /(?:指标|成本)$/.test(text));
}

describe('a blank form', () => {
  const { source, published } = readFixture('blank-form-is-no-project');

  test.each([
    ['a name', '项目名称\t', '项目名称\t河道清淤'],
    ['an indicator', '经济成本\t', '经济成本\t清淤费用'],
    ['another text', '执行率分值（10分）', '本表另附'],
  ])('with %s is a loss', (_what, from, to) => {
    const place = source.lastIndexOf(from);
    const filled = source.slice(0, place) + to + source.slice(place + from.length);
    expect(place).toBeGreaterThan(0);
    expect(lossesOf(filled, published)).not.toEqual([]);
  });
});

describe('a table that is printed twice', () => {
  const { source, published } = readFixture('form-that-says-its-section-on-every-row');

  test.each([
    ['another target', '≤36.5万元', '≤35.6万元'],
    ['a lost sign', '≤36.5万元', '36.5'],
    ['two cells in each other’s places', '项目总成本\t≤36.5万元', '≤36.5万元\t项目总成本'],
  ])('is a loss with %s', (_what, from, to) => {
    const place = source.lastIndexOf(from);
    const changed = source.slice(0, place) + to + source.slice(place + from.length);
    expect(place).toBeGreaterThan(source.indexOf(from));
    expect(lossesOf(changed, published)).not.toEqual([]);
  });
});
