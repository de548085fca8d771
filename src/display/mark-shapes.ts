import type { WritingId } from './typed-value.ts';

interface Shape {
  /** In a square of 10 by 10, for the attribute `d`. */
  path: string;
  isHollow?: true;
}

const circle = 'M5 .8a4.2 4.2 0 1 1 0 8.4a4.2 4.2 0 1 1 0-8.4z';

/** The mark of each way to write a figure: full where the value is a floor or a fact, hollow where it is a ceiling or a guess. */
export const MARK_SHAPES: Partial<Record<WritingId, Shape>> = {
  more: { path: 'M1.2.7 9.4 5 1.2 9.3z' },
  least: { path: circle },
  exact: { path: 'M1.3 1.3h7.4v7.4H1.3z' },
  about: { path: 'M5 .8 9.2 5 5 9.2.8 5z', isHollow: true },
  range: { path: 'M1.6 1v8M1.6 5h8', isHollow: true },
  most: { path: 'M5 1.6a3.4 3.4 0 1 1 0 6.8a3.4 3.4 0 1 1 0-6.8z', isHollow: true },
  less: { path: 'M8.6 1.6 1.8 5l6.8 3.4z', isHollow: true },
};
