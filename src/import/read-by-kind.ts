/**
 * In: an office's own file.
 * Out: its tables and the text between them.
 */
import { checkZip } from './check-zip.ts';
import { decodeText } from './decode-text.ts';
import { authorsOfParts, describeAuthors } from './authors.ts';
import { BROKEN } from './broken-file.ts';
import { describeContainer } from './describe-container.ts';
import { ImportError } from './import-error.ts';
import type { Imported } from './imported.ts';
import { kindOf } from './kind-of.ts';
import { kindOfArchive } from './kind-of-archive.ts';
import { openContainer } from './open-container.ts';
import { readCellFacts } from './workbook/read-cell-facts.ts';

/** 20 MB: many times the largest real file. */
const LARGEST = 20 * 1024 * 1024;

/** What depends on where the file is read. */
export interface Reading {
  /** Called with each sheet's name before it is read. */
  onSheet: (name: string) => void;
  readPdf: (bytes: Uint8Array) => Promise<Imported>;
}

/** Reads a file in this thread, without Node: browsers do so, too. Throws an {@link ImportError}. */
export async function readByKind(
  name: string,
  bytes: Uint8Array,
  { onSheet, readPdf }: Reading,
): Promise<Imported> {
  if (bytes.length === 0) throw new ImportError('文件是空的');
  if (bytes.length > LARGEST)
    throw new ImportError(
      `文件有 ${Math.ceil(bytes.length / 1024 / 1024)} MB，上限是 20 MB；请把要公开的表另存为一个新文件`,
    );
  const [ending] = /(?<=[^/\\])\.[^./\\]*$/.exec(name.toLowerCase()) ?? [''];
  switch (kindOf(bytes)) {
    case 'program':
      throw new ImportError('这是一个程序，不是表格；文件名可能被改过');
    case 'container':
      return named(ending, OFFICE, await readContainer(bytes, onSheet));
    case 'zip':
      return named(ending, OFFICE, await orTooDeep(() => readArchive(bytes, onSheet)));
    case 'pdf':
      return named(ending, ['.pdf'], await readPdf(bytes));
    case 'image':
      throw new ImportError(
        '这是图片，里面的字读不出；请导入制作它的 Excel 或 Word 文件，没有的话把表录入一个新的 .xlsx',
      );
    case 'rar':
      throw new ImportError('这是压缩包，不是表格；请先解压，再逐个导入里面的文件');
    case 'rtf':
      throw new ImportError('这是 .rtf 文件，读不出；请用办公软件另存为 .docx');
    case 'text':
      return await orTooDeep(() => readTextFile(ending, bytes));
  }
}

/** Loaded for the file that needs them: libraries take longer to load than most files to read. */
const readers = {
  openDocument: () => import('./open-document/read-open-document.ts'),
  oldFile: () => import('./read-old-file.ts'),
  textTable: () => import('./read-text-table.ts'),
  markdown: () => import('./read-markdown.ts'),
  webPage: () => import('./read-web-page.ts'),
  word: () => import('./read-word.ts'),
  workbook: () => import('./read-workbook.ts'),
};

/** Programs save under each other's names, so the bytes decide what a file of these is. */
const OFFICE = ['.xlsx', '.xlsm', '.xls', '.et', '.ods', '.docx', '.docm', '.doc', '.wps', '.odt'];
const KNOWN = `.xlsx、.xls、.et、.ods、.docx、.doc、.wps、.odt、.pdf、.html、.csv、.tsv、.md、.txt`;

function named(ending: string, endings: readonly string[], imported: Imported): Imported {
  if (endings.includes(ending)) return imported;
  throw new ImportError(`内容和文件名的“${ending}”不符；请把文件名改成 ${endings.join('、')} 中对的一个`);
}

/** Elements that are nested by the thousand leave no room on the stack. */
async function orTooDeep(read: () => Imported | Promise<Imported>): Promise<Imported> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new ImportError('文件太复杂，不像一份绩效目标表；请把要公开的表另存为一个新文件');
  }
}

/** A file of Office 97 or of WPS. Wrong bytes lead the library astray in many ways; all mean that it can't be read. */
async function readContainer(bytes: Uint8Array, onSheet: (name: string) => void): Promise<Imported> {
  const problem = describeContainer(openContainer(bytes));
  if (problem !== null) throw problem;
  const { readOldFile } = await readers.oldFile();
  try {
    return readOldFile(bytes, onSheet);
  } catch (error) {
    throw error instanceof ImportError ? error : new ImportError(BROKEN);
  }
}

async function readArchive(bytes: Uint8Array, onSheet: (name: string) => void): Promise<Imported> {
  const parts = checkZip(bytes);
  const imported = await readParts(bytes, parts, onSheet);
  imported.remarks.push(...describeAuthors(authorsOfParts(parts)));
  if (parts.has('xl/vbaProject.bin') || parts.has('word/vbaProject.bin'))
    imported.remarks.push('文件里有宏，没有读入，也不会运行');
  return imported;
}

async function readParts(
  bytes: Uint8Array,
  parts: ReadonlyMap<string, string>,
  onSheet: (name: string) => void,
): Promise<Imported> {
  const kind = kindOfArchive(parts);
  if (kind === 'open-document') return (await readers.openDocument()).readOpenDocument(parts);
  if (kind !== 'xlsx') return (await readers.word()).readWord(parts);
  return (await readers.workbook()).readWorkbook(bytes, readCellFacts(parts), onSheet);
}

async function readTextFile(ending: string, bytes: Uint8Array): Promise<Imported> {
  if (ending === '.pdf') throw new ImportError('内容不是 PDF 文件；文件名可能被改过，或文件已损坏');
  const isOffice = OFFICE.includes(ending);
  if (!isOffice && !['.html', '.htm', '.csv', '.tsv', '.md', '.txt'].includes(ending))
    throw new ImportError(`不认识“${ending}”文件；可以导入 ${KNOWN}`);
  const { text } = decodeText(bytes);
  // Office programs and web systems give pages, XML and mail archives the names of workbooks.
  if (/^\s*MIME-Version:/i.test(text))
    throw new ImportError('这是网页存档（.mht），读不出；请用办公软件打开，另存为 .xlsx 或 .docx');
  if (/^\s*<\?xml[^]{0,500}?(?:progid="Excel\.Sheet"|<(?:\w+:)?Workbook\b)/.test(text))
    throw new ImportError('这是 XML 格式的表格；请用办公软件另存为 .xlsx');
  if (ending === '.html' || ending === '.htm') return (await readers.webPage()).readWebPage(text);
  if (ending === '.csv' || ending === '.tsv') return (await readers.textTable()).readTextTable(text);
  if (!isOffice) return (await readers.markdown()).readMarkdown(text);
  if (/^\s*<(?:!doctype html|html|table|meta|\?xml|style|div|body|head)/i.test(text))
    return (await readers.webPage()).readWebPage(text);
  throw new ImportError(`内容不是 ${ending} 文件；文件名可能被改过，请用办公软件打开后另存为 .xlsx 或 .docx`);
}
