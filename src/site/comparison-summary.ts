/** What a comparison comes to: how the figures of its largest group lie, and how many rows are written in each way. */
import { Decimal } from 'decimal.js';
import { toDotPlot, type DotPlot } from '../display/dot-plot.ts';
import { describeUnit } from '../display/describe-unit.ts';
import { formatCount } from '../display/format-count.ts';
import { WRITINGS, type WritingId } from '../display/typed-value.ts';
import { must } from '../record/must.ts';
import type { ComparedRow, Comparison } from './comparison.ts';

/** Rows of one kind: how many of each year. */
interface CountedKind {
  label: string;
  /** How it looks, or what it consists of. */
  note: string;
  /** Of the marks that stand for it; undefined: none do. */
  shape: WritingId | undefined;
  /** The filters that leave these rows: names and values. Empty: no filters leave them alone. */
  filters: readonly (readonly [name: string, value: string])[];
  /** In the order of the columns. */
  counts: readonly number[];
}

export interface ComparisonSummary {
  /** Of the counts: a year each, or all that are earlier. */
  columns: readonly { label: string; year: number | null }[];
  kinds: readonly CountedKind[];
  totals: readonly number[];
  /** How the figures of the largest group lie in the newest year. Null: that year has none. */
  spread: {
    year: number;
    count: number;
    least: string;
    middle: string;
    most: string;
    words: number;
    rows: number;
  } | null;
  /** Null: too few figures, or all are equal. */
  plot: DotPlot | null;
}

/** Years with a column and a strip of marks; a phone has room for one more column. */
const YEARS = 2;
/** Fewer figures are read faster than a drawing. */
const FEWEST_DOTS = 3;
/** More marks are not links, whose titles would weigh more than the table. */
const LINKED = 200;
/** Wordings and units that are named one by one. */
const NAMED = 4;

/** @param onPage Anchors of the rows that the page with the drawing shows. */
export function summarize(
  { rows, groups, years }: Comparison,
  onPage: ReadonlySet<string>,
): ComparisonSummary {
  const shown = years.slice(0, YEARS);
  const columns = [
    ...shown.map((year) => ({ label: `${year}年`, year })),
    ...(shown.length < years.length ? [{ label: '更早', year: null }] : []),
  ];
  const countOf = (some: readonly ComparedRow[]) =>
    columns.map(
      ({ year }) =>
        some.filter(({ project }) => (year === null ? !shown.includes(project.year) : project.year === year))
          .length,
    );
  const unit = must(groups[0]).unit;
  const main = unit === null ? [] : rows.filter((row) => row.unit === unit);
  const ofUnit = groups.length > 1 ? [['unit', describeUnit(unit)] as const] : [];
  const others = rows.filter((row) => row.unit !== null && row.unit !== unit);
  const byWriting = Map.groupBy(rows, ({ writing }) => writing);
  const ofMain = Map.groupBy(main, ({ writing }) => writing);
  const kinds = (Object.keys(WRITINGS) as WritingId[]).flatMap((writing): CountedKind[] => {
    const some = ofMain.get(writing);
    const { label, signs } = WRITINGS[writing];
    return some
      ? [
          {
            label,
            note: signs,
            shape: writing,
            filters: [...ofUnit, ['writing', label]],
            counts: countOf(some),
          },
        ]
      : [];
  });
  const added = (label: string, some: readonly ComparedRow[] = [], note = ''): CountedKind[] => {
    const filters: CountedKind['filters'] = some === others ? [] : [['writing', label]];
    return some.length === 0 ? [] : [{ label, note, shape: undefined, filters, counts: countOf(some) }];
  };
  return {
    columns,
    kinds: [
      ...kinds,
      ...added(
        '其他单位',
        others,
        listCounts(others, (row) => row.unit || '没有写单位'),
      ),
      ...added(
        WRITINGS.words.label,
        byWriting.get('words'),
        listCounts(byWriting.get('words') ?? [], ({ target }) => must(target).text),
      ),
      ...added(WRITINGS.none.label, byWriting.get('none')),
    ],
    totals: countOf(rows),
    spread: spreadOf(rows, main, must(years[0])),
    plot: plotOf(main, years, onPage),
  };
}

/** `满意 12，基本满意 2，另 3 种`. @param rows In the order of a comparison: those of the most frequent word first. */
function listCounts(rows: readonly ComparedRow[], wordOf: (row: ComparedRow) => string): string {
  const words = [...Map.groupBy(rows, wordOf)];
  const named = words.filter(([word]) => word.length <= 12).slice(0, NAMED);
  const left = words.length - named.length;
  if (named.length === 0) return '';
  return [
    ...named.map(([word, { length }]) => `${word} ${formatCount(length)}`),
    ...(left > 0 ? [`另 ${left} 种`] : []),
  ].join('，');
}

function spreadOf(
  rows: readonly ComparedRow[],
  main: readonly ComparedRow[],
  year: number,
): ComparisonSummary['spread'] {
  const ofYear = rows.filter(({ project }) => project.year === year);
  const figures = main
    .flatMap(({ project, value }) => (project.year === year ? [must(value)] : []))
    .sort((a, b) => new Decimal(a).comparedTo(b));
  const [least] = figures;
  if (least === undefined) return null;
  const middle = must(figures[Math.floor((figures.length - 1) / 2)]);
  const words = ofYear.filter(({ writing }) => writing === 'words').length;
  return {
    year,
    count: figures.length,
    least,
    middle,
    most: must(figures.at(-1)),
    words,
    rows: ofYear.length,
  };
}

function plotOf(
  main: readonly ComparedRow[],
  years: readonly number[],
  onPage: ReadonlySet<string>,
): DotPlot | null {
  const newest = years.slice(0, YEARS);
  const drawn = main.filter(({ project }) => newest.includes(project.year));
  const values = new Set(drawn.map(({ value }) => value));
  if (drawn.length < FEWEST_DOTS || values.size === 1) return null;
  const isLinked = drawn.length <= LINKED;
  const series = newest.flatMap((year) => {
    const dots = drawn
      .filter(({ project }) => project.year === year)
      .map(({ id, value, writing, publisher, indicator, target }) => ({
        value: Number(value),
        shape: writing,
        id: isLinked && onPage.has(id) ? id : undefined,
        title: `${publisher}，${indicator.name} ${must(target).text}`,
      }));
    return dots.length > 0 ? [{ label: `${year}年`, dots }] : [];
  });
  return toDotPlot(series);
}
