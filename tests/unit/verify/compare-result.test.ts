/** A cell of a table of results that the record does not hold as the source has it is found; what `check` accepts is no loss. */
import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { readDisclosure } from '../../../src/content/read-disclosure.ts';
import { isWithin } from '../../../src/record/is-within.ts';
import { must } from '../../../src/record/must.ts';
import { maskOverall } from '../../../src/record/mask-overall.ts';
import { maskResult } from '../../../src/record/mask-result.ts';
import { toPublishedDisclosure, type PublishedDisclosure } from '../../../src/record/published-disclosure.ts';
import { compareSource } from '../../../src/verify/compare-source.ts';
import { readVocabulary } from '../../../src/verify/words.ts';
import { writeResult } from '../../helpers/write-result.ts';

const vocabulary = readVocabulary('');
const FIXTURES = 'tests/unit/record/results/fixtures';

/** Null: the source has an error, and is not published. */
function publish(source: string): PublishedDisclosure | null {
  const { projects, results, overall, notices } = readDisclosure(
    new VFile({ path: 'disclosures/2025/a.md', value: source }),
  );
  if (notices.some(({ severity }) => severity === 'error')) return null;
  return toPublishedDisclosure({
    projects,
    results: results.map(maskResult),
    overall: overall.map(maskOverall),
    notices,
  });
}

function lossesOf(source: string, published: PublishedDisclosure): string[] {
  return compareSource(source.split('\n'), published, vocabulary).losses;
}

/** Whether two sources say the same of the results, wherever their cells are. */
function isSame(one: PublishedDisclosure | null, other: PublishedDisclosure): boolean {
  const toText = (published: PublishedDisclosure | null) =>
    JSON.stringify(
      published?.results.map(({ source: _, otherFields, ...result }) => [
        result,
        otherFields.map(({ label, value }) => `${label}：${value}`).sort(),
      ]),
    );
  return toText(one) === toText(other);
}

/** Words above columns and left of them that say nothing of a project; and the headers of columns that stayed blank. */
const WITHOUT_VALUE = /^(?:.*绩效指标.*|自评情况|(?:偏差|未完成|扣分)?原因)$/;

const layouts = readdirSync(FIXTURES).flatMap((name) => {
  const source = readFileSync(`${FIXTURES}/${name}/source.md`, 'utf8');
  const published = publish(source);
  return published && published.results.length > 0 ? [{ name, source, published }] : [];
});

describe.each(layouts)('$name', ({ source, published }) => {
  const lines = source.split('\n');
  const named = new Set(
    published.notices.flatMap(({ rule, line }) =>
      ['result/unread-cells', 'ledger/total-row', 'indicator/blank-row'].includes(rule) ? [line] : [],
    ),
  );
  const parts = source.split(/([\t\n])/);
  const cells = parts.flatMap((text, index) => {
    const line = parts.slice(0, index).filter((each) => each === '\n').length + 1;
    const isInResult = published.results.some((result) => isWithin(result, line));
    const isCell = !/[\t\n]/.test(text) && text.trim() !== '' && lines[line - 1]?.includes('\t') === true;
    return isCell && isInResult ? [{ text, index, line }] : [];
  });
  const missed = (change: (cell: (typeof cells)[number]) => string) =>
    cells.filter((cell) => {
      const changed = change(cell);
      return changed !== source && lossesOf(changed, published).length === 0;
    });

  test('has no loss', () => {
    expect(lossesOf(source, published)).toEqual([]);
  });

  test('each altered cell is found', () => {
    const left = missed(({ text, index }) => parts.with(index, `${text}改`).join(''));
    expect(left.filter(({ text }) => !WITHOUT_VALUE.test(text))).toEqual([]);
  });

  test('each cell that is taken out is found, but labels without which the table says the same', () => {
    const left = missed(({ index }) => parts.with(index, '').join(''));
    const lost = left.filter(
      ({ index, line }) => !named.has(line) && !isSame(publish(parts.with(index, '').join('')), published),
    );
    expect(lost).toEqual([]);
  });

  test.each([
    ['in its row', (index: number) => cells.find((cell) => cell.index > index)],
    [
      'in the row below',
      (index: number) =>
        cells.find((cell) => cell.index > index && parts.slice(index, cell.index).includes('\n')),
    ],
  ])('each cell that changes places with the next %s is found', (_where, nextOf) => {
    const move = ({ index, text }: (typeof cells)[number]) => {
      const next = nextOf(index);
      return next ? parts.with(index, next.text).with(next.index, text).join('') : source;
    };
    const left = missed(move).filter(({ line }) => !named.has(line));
    expect(left.filter((cell) => !isSame(publish(move(cell)), published))).toEqual([]);
  });

  test('each value of an indicator, a fund, a field or a goal that is not published is found', () => {
    for (const [at, result] of published.results.entries()) {
      const { indicators, funds, goals, otherFields, total, code, department, spendingUnit } = result;
      const poorer = [
        ...indicators.flatMap((indicator, row) => [
          { indicators: indicators.toSpliced(row, 1) },
          ...(['target', 'actual', 'weight', 'score', 'reason'] as const).flatMap((name) =>
            indicator[name] === null
              ? []
              : [{ indicators: indicators.with(row, { ...indicator, [name]: null }) }],
          ),
          ...(indicator.details.length > 0
            ? [{ indicators: indicators.with(row, { ...indicator, details: indicator.details.slice(1) }) }]
            : []),
        ]),
        ...(funds.total ? [{ funds: { ...funds, total: null } }] : []),
        ...funds.sources.map((_, row) => ({ funds: { ...funds, sources: funds.sources.toSpliced(row, 1) } })),
        ...(goals.expected === null ? [] : [{ goals: { ...goals, expected: null } }]),
        ...(goals.actual === null ? [] : [{ goals: { ...goals, actual: null } }]),
        ...otherFields.flatMap(({ value }, index) =>
          value === '' ? [] : [{ otherFields: otherFields.toSpliced(index, 1) }],
        ),
        ...(total ? [{ total: null }] : []),
        ...(code === null ? [] : [{ code: null }]),
        ...(department === null ? [] : [{ department: null }]),
        ...(spendingUnit === null ? [] : [{ spendingUnit: null }]),
      ];
      for (const each of poorer)
        expect(
          lossesOf(source, { ...published, results: published.results.with(at, { ...result, ...each }) }),
        ).not.toEqual([]);
    }
  });
});

