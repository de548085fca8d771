import { ImportError } from './import-error.ts';

/** Programs' formats that are archives, by a part that only they have. */
const FORMATS: readonly (readonly [part: string, message: string])[] = [
  [
    'OFD.xml',
    '这是 .ofd 版式文件，读不出；请导入制作它的 Excel 或 Word 文件，没有的话用阅读器另存为 PDF 再导入',
  ],
  ['xl/workbook.bin', '这是二进制工作簿（.xlsb）；请用办公软件另存为 .xlsx'],
  ['ppt/presentation.xml', '这是演示文稿，不是表格；请把表复制到 Excel 或 Word 里再导入'],
];

/** What an archive holds. Throws an {@link ImportError} for what is not read, with what to do instead. @param parts Its parts by name. */
export function kindOfArchive(parts: ReadonlyMap<string, string>): 'xlsx' | 'docx' | 'open-document' {
  if (parts.has('xl/workbook.xml')) return 'xlsx';
  if (parts.has('word/document.xml')) return 'docx';
  const type = parts.get('mimetype') ?? '';
  if (/opendocument\.(?:spreadsheet|text)/.test(type)) return 'open-document';
  const message = FORMATS.find(([part]) => parts.has(part))?.[1];
  throw new ImportError(message ?? '这是压缩包，不是表格；请先解压，再逐个导入里面的文件');
}
