/** What figures are counted in, as a choice: `百分数`, `天`, `没有写单位`. Null: rows without a figure. */
export function describeUnit(unit: string | null): string {
  if (unit === null) return '没有数';
  if (unit === '') return '没有写单位';
  return unit === '%' ? '百分数' : unit;
}

/** The same as a heading over rows: `百分数`, `以“天”计`. */
export function describeGroup(unit: string | null): string {
  if (unit === null) return '只有文字，不能按数排';
  return unit === '' || unit === '%' ? describeUnit(unit) : `以“${unit}”计`;
}
