/** What `readDisclosure` accepts without an error passes the verifier, before any output is written. */
import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { readDisclosure } from '../../../src/content/read-disclosure.ts';
import { maskProject } from '../../../src/record/mask-numbers.ts';
import { toPublishedDisclosure } from '../../../src/record/published-disclosure.ts';
import { compareSource } from '../../../src/verify/compare-source.ts';
import { readVocabulary } from '../../../src/verify/words.ts';

const FIXTURES = 'tests/unit/record/fixtures';
/** The same cases in every run; another seed searches further. */
const SEED = 1;
const vocabulary = readVocabulary('');
const sourceOf = (fixture: string) => readFileSync(`${FIXTURES}/${fixture}/source.md`, 'utf8');

/** What the verifier misses. Null: the source has an error, and is not published. */
function lossesOf(source: string): string[] | null {
  const file = new VFile({ path: 'disclosures/2026/a.md', value: source });
  const { projects, notices } = readDisclosure(file);
  if (notices.some(({ severity }) => severity === 'error')) return null;
  const published = toPublishedDisclosure({ projects: projects.map(maskProject), notices });
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

  // Not mended yet: a row of the head whose value is a masked field of another label, twice. A random run found it.
  test.fails('a row whose value repeats a field with a number that is masked', () => {
    const lines = sourceOf('guangdong-with-other-labels').split('\n');
    const added = '主管部门\t年度目标：0769-12345678\t年度目标：0769-12345678\t';
    expect(lossesOf(lines.toSpliced(2, 0, added).join('\n')) ?? []).toEqual([]);
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
      { numRuns: 150, seed: SEED },
    );
  });

  test('rows of any cells within a table', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FORMS), row, fc.nat({ max: 40 }), (form, added, at) => {
        const lines = sourceOf(form).split('\n');
        expect(lossesOf(lines.toSpliced(at % lines.length, 0, `${added}\t`).join('\n')) ?? []).toEqual([]);
      }),
      { numRuns: 150, seed: SEED },
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
      { numRuns: 150, seed: SEED },
    );
  });
});
