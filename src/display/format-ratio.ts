import { formatShare } from './format-share.ts';

/** A count as a share of another, to 0.1 %: `69.0%`; of nothing `—`. */
export function formatRatio(part: number, whole: number): string {
  return formatShare(String(part), String(whole));
}
