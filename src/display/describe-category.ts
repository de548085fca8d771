/** What the indicators of a category tell, in plain words; null for a category of an office's own. */
export function describeCategory(category: string): string | null {
  return PLAIN.get(category) ?? null;
}

const PLAIN = new Map([
  ['产出指标', '做多少、做得怎样、什么时候做完'],
  ['效益指标', '带来什么变化'],
  ['满意度指标', '服务的人满不满意'],
  ['成本指标', '花多少钱'],
]);
