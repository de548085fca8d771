/** The middle one; of an even number the upper of the two. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** `7.5 (4.4-10.7)`: the median, the least and the most; one figure alone stands alone. */
export function formatRange(figures: readonly number[]): string {
  const [least, middle, most] = [Math.min(...figures), median(figures), Math.max(...figures)].map((figure) =>
    formatFigure(figure),
  );
  return figures.length === 1 ? `${middle}` : `${middle} (${least}-${most})`;
}

/** Two digits below 10, else whole: 0.65, 7.5, 122. */
export function formatFigure(figure: number): string {
  if (figure < 1) return figure.toFixed(2);
  return figure < 100 ? figure.toFixed(1) : figure.toFixed(0);
}

export function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}

/** Own figures over another's, round by round, then their median; the rounds are paired, as the machine's load is. */
export function pairedRatio(own: readonly number[], other: readonly number[]): number {
  return median(own.map((figure, round) => figure / (other[round] ?? NaN)));
}

/** The power of x with which y grows, by least squares over logarithms: 1 is in proportion. */
export function growthExponent(points: readonly (readonly [x: number, y: number])[]): number {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const meanX = mean(logs.map(([x]) => x));
  const meanY = mean(logs.map(([, y]) => y));
  const covariance = mean(logs.map(([x, y]) => (x - meanX) * (y - meanY)));
  return covariance / mean(logs.map(([x]) => (x - meanX) ** 2));
}
