/** The YAML front matter of a source file: where and when it was published. Every key may be missing. */
import { z } from 'zod';

/** A file that the office made, from which this one was imported. */
const OriginalSchema = z.strictObject({
  /** Its name, as the office gave it. */
  name: z.string().min(1),
  /** SHA-256 of its bytes, lower-case hex. */
  sha256: z.string().regex(/^[\da-f]{64}$/),
  /** Name of the copy beside the source file. */
  file: z.string().regex(/^[\da-z][\da-z.-]*$/),
  /** Its sheets or tables that were read: 工作表“Sheet1”. */
  parts: z.array(z.string().min(1)).min(1),
});

export const PublicationSchema = z.strictObject({
  /** Name of the publishing body (发布单位). */
  publisher: z.string().min(1).optional(),
  /** Address of the page on which the office published the file (发布页). */
  page: z.url({ protocol: /^https?$/ }).optional(),
  /** Day of publication (发布日期), `YYYY-MM-DD`. */
  published: z.iso.date().optional(),
  /** Document number (文号). */
  documentNumber: z.string().min(1).optional(),
  /** Licence of the published content (许可), as text. */
  licence: z.string().min(1).optional(),
  /** The office's own files that `npm run import` read. */
  originals: z.array(OriginalSchema).min(1).optional(),
});
export type Publication = z.infer<typeof PublicationSchema>;
