/** What the collection `disclosures` holds: one entry a source file, its projects named by id. */
import { z } from 'astro/zod';
import { NoticeSchema } from '../record/disclosure-schema.ts';
import { OverallSchema } from '../record/overall-schema.ts';
import { PublicationSchema } from '../record/publication-schema.ts';
import { SheetSchema } from '../record/sheet-schema.ts';

/** One body's disclosure of one year. Its entry id is `<year>/<file>`, and `/<id>/` is its URL. */
export const DisclosureEntrySchema = z.strictObject({
  year: z.int(),
  /** The body's name: front matter's `publisher`, else the spending unit or department that all projects share, else the file's name. */
  publisher: z.string(),
  /** The front matter, as far as it is written. */
  publication: PublicationSchema,
  /** Its tables as they are in the originals, numbers masked. Empty where it was not imported. */
  sheets: z.array(SheetSchema),
  /** Ids of its projects in the order of the source; each is an entry of the collection `projects`. */
  projectIds: z.array(z.string()),
  /** What its tables of the whole office say, numbers masked. */
  overall: z.array(OverallSchema),
  /** Warnings and infos, by line. */
  notices: z.array(NoticeSchema),
  /** Path relative to the content folder, with forward slashes. */
  path: z.string(),
  /** SHA-256 of the file's bytes, lower-case hex. */
  sha256: z.string(),
  /** Size of the file, bytes. */
  bytes: z.int(),
  /** The file as published, without a byte order mark, telephone and identity numbers masked; line ends as they are. */
  text: z.string(),
  /** Lines of it on which a number is masked, from 1. */
  maskedLines: z.array(z.int().positive()),
});
export type DisclosureEntry = z.infer<typeof DisclosureEntrySchema>;
