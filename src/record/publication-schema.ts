/** The YAML front matter of a source file: where and when it was published. Every key may be missing. */
import { z } from 'zod';
import { shownText } from './shown-text.ts';

/** Names that an import gives to copies of originals. No browser opens them as a page of the site. */
const COPY_NAME = /^[\da-z][\da-z.-]*\.(?:xlsx|xlsm|xls|et|ods|docx|docm|doc|wps|odt|pdf|csv|tsv|txt)$/;

/** A file that the office made, from which this one was imported. */
const OriginalSchema = z.strictObject({
  /** Its name, as the office gave it. */
  name: shownText().min(1),
  /** SHA-256 of its bytes, lower-case hex. */
  sha256: z.string().regex(/^[\da-f]{64}$/),
  /** Name of the copy next to the source file. */
  file: z.string().regex(COPY_NAME),
  /** Its sheets or tables that were read: 工作表“Sheet1”. */
  parts: z.array(shownText().min(1)).min(1),
  /** Its size. Missing: it was imported before sizes were kept. */
  bytes: z.int().positive().optional(),
  /** How many pages it has. Missing: it has none. */
  pages: z.int().positive().optional(),
  /** The copy is kept to check the site, and not published. */
  withheld: z.literal(true).optional(),
});

/** Where the rows of one table of the text are in an original, and which of its cells are merged there. */
const OriginalTableSchema = z.strictObject({
  /** Name of the original's copy next to the source file. */
  file: OriginalSchema.shape.file,
  /** One entry for rows that follow each other, in the order of the text. */
  rows: z
    .array(
      z.strictObject({
        /** The sheet, table or page: 工作表“Sheet1”, 第 37 页. Null: the original has but one. */
        part: shownText().min(1).nullable(),
        from: z.int().positive(),
        to: z.int().positive(),
      }),
    )
    .min(1),
  /** Merged cells as spreadsheets address them, the table's first cell being A1: `A1:B1 A3:A9`. Missing: there are none. */
  merges: z
    .string()
    .regex(/^[A-Z]+\d+:[A-Z]+\d+(?: [A-Z]+\d+:[A-Z]+\d+)*$/)
    .optional(),
});
export type OriginalTable = z.infer<typeof OriginalTableSchema>;

/** A correction that the office made after publication (更正). */
const CorrectionSchema = z.strictObject({
  /** The day, `YYYY-MM-DD`. */
  date: z.iso.date(),
  /** Name of the project, as its table has it. Missing: it is about the whole file. */
  project: shownText().min(1).optional(),
  /** What was corrected, in words. */
  text: shownText().min(1),
});
export type Correction = z.infer<typeof CorrectionSchema>;

export const PublicationSchema = z.strictObject({
  /** Name of the publishing body (发布单位). */
  publisher: shownText().min(1).optional(),
  /** Address of the page on which the office published the file (发布页). */
  page: z.url({ protocol: /^https?$/ }).optional(),
  /** Day of publication (发布日期), `YYYY-MM-DD`. */
  published: z.iso.date().optional(),
  /** Document number (文号). */
  documentNumber: shownText().min(1).optional(),
  /** Licence of the published content (许可), as text. */
  licence: shownText().min(1).optional(),
  /** What was corrected since. */
  corrections: z.array(CorrectionSchema).min(1).optional(),
  /** The first day whose changes are shown, `YYYY-MM-DD`: an earlier version may have had what should not be published. */
  changesSince: z.iso.date().optional(),
  /** Identity numbers that may be published: six digits and the last four characters, `110105…002X`. */
  acceptedNumbers: z.array(z.string().regex(/^\d{6}…[\dX]{4}$/)).optional(),
  /** Day of the import, `YYYY-MM-DD`. */
  imported: z.iso.date().optional(),
  /** The office's own files that `npm run import` read. */
  originals: z.array(OriginalSchema).min(1).optional(),
  /** The tables of the text in their order, as they are in the originals. Written by `npm run import`. */
  tables: z.array(OriginalTableSchema).min(1).optional(),
});
export type Original = z.infer<typeof OriginalSchema>;
export type Publication = z.infer<typeof PublicationSchema>;

/** The originals that are published for download. */
export function publishedOriginals({ originals = [] }: Publication): Original[] {
  return originals.filter(({ withheld }) => !withheld);
}
