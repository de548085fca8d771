/** No cell of a table of results is lost, whatever is written in it and wherever it is. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { readDisclosure } from '../../../../src/content/read-disclosure.ts';
import { readTables } from '../../../../src/content/read-tables.ts';
import { resultForm } from '../../../../src/record/forms/result-form.ts';
import { labelGrid, type LabelledCell, type LabelledRow } from '../../../../src/record/labelled-grid.ts';
import { isIndicatorHeader } from '../../../../src/record/read-columns.ts';
import { isWord } from '../../../../src/record/results/is-word.ts';
import { isFundHeader } from '../../../../src/record/results/fund-columns.ts';
import { filledCells } from '../../../../src/table/grid.ts';

const LAYOUTS = [
  'ministry-form-with-every-part',
  'sichuan-form-with-conclusions',
  'header-in-two-rows-and-percent-scores',
  'transfer-payment-without-scores',
  'funds-in-one-row-of-pairs-and-no-total',
  'rows-that-can-not-be-read-are-named',
].map((name) => {
  const source = readFileSync(new URL(`fixtures/${name}/source.md`, import.meta.url), 'utf8');
  const [head = '', ...tables] = source.split(/(?<=\n\n)(?=[^\n]*\t)/);
  return { head, rows: tables.join('').trimEnd().split('\n') };
});

/** What an office may write in a cell. Each has a letter that no form has, so that it is found again. */
const text = fc
  .tuple(
    fc.constantFrom('', '完成', '12', '≥95%', '3,000.00', '年度', '项目资金', '总分', '目标：', '指标', '—'),
    fc.integer({ min: 0, max: 999 }),
    fc.constantFrom('', '%', '万元', '。', '（元）', '资金', '指标', '情况', '：有'),
  )
  .map(([before, number, behind]) => `${before}ψ${number}ψ${behind}`);
const cell = fc.oneof(
  { weight: 4, arbitrary: text },
  { weight: 1, arbitrary: fc.constant('') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '产出指标',
      '数量指标',
      '总分',
      '合计',
      '预期目标',
      '执行率',
      '100',
      '其中：',
      '备注',
    ),
  },
);

type Change = (rows: string[][]) => void;
const place = { row: fc.nat(40), column: fc.nat(12) };
const changes: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ ...place, cell }).map(({ row, column, cell: written }): Change => (rows) => {
    const cells = rows[row % rows.length];
    if (cells) cells[column % cells.length] = written;
  }),
  fc.record({ ...place, cell }).map(({ row, column, cell: written }): Change => (rows) => {
    rows[row % rows.length]?.splice(column, 0, written);
  }),
  fc.record(place).map(({ row, column }): Change => (rows) => {
    rows[row % rows.length]?.splice(column, 1);
  }),
  fc
    .record({ row: fc.nat(40), cells: fc.array(cell, { minLength: 1, maxLength: 11 }) })
    .map(({ row, cells }): Change => (rows) => {
      rows.splice(row % rows.length, 0, cells);
    }),
  fc.record({ row: fc.nat(40), other: fc.nat(40) }).map(({ row, other }): Change => (rows) => {
    const [moved] = rows.splice(row % rows.length, 1);
    if (moved) rows.splice(other % (rows.length + 1), 0, moved);
  }),
);

/** A column's header is a label, also where nothing is under it. */
const isHeader = (row: LabelledRow) => isIndicatorHeader(row, resultForm) || isFundHeader(row);

/** The filled cells of a text's tables that are in no record and in no notice. */
function lostCells(value: string): string[] {
  const { projects, results, notices } = readDisclosure(new VFile({ path: 'disclosures/2025/a.md', value }));
  const isPassedOver = notices.some(
    ({ rule, severity }) =>
      severity === 'error' || ['table/other-kind', 'result/no-indicators'].includes(rule),
  );
  if (isPassedOver) return [];
  const kept = JSON.stringify([projects, results, notices.map(({ message }) => message)]);
  const isKept = ({ text: written }: LabelledCell) => kept.includes(JSON.stringify(written).slice(1, -1));
  return readTables(value, () => undefined)
    .map(labelGrid)
    .flatMap(({ rows }) => rows.flatMap((row) => (isHeader(row) ? [] : filledCells(row))))
    .filter((found) => !isKept(found) && !isWord(found) && !/^其中/.test(found.text))
    .map(({ text: written }) => written);
}

test.each(LAYOUTS)('no layout loses a cell as it is', ({ head, rows }) => {
  expect(lostCells(`${head}${rows.join('\n')}\n`)).toEqual([]);
});

test('no cell is lost where cells and rows are changed, moved, put in and left out', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...LAYOUTS),
      fc.array(changes, { minLength: 1, maxLength: 6 }),
      (layout, list) => {
        const rows = layout.rows.map((row) => row.split('\t'));
        for (const change of list) change(rows);
        const value = `${layout.head}${rows.map((row) => (row.length < 2 ? [...row, ''] : row).join('\t')).join('\n')}\n`;
        expect(lostCells(value)).toEqual([]);
      },
    ),
    { numRuns: 300 },
  );
});
