import { strToU8, unzipSync, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { findNestedTable } from './find-nested-table.ts';
import { ImportError } from './import-error.ts';
import type { Imported } from './imported.ts';
import { plainWordRuns } from './plain-word-runs.ts';
import { readWebPage } from './read-web-page.ts';

/** The tables of a .docx and the text between them. @param parts Its XML parts by name. Throws an {@link ImportError} for links that run code. */
export async function readWord(bytes: Uint8Array, parts: ReadonlyMap<string, string>): Promise<Imported> {
  const links = parts.get('word/_rels/document.xml.rels') ?? '';
  const link = /Target\s*=\s*["']\s*((?:javascript|vbscript|data)\s*:[^"']{0,40})/i.exec(links)?.[1];
  if (link !== undefined)
    throw new ImportError(
      `文件里有会运行程序的链接（${link.slice(0, 30)}…），不能公开；请在 Word 里删去这个链接再导入`,
    );
  const document = parts.get('word/document.xml') ?? '';
  const nested = findNestedTable(document);
  if (nested !== null)
    throw new ImportError(
      `一格里面还有一张表格（“${nested}”），读不出；请在 Word 里把它移到表外，或改成文字，再导入`,
    );
  const remarks: string[] = [];
  const { value } = await mammoth.convertToHtml(
    { buffer: withDocument(bytes, document, plainWordRuns(document, remarks)) },
    { convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })) },
  );
  const imported = readWebPage(value);
  imported.remarks.push(...remarks);
  if (/<w:comment\s/.test(parts.get('word/comments.xml') ?? ''))
    imported.remarks.push('文件里有批注，没有读入');
  if (/<w:(?:ins|del)\s/.test(document))
    imported.remarks.push('文件里有修订痕迹，按接受全部修订读入；请在 Word 里接受或拒绝修订后再公开');
  return imported;
}

/** The file with another text for its document. */
function withDocument(bytes: Uint8Array, before: string, after: string): Buffer {
  if (after === before) return Buffer.from(bytes);
  return Buffer.from(zipSync({ ...unzipSync(bytes), 'word/document.xml': strToU8(after) }));
}
