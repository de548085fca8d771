import { formatCount } from './format-count.ts';
import type { QualityCounts } from './quality.ts';

/** The counts that a page about how indicators are written begins with, with separators. */
export function formatQuality({ projects, indicators, counts }: QualityCounts) {
  const [quantified, words] = [counts.quantified, counts.words].map(formatCount);
  return { projects: formatCount(projects), indicators: formatCount(indicators), quantified, words };
}