describe('figures are worked out again', () => {
  const source = writeResult({
    year: 2025,
    name: '河道保洁',
    unit: '青溪县水务局',
    department: '青溪县水务局',
  });
  const published = must(publish(source));
  const result = must(published.results[0]);
  const { funds, indicators, total } = result;
  const fund = must(funds.total);
  const indicator = must(indicators[0]);
  const actual = must(indicator.actual);

  test.each([
    [
      'spent in other yuan',
      { funds: { ...funds, total: { ...fund, spent: { text: '9.31', yuan: '9.31' } } } },
    ],
    ['spent in no yuan', { funds: { ...funds, total: { ...fund, spent: { text: '9.31', yuan: null } } } }],
    ['another rate', { funds: { ...funds, total: { ...fund, rate: { text: '98.0%', value: '0.98' } } } }],
    ['another total', { total: { ...total, score: { text: '97.8', value: '97' } } }],
    [
      'points that are no number',
      { indicators: indicators.with(0, { ...indicator, score: { text: '30', value: null } }) },
    ],
    [
      'another actual value',
      {
        indicators: indicators.with(0, {
          ...indicator,
          actual: { ...actual, value: '16' },
        }),
      },
    ],
    ['another year', { year: 2024 }],
    ['funds in another order', { funds: { ...funds, sources: funds.sources.toReversed() } }],
    ['the total among the sources', { funds: { total: null, sources: [fund, ...funds.sources] } }],
  ])('%s is a loss', (_what, change) => {
    const changed = { ...published, results: [{ ...result, ...change }] } as PublishedDisclosure;
    expect(lossesOf(source, published)).toEqual([]);
    expect(lossesOf(source, changed)).not.toEqual([]);
  });
});

test('masked numbers are those of the source, and their length is kept', () => {
  const reason = '联系人电话13800138000，见台账。';
  const row = ['巡查河道', '≥12次', '15次', '30', '30', reason] as const;
  const source = writeResult({
    year: 2025,
    name: '河道保洁',
    unit: '水务局',
    department: '水务局',
    rows: [row],
  });
  const published = must(publish(source));
  const text = JSON.stringify(published);
  expect(text).toContain('电话138********，');
  expect(lossesOf(source, published)).toEqual([]);
  for (const other of ['电话138*******，', '电话139********，', '电话***********，'])
    expect(
      lossesOf(source, JSON.parse(text.replaceAll('电话138********，', other)) as PublishedDisclosure),
    ).not.toEqual([]);
});

test('a table whose cells are replaced, put in or left out is accepted, or has an error', () => {
  const cell = fc.constantFrom(
    '完成',
    '12',
    '≥95%',
    '3,000.00',
    '总分',
    '合计',
    '100',
    '备注',
    '',
    '无',
    '13800138000',
  );
  const change = fc.record({
    place: fc.nat(),
    cell,
    kind: fc.constantFrom('replace', 'insert', 'remove', 'row'),
  });
  const sources = layouts.map(({ source }) => source);
  fc.assert(
    fc.property(fc.constantFrom(...sources), change, (source, { place, cell: text, kind }) => {
      const parts = source.split(/([\t\n])/);
      const places = parts.flatMap((part, index) => (/[\t\n]/.test(part) || part === '' ? [] : [index]));
      const at = places[place % places.length] ?? 0;
      const ways = {
        replace: () => parts.with(at, text),
        insert: () => parts.toSpliced(at, 0, text, '\t'),
        remove: () => parts.toSpliced(at, 2),
        row: () => parts.toSpliced(parts.lastIndexOf('\n', at) + 1, 0, text, '\t', '说明', '\n'),
      };
      const changed = ways[kind]().join('');
      const published = publish(changed);
      expect(published ? lossesOf(changed, published) : []).toEqual([]);
    }),
    { numRuns: 300, seed: 6 },
  );
});
