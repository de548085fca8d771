/** What `readDisclosure` accepts without an error passes the verifier, before any output is written. */
import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { checkLayout } from '../../../scripts/fuzz/check-case.ts';
import { readDisclosure } from '../../../src/content/read-disclosure.ts';
import { maskOverall } from '../../../src/record/mask-overall.ts';
import { maskProject } from '../../../src/record/mask-numbers.ts';
import { toPublishedDisclosure } from '../../../src/record/published-disclosure.ts';
import { compareSource } from '../../../src/verify/compare-source.ts';
import { readVocabulary } from '../../../src/verify/words.ts';
import { layoutCase } from '../../helpers/damaged-layouts.ts';

const FIXTURES = 'tests/unit/record/fixtures';
const vocabulary = readVocabulary('');
const sourceOf = (fixture: string) => readFileSync(`${FIXTURES}/${fixture}/source.md`, 'utf8');

/** What the verifier misses. Null: the source has an error, and is not published. */
function lossesOf(source: string): string[] | null {
  const file = new VFile({ path: 'disclosures/2026/a.md', value: source });
  const { projects, overall, notices } = readDisclosure(file);
  if (notices.some(({ severity }) => severity === 'error')) return null;
  const published = toPublishedDisclosure({
    projects: projects.map(maskProject),
    results: [],
    overall: overall.map(maskOverall),
    notices,
  });
  return compareSource(source.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/), published, vocabulary).losses;
}

test.each(readdirSync(FIXTURES))('agrees with the record of %s', (fixture) => {
  expect(lossesOf(sourceOf(fixture)) ?? []).toEqual([]);
});

const FORMS = [
  'national-form',
  'national-form-with-medium-term',
  'period-form-side-by-side',
  'ledger-of-two-projects',
  'guangdong-with-other-labels',
  'lines-above-the-table-are-fields',
];

