import { createHash } from 'node:crypto';
import type { Correction } from '../record/publication-schema.ts';

/** The id of a correction on pages and in feeds: it lasts as long as the correction says the same. */
export function correctionAnchor({ date, project, text }: Correction): string {
  const digest = createHash('sha256').update(JSON.stringify([date, project, text]));
  return `correction-${digest.digest('hex').slice(0, 12)}`;
}
