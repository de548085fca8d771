/** Which result answers which project, and what their rows come to, is worked out a second time: both ways agree. */
import fc from 'fast-check';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { readDisclosure } from '../../../src/content/read-disclosure.ts';
import { describeOutcomes } from '../../../src/display/describe-outcomes.ts';
import { matchResults } from '../../../src/identity/match-results.ts';
import { matchRows } from '../../../src/identity/match-rows.ts';
import { must } from '../../../src/record/must.ts';
import { parseTarget } from '../../../src/record/parse-target.ts';
import { toPublishedDisclosure } from '../../../src/record/published-disclosure.ts';
import { shownRows } from '../../../src/site/shown-rows.ts';
import { joinResults } from '../../../src/verify/join-results.ts';
import { resultRow, settledResult } from '../../helpers/make-result.ts';
import { writeProject, type WrittenProject } from '../../helpers/write-project.ts';

const WATER = { unit: '云岭市水务局', department: '云岭市水务局' };

function projectsOf(file: string, year: number, written: readonly Partial<WrittenProject>[]) {
  const value = written
    .map((own) => writeProject({ year, ...WATER, name: '河道清淤', yuan: '1000.00', ...own }))
    .join('');
  return readDisclosure(new VFile({ path: `disclosures/${year}/${file}.md`, value })).projects;
}

function joinedOf(
  projects: ReturnType<typeof projectsOf>,
  results: readonly ReturnType<typeof settledResult>[],
) {
  const published = toPublishedDisclosure({ projects, results: [...results], notices: [] });
  return joinResults(published.projects, published.results);
}

const name = fc.constantFrom('河道清淤', '河道 清淤', '堤防加固', '管网养护');
const code = fc.constantFrom(null, 'X-1', 'Ｘ-1', 'X-2');
const project = fc.record({
  name,
  code,
  year: fc.constantFrom(2024, 2025),
  file: fc.constantFrom('water', 'lakes'),
});
const result = fc.record({
  ...{ name, code, year: fc.constantFrom(2024, 2025), slug: fc.constantFrom('water', 'lakes', 'others') },
  spendingUnit: fc.constantFrom('云岭市水务局', '云岭市林业局', null),
});

test('results answer the projects that the site joins them to, or none', () => {
  fc.assert(
    fc.property(
      fc.array(project, { maxLength: 5 }),
      fc.uniqueArray(result, {
        maxLength: 5,
        selector: (each) => `${each.year} ${each.slug} ${each.name.replace(' ', '')}`,
      }),
      (written, answers) => {
        const projects = [...Map.groupBy(written, ({ file, year }) => `${file} ${year}`).values()].flatMap(
          (own) =>
            projectsOf(
              must(own[0]).file,
              must(own[0]).year,
              own.map((each, index) => ({
                name: each.name,
                yuan: `${index + 1}.00`,
                ...(each.code !== null && { code: each.code }),
              })),
            ),
        );
        const results = answers.map(({ slug, ...own }) => settledResult(own, slug));
        const expected = matchResults(projects, results).map((each) => [
          each.result.id,
          each.project?.id,
          each.unclear.map(({ id }) => id).sort(),
        ]);
        const found = joinedOf(projects, results).map((each) => [
          each.result.id,
          each.project?.id,
          each.unclear.map(({ id }) => id).sort(),
        ]);
        expect(found).toEqual(expected);
      },
    ),
    { numRuns: 150 },
  );
});

const text = fc.constantFrom(
  ...[
    '≥10次',
    '10次',
    '≥ 10 次',
    '12次',
    '≤3条',
    '4条',
    '95%',
    '≥95%',
    '93.5%',
    '0.5万元',
    '5000元',
    '≤0.5万元',
    '4800元',
  ],
  ...['完成', '明显改善', '10~20次', '约10次', '≥1,000人', '999人', '10', '＜5分钟', '4.25分钟'],
);
const row = fc.record({
  name: fc.constantFrom('巡查河道', '水质达标率', '清淤 长度', '清淤长度'),
  subcategory: fc.constantFrom('数量指标', '质量指标'),
});

test('rows, targets, differences and counts are those of the page', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ row, text }), { minLength: 1, maxLength: 4 }),
      fc.array(fc.record({ row, target: fc.option(text), actual: fc.option(text) }), {
        minLength: 1,
        maxLength: 4,
      }),
      (asked, answers) => {
        const [given] = projectsOf('water', 2025, [{ name: '河道清淤' }]);
        const whole = must(given);
        const [model] = whole.indicators;
        const indicators = asked.map(({ row: own, text: target }, index) => ({
          ...must(model),
          ...own,
          ...{ annualTarget: parseTarget(target), periodTarget: null, anchor: `a-${index}`, line: index + 1 },
        }));
        const answered = settledResult(
          {
            year: 2025,
            indicators: answers.map(({ row: own, target, actual }, index) =>
              resultRow({
                ...own,
                category: must(model).category,
                target: target === null ? null : parseTarget(target),
                actual: actual === null ? null : parseTarget(actual),
                line: index + 1,
              }),
            ),
          },
          'water',
        );
        const projectOfIt = { ...whole, indicators };
        const [joined] = joinedOf([projectOfIt], [answered]);
        const rows = matchRows(indicators, answered.indicators);
        const order = [
          ...answered.indicators.map((each) => must(rows.find(({ answer }) => answer === each))),
          ...rows.filter(({ answer }) => !answer),
        ];
        const shown = shownRows(order);
        expect(joined?.project?.id).toBe(whole.id);
        expect(joined?.outcomes).toBe(describeOutcomes(shown.map(({ outcome }) => outcome)));
        expect(
          joined?.rows.map(({ targets }) =>
            targets.map(({ target, from, difference }) => [target.text, from, difference]),
          ),
        ).toEqual(
          shown.map(({ targets }) =>
            targets.map(({ target, from, comparison }) => [target.text, from, comparison?.difference ?? '']),
          ),
        );
      },
    ),
    { numRuns: 300 },
  );
});