describe('accepts what check accepts', () => {
  const label = fc.constantFrom(
    '填表人',
    '联系人',
    '联系电话',
    '备注',
    '主管部门',
    '年度目标',
    '附件',
    '说明',
    '合计',
    '经办',
  );
  const text = fc.constantFrom(
    '张三',
    '13800138000',
    '0769-12345678',
    '见附件。',
    '2026年',
    '12,000.00',
    '441900199001011234',
    '100%',
  );
  const cell = fc.oneof(
    { weight: 3, arbitrary: fc.oneof(label, text) },
    {
      weight: 2,
      arbitrary: fc.tuple(label, fc.constantFrom('：', ':'), text).map((parts) => parts.join('')),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(label, text, label, text).map(([a, b, c, d]) => `${a}：${b}  ${c}：${d}`),
    },
    { weight: 1, arbitrary: fc.tuple(text, text).map(([a, b]) => `"${a}\n${b}"`) },
    { weight: 2, arbitrary: fc.constant('') },
  );
  const row = fc.array(cell, { minLength: 1, maxLength: 5 }).map((cells) => cells.join('\t'));

  test('a row whose value repeats a field with a number that is masked', () => {
    const lines = sourceOf('guangdong-with-other-labels').split('\n');
    const added = '主管部门\t年度目标：0769-12345678\t年度目标：0769-12345678\t';
    expect(lossesOf(lines.toSpliced(2, 0, added).join('\n'))).toEqual([]);
  });

  test('rows of any cells below a table', () => {
    expect(
      lossesOf(`${sourceOf('national-form').trimEnd()}\n填表人：张三  联系电话：13800138000\t\n`),
    ).toEqual([]);
    const footer = fc.tuple(fc.constantFrom(...FORMS), fc.array(row, { minLength: 1, maxLength: 3 }));
    fc.assert(
      fc.property(footer, ([form, rows]) => {
        expect(
          lossesOf(`${sourceOf(form).trimEnd()}\n${rows.map((each) => `${each}\t`).join('\n')}\n`) ?? [],
        ).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test.each(FORMS)('a row of captions at each place of %s', (form) => {
    const lines = sourceOf(form).split('\n');
    for (const at of lines.keys())
      for (const added of [
        '\t\t\t\t2026年\t',
        '附件：2026年\t',
        '\t2026年　单位：万元\t',
        '（2026年度）\t附件1\t',
      ])
        expect([at, lossesOf(lines.toSpliced(at, 0, added).join('\n')) ?? []]).toEqual([at, []]);
  });

  test('rows of any cells within a table', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FORMS), row, fc.nat({ max: 40 }), (form, added, at) => {
        const lines = sourceOf(form).split('\n');
        expect(lossesOf(lines.toSpliced(at % lines.length, 0, `${added}\t`).join('\n')) ?? []).toEqual([]);
      }),
      { numRuns: 150, examples: [['national-form', '合计', 7]] },
    );
  });

  test('any cell replaced: a number to mask, a line break, a blank, a label', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FORMS), cell, fc.nat(), (form, added, at) => {
        const cells = sourceOf(form).split(/(?<=[\t\n])|(?=[\t\n])/);
        const places = cells.flatMap((each, index) => (/[\t\n]/.test(each) ? [] : [index]));
        const place = places[at % places.length] ?? 0;
        expect(lossesOf(cells.with(place, added).join('')) ?? []).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('lines of Markdown and captions among the rows', () => {
    const line = fc.constantFrom(
      ...['> ', '- ', '1. ', '2. 说明', '> 说明', '- 说明', '> - x', '# 标题', '说明', '***', '---', '==='],
      ...['<!-- a -->', '<!--', '-->', '```', '<div>', '</div>', '    code', '[a]: b', '|', '\\', '"', '"a'],
      ...[
        '\t',
        '  ',
        '单位：万元',
        '（2026年度）',
        '填报单位：青溪县水务局',
        '附件1',
        '附件2：项目绩效目标表',
      ],
      ...['填报日期：2026年1月  联系电话：0769-12345678', '| a | b |', '| - | - |', 'a | b'],
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...FORMS, 'pipe-table-reads-like-a-tab-table'),
        fc.array(line, { minLength: 1, maxLength: 3 }),
        fc.nat({ max: 40 }),
        (form, added, at) => {
          const lines = sourceOf(form).split('\n');
          expect(lossesOf(lines.toSpliced(at % lines.length, 0, ...added).join('\n')) ?? []).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  /** Cells replaced, doubled or moved, columns and rows added or dropped, pages cut, footers. `npm run fuzz` tries other seeds. */
  test('tables in the layouts of offices, damaged; what is intact is read, or reported', () => {
    fc.assert(fc.property(layoutCase(1), checkLayout), { numRuns: 60, seed: 4 });
  });

  test('the beginning of a comment within an element', () => {
    expect(lossesOf(`<div>\n-->\n<!--\n\n${sourceOf('national-form')}`)).toEqual([]);
  });

  test.each([
    ['<!--', '-->'],
    ['<div>', '</div>'],
    ['```', '```'],
  ])('a field above the table within %s', (start, end) => {
    const lines = sourceOf('national-form').split('\n');
    expect(lossesOf(lines.toSpliced(1, 0, start, '填报日期：2026年1月', end, '').join('\n'))).toEqual([]);
  });

  test('a mark of Markdown before a line, a line that is moved, lines that are gone', () => {
    const marks = ['> ', '- ', '1. ', '# ', '    ', ' ', '\t', '"', '| ', '* ', '```', '<!-- ', '<div>', ''];
    fc.assert(
      fc.property(
        fc.constantFrom(...FORMS, 'pipe-table-reads-like-a-tab-table'),
        fc.constantFrom(...marks),
        fc.nat({ max: 40 }),
        fc.nat({ max: 40 }),
        (form, mark, from, to) => {
          const lines = sourceOf(form).split('\n');
          const [line = ''] = lines.splice(from % lines.length, mark === '' ? 1 + (to % 3) : 1);
          const put = mark === '' ? lines : lines.toSpliced(to % lines.length, 0, mark + line);
          expect(lossesOf(put.join('\n')) ?? []).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** A table in a quote or list, or behind a tag or an open comment, is an error where it begins. */
test.each([
  ['> | 项目名称 | 河道清淤 |\n| --- | --- |\n| 预算金额（元） | 3 |', '1:3'],
  ['> 项目名称\t河道清淤', '1:3'],
  ['- 说明\n  项目名称\t河道清淤', '2:3'],
  ['- 说明\n  - 项目名称 | 河道清淤\n    --- | ---', '3:5'],
  ['1. | 项目名称 | 河道清淤 |', '1:4'],
  ['<div>\n项目名称\t河道清淤', '2:1'],
  ['<!-- 项目\n\n项目名称\t河道清淤', '3:1'],
  ['<div>\n```\n\n项目名称\t河道清淤', '2:1'],
  ['- 说明\n项目名称\t"河道\n清淤"', '2:6'],
  ['[^1]: 项目名称\t河道清淤', '1:1'],
])('%j is an error at %s', (hidden, place) => {
  const value = `${hidden}\n\n${sourceOf('national-form')}`;
  const { notices } = readDisclosure(new VFile({ path: 'disclosures/2026/a.md', value }));
  const errors = notices.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ rule, line, column }) => `${line}:${column} ${rule}`)).toContain(
    `${place} table/nested`,
  );
});
