/**
 * In: what somebody pasted, or a file.
 * Out: the text that an office would store of it, and where each of its lines comes from.
 */
import { decodeText } from '../import/decode-text.ts';
import { ImportError } from '../import/import-error.ts';
import { keepCaptions } from '../import/keep-captions.ts';
import { kindOf } from '../import/kind-of.ts';
import type { Origins } from '../import/write-markdown.ts';

/** A text, or a file with its name. */
export type CheckInput = { kind: 'text'; text: string } | { kind: 'file'; name: string; bytes: Uint8Array };

/** A text that can be read as a source. */
export interface CheckSource {
  text: string;
  /** Rows of the file that was read, by line. Null: the text is the file. */
  origins: Origins | null;
  /** What was left out of the file or should be checked, in Chinese. */
  remarks: string[];
}

/** Called with what is being read now: a sheet, a page. */
export type OnPart = (name: string) => void;

/** Loads what the kind of the file needs. Throws an {@link ImportError}. */
export async function readInput(input: CheckInput, onPart: OnPart): Promise<CheckSource> {
  if (input.kind === 'text') return { text: withLineEnd(input.text), origins: null, remarks: [] };
  const { name, bytes } = input;
  return /\.(?:md|txt)$/i.test(name) && bytes.length > 0 && kindOf(bytes) === 'text'
    ? readSource(bytes)
    : await readOffice(name, bytes, onPart);
}

/** What is copied ends with its last cell, a file with a line end. */
function withLineEnd(text: string): string {
  return /[\r\n]$/.test(text) ? text : `${text}\n`;
}

function readSource(bytes: Uint8Array): CheckSource {
  const { text, encoding } = decodeText(bytes);
  const remark = `文件的编码是 ${encoding.toUpperCase()}，这里读得出；存进内容文件夹时请用编辑器另存为 UTF-8`;
  return { text, origins: null, remarks: encoding === 'utf-8' ? [] : [remark] };
}

async function readOffice(name: string, bytes: Uint8Array, onPart: OnPart): Promise<CheckSource> {
  const [{ readByKind }, { writeMarkdown }] = await Promise.all([
    import('../import/read-by-kind.ts'),
    import('../import/write-markdown.ts'),
  ]);
  const { pieces, remarks, isPage } = await readByKind(name, bytes, {
    onSheet: (sheet) => {
      onPart(`工作表“${sheet}”`);
    },
    readPdf: async (pdf) => await (await import('./read-pdf.ts')).readPdf(pdf, onPart),
  });
  if (!pieces.some(({ kind }) => kind === 'table')) throw new ImportError('里面没有表格');
  const { kept, remark } = isPage ? keepCaptions(pieces) : { kept: pieces, remark: null };
  const { text, origins } = writeMarkdown(kept, {});
  return { text, origins, remarks: remark === null ? remarks : [...remarks, remark] };
}
