import mammoth from 'mammoth';
import { ImportError } from './import-error.ts';
import type { Imported } from './imported.ts';
import { readWebPage } from './read-web-page.ts';

/** The tables of a .docx and the text between them. @param parts Its XML parts by name. Throws an {@link ImportError} for links that run code. */
export async function readWord(bytes: Uint8Array, parts: ReadonlyMap<string, string>): Promise<Imported> {
  const links = parts.get('word/_rels/document.xml.rels') ?? '';
  const link = /Target\s*=\s*["']\s*((?:javascript|vbscript|data)\s*:[^"']{0,40})/i.exec(links)?.[1];
  if (link !== undefined)
    throw new ImportError(
      `文件里有会运行程序的链接（${link.slice(0, 30)}…），不能公开；请在 Word 里删去这个链接再导入`,
    );
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    { convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })) },
  );
  const imported = readWebPage(value);
  const document = parts.get('word/document.xml') ?? '';
  if (/<w:comment\s/.test(parts.get('word/comments.xml') ?? ''))
    imported.remarks.push('文件里有批注，没有读入');
  if (/<w:(?:ins|del)\s/.test(document))
    imported.remarks.push('文件里有修订痕迹，按接受全部修订读入；请在 Word 里接受或拒绝修订后再公开');
  if (/<w:vanish\s*\/>/.test(document)) imported.remarks.push('文件里有隐藏文字，可能已读入；请对照原件检查');
  return imported;
}
