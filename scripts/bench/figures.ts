/** NaN without figures. */
export function percentile(figures: readonly number[], percent: number): number {
  const index = Math.min(figures.length - 1, Math.floor((figures.length * percent) / 100));
  return figures.toSorted((a, b) => a - b)[index] ?? NaN;
}

/** The upper median. */
export function median(figures: readonly number[]): number {
  return percentile(figures, 50);
}

/** `7.5 (4.4-10.7)`: median, minimum and maximum; a single figure has no range. */
export function formatRange(figures: readonly number[]): string {
  const middle = formatFigure(median(figures));
  if (figures.length === 1) return middle;
  return `${middle} (${formatFigure(Math.min(...figures))}-${formatFigure(Math.max(...figures))})`;
}

/** Two decimals below 1, one below 100, otherwise none: 0.65, 7.5, 122. */
export function formatFigure(figure: number): string {
  if (figure < 1) return figure.toFixed(2);
  return figure < 100 ? figure.toFixed(1) : figure.toFixed(0);
}

export function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}

/** Median of the ratios of each round: both figures of a round were measured under the same load. */
export function pairedRatio(figures: readonly number[], others: readonly number[]): number {
  return median(figures.map((figure, round) => figure / (others[round] ?? NaN)));
}

/** The exponent of x in y ~ x^n, by least squares over logarithms: 1 is proportional. */
export function growthExponent(points: readonly (readonly [x: number, y: number])[]): number {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const meanX = mean(logs.map(([x]) => x));
  const meanY = mean(logs.map(([, y]) => y));
  const covariance = mean(logs.map(([x, y]) => (x - meanX) * (y - meanY)));
  return covariance / mean(logs.map(([x]) => (x - meanX) ** 2));
}
