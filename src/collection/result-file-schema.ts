import { z } from 'zod';
import { DisclosureEntrySchema } from './disclosure-entry-schema.ts';

/**
 * What the collection `resultFiles` holds: one entry a source file that has results, for each year of these. Its entry id is
 * `<year>/<file>/results`, and `/<id>/` is its URL. A file that has targets, too, is an entry of `disclosures` as well.
 */
export const ResultFileSchema = DisclosureEntrySchema.omit({ projectIds: true, overall: true }).extend({
  /** Ids of its results in the order of the source; each is an entry of the collection `results`. */
  resultIds: z.array(z.string()).min(1),
});
export type ResultFileEntry = z.infer<typeof ResultFileSchema>;
