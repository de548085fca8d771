/** The YAML front matter of a source file: where and when it was published. Every key may be missing. */
import { z } from 'zod';

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
});
export type Publication = z.infer<typeof PublicationSchema>;
