import { ImportError } from './import-error.ts';
import type { Imported, ImportedPiece } from './imported.ts';
import { quote } from './quote.ts';
import { eachElement, readElement, type XmlElement } from './read-xml.ts';
import { toCellText } from './to-cell-text.ts';
import { Numbering } from './word/numbering.ts';
import { readParagraph } from './word/read-paragraph.ts';
import { readStyles } from './word/read-styles.ts';
import { blocksOf, readTable } from './word/read-table.ts';
import type { WordContext } from './word/word-context.ts';

/** The tables of a .docx and the text between them. @param parts Its XML parts by name. Throws an {@link ImportError} for links that run code. */
export function readWord(parts: ReadonlyMap<string, string>): Imported {
  const link = findRunningLink(parts.get('word/_rels/document.xml.rels') ?? '');
  if (link !== undefined)
    throw new ImportError(
      `文件里有会运行程序的链接（${quote(link)}…），不能公开；请在 Word 里删去这个链接再导入`,
    );
  const document = parts.get('word/document.xml') ?? '';
  const body = readElement(document, 'body');
  if (body?.name !== 'w:body')
    throw new ImportError('Word 文档的结构不常见，读不出；请用办公软件打开后另存为 .docx');
  const context: WordContext = {
    numbering: new Numbering(parts.get('word/numbering.xml') ?? ''),
    styles: readStyles(parts.get('word/styles.xml') ?? ''),
    place: '',
    remarks: [],
    faults: [],
  };
  const pieces = readBlocks(body, context);
  const { remarks } = context;
  if (/<w:comment\s/.test(parts.get('word/comments.xml') ?? '')) remarks.push('文件里有批注，没有读入');
  if (/<w:(?:ins|del|moveTo|moveFrom)\s/.test(document))
    remarks.push('文件里有修订痕迹，按接受全部修订读入；请在 Word 里接受或拒绝修订后再公开');
  if (/<w:altChunk\s/.test(document)) remarks.push('文件里嵌了另一个文档，没有读入');
  return { pieces, remarks };
}

/** A link that runs code where it is followed. Browsers skip white space and controls within the scheme. */
function findRunningLink(relationships: string): string | undefined {
  let found: string | undefined;
  if (relationships !== '')
    eachElement(relationships, 'Relationship', ({ attributes }) => {
      const target = (attributes['Target'] ?? '').replaceAll(/[\s\p{Cc}]/gu, '');
      if (/^(?:javascript|vbscript|data):/i.test(target)) found ??= target;
    });
  return found;
}

function readBlocks(body: XmlElement, context: WordContext): ImportedPiece[] {
  const pieces: ImportedPiece[] = [];
  const parts: string[] = [];
  for (const block of blocksOf(body)) {
    if (block.name === 'w:tbl') {
      pieces.push(...readTable(block, context, parts));
      continue;
    }
    const lines = toCellText(readParagraph(block, context).text).split('\n');
    const last = pieces.at(-1);
    if (last?.kind === 'text') last.lines.push(...lines);
    else pieces.push({ kind: 'text', lines });
  }
  for (const piece of pieces)
    if (piece.kind === 'text') piece.lines = piece.lines.filter((line) => line !== '');
  return pieces;
}
