/**
 * In: an office's own file.
 * Out: its tables and the text between them.
 */
import { extname } from 'node:path';
import { checkZip } from './check-zip.ts';
import { decodeText } from './decode-text.ts';
import { describeContainer } from './describe-container.ts';
import { ImportError } from './import-error.ts';
import type { Imported } from './imported.ts';
import { readPdf } from './pdf/read-pdf.ts';
import { readMarkdown } from './read-markdown.ts';
import { readTextTable } from './read-text-table.ts';
import { readWebPage } from './read-web-page.ts';
import { readWord } from './read-word.ts';
import { readWorkbook } from './read-workbook.ts';

/** 20 MB: many times the largest real file. */
const LARGEST = 20 * 1024 * 1024;

/** @param onSheet Called with each sheet's name before it is read. Throws an {@link ImportError}. */
export async function readOriginal(
  name: string,
  bytes: Uint8Array,
  onSheet: (name: string) => void = () => undefined,
): Promise<Imported> {
  if (bytes.length === 0) throw new ImportError('文件是空的');
  if (bytes.length > LARGEST)
    throw new ImportError(
      `文件有 ${Math.ceil(bytes.length / 1024 / 1024)} MB，上限是 20 MB；请把要公开的表另存为一个新文件`,
    );
  const ending = extname(name).toLowerCase();
  const magic = magicOf(bytes);
  if (magic === 'program') throw new ImportError('这是一个程序，不是表格；文件名可能被改过');
  if (magic === 'ole') throw new ImportError(describeContainer(bytes));
  if (ending === '.xlsx' || ending === '.docx') {
    if (magic !== 'zip')
      throw new ImportError(`内容不是 ${ending} 文件；文件名可能被改过，请用办公软件打开后另存`);
    const parts = checkZip(bytes);
    if (ending === '.xlsx') {
      if (!parts.has('xl/workbook.xml')) throw new ImportError('内容不是 Excel 工作簿；文件名可能被改过');
      return readWorkbook(bytes, 'xlsx', parts, onSheet);
    }
    if (!parts.has('word/document.xml')) throw new ImportError('内容不是 Word 文档；文件名可能被改过');
    return readWord(parts);
  }
  if (ending === '.pdf') {
    if (magic !== 'pdf') throw new ImportError('内容不是 PDF 文件；文件名可能被改过，或文件已损坏');
    return readPdf(bytes);
  }
  if (magic !== null) throw new ImportError(`内容和文件名的“${ending}”不符；文件名可能被改过`);
  switch (ending) {
    case '.html':
    case '.htm':
      return readWebPage(decodeText(bytes).text);
    case '.csv':
    case '.tsv':
      return readTextTable(decodeText(bytes).text);
    case '.md':
    case '.txt':
      return readMarkdown(decodeText(bytes).text);
    case '.xls':
      // Many programs save a web page as .xls; a real one has been recognized by its first bytes.
      if (/^\s*<(?:!doctype html|html|table|meta|\?xml|style|div|body|head)/i.test(decodeText(bytes).text))
        return readWebPage(decodeText(bytes).text);
      throw new ImportError('内容不是 Excel 工作簿；请用办公软件打开，另存为 .xlsx 再导入');
    default:
      throw new ImportError(
        `不认识“${ending}”文件；可以导入 .xlsx、.docx、.pdf、.html、.csv、.tsv、.md、.txt`,
      );
  }
}

function magicOf(bytes: Uint8Array): 'zip' | 'ole' | 'program' | 'pdf' | null {
  const start = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  if (start.startsWith('PK')) return 'zip';
  if (start.startsWith('\xd0\xcf\x11\xe0')) return 'ole';
  if (start.startsWith('MZ') || start.startsWith('\x7fELF')) return 'program';
  return start.startsWith('%PDF') ? 'pdf' : null;
}
