import { scaleLinear, scaleLog } from 'd3-scale';
import { must } from '../record/must.ts';
import { formatTick } from './format-tick.ts';

/** One figure of a dot plot. */
export interface Dot {
  value: number;
  /** Which shape draws it. */
  shape: string;
  /** Anchor of its row on the page; undefined: the row is on another page. */
  id?: string | undefined;
  title: string;
}

/** A mark: `x` in per cent of the width from the left, `y` in heights of a mark from the bottom, from 0. */
export interface Mark extends Omit<Dot, 'value'> {
  x: number;
  y: number;
}

/** Figures on one scale, in one strip a series. */
export interface DotPlot {
  strips: { label: string; count: number; marks: Mark[]; /** In marks. */ height: number }[];
  ticks: { label: string; x: number }[];
  /** Figures that one mark represents at most: more than 1 where a stack would be taller than a screen. */
  each: number;
  /** Whether equal distances are equal factors. */
  isLogarithmic: boolean;
}

/** Columns of marks next to one another. */
const COLUMNS = 60;
/** Marks upon one another. */
const HIGHEST = 30;
/** A largest figure of so many times the middle one leaves a linear scale empty. */
const SPREAD = 20;
const TICKS = 4;

/** @param series Each with at least one figure; the first is drawn on top. */
export function toDotPlot(series: readonly { label: string; dots: readonly Dot[] }[]): DotPlot {
  const values = series.flatMap(({ dots }) => dots.map(({ value }) => value)).sort((a, b) => a - b);
  const [least = 0, middle = 0, most = 0] = [values[0], values[Math.floor(values.length / 2)], values.at(-1)];
  const isLogarithmic = least > 0 && most > middle * SPREAD;
  const scale = isLogarithmic
    ? scaleLog([least, most], [0, 100]).nice()
    : scaleLinear([least, least === most ? least + 1 : most], [0, 100]).nice(TICKS);
  const columns = series.map(({ label, dots }) => ({
    label,
    count: dots.length,
    columns: Map.groupBy(dots, ({ value }) => Math.round((scale(value) / 100) * COLUMNS)),
  }));
  const tallest = Math.max(
    ...columns.flatMap((strip) => [...strip.columns.values()].map(({ length }) => length)),
  );
  const each = Math.ceil(tallest / HIGHEST);
  const frequency = Map.groupBy(
    series.flatMap(({ dots }) => dots),
    ({ shape }) => shape,
  );
  const countOf = ({ shape }: Dot) => must(frequency.get(shape)).length;
  const isRarer = (a: Dot, b: Dot) => countOf(b) - countOf(a) || (a.shape < b.shape ? -1 : 1);
  return {
    strips: columns.map(({ label, count, columns: stacks }) => {
      const marks = [...stacks.values()].flatMap((stack) => {
        const sorted = stack.toSorted((a, b) => (a.shape === b.shape ? a.value - b.value : isRarer(a, b)));
        const drawn = [...Map.groupBy(sorted, ({ shape }) => shape).values()].flatMap((ofShape) =>
          ofShape.filter((_, index) => index % each === 0),
        );
        return drawn.map(({ value, ...dot }, y) => ({ ...dot, x: scale(value), y }));
      });
      return { label, count, marks, height: Math.max(...marks.map(({ y }) => y)) + 1 };
    }),
    ticks: ticksOf(scale, isLogarithmic).map((value) => ({ label: formatTick(value), x: scale(value) })),
    each,
    isLogarithmic,
  };
}

/** Of a logarithmic scale, powers of ten: every other one where there are many. */
function ticksOf(
  scale: { ticks: (count: number) => number[]; domain: () => number[] },
  isLogarithmic: boolean,
) {
  if (!isLogarithmic) return scale.ticks(TICKS);
  const [from = 1, to = 1] = scale.domain().map((end) => Math.round(Math.log10(end)));
  const step = to - from > TICKS + 1 ? 2 : 1;
  return Array.from(
    { length: Math.floor((to - from) / step) + 1 },
    (_, index) => 10 ** (from + index * step),
  );
}
