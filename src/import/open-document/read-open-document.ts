/**
 * In: the parts of an OpenDocument file: .ods or .odt.
 * Out: its tables and the text between them. Each cell has the text that the program printed.
 */
import { ImportError } from '../import-error.ts';
import type { Imported, ImportedPiece } from '../imported.ts';
import { attributeOf, childElements, childOf, localName, readElement, type XmlElement } from '../read-xml.ts';
import { readOpenStyles, type OpenStyle } from './read-styles.ts';
import { readOpenTable } from './read-open-table.ts';
import { readOpenText } from './read-text.ts';

/** Throws an {@link ImportError} where the file is broken or has a password. */
export function readOpenDocument(parts: ReadonlyMap<string, string>): Imported {
  if (/<(?:\w+:)?encryption-data\b/.test(parts.get('META-INF/manifest.xml') ?? ''))
    throw new ImportError('文件有密码保护，读不出；请用办公软件打开，去掉密码再保存', { reason: 'locked' });
  const body = readElement(parts.get('content.xml') ?? '', 'body');
  const content = childOf(body, 'spreadsheet') ?? childOf(body, 'text');
  if (!content) throw new ImportError('文件里没有表格');
  const isSheet = localName(content.name) === 'spreadsheet';
  const styles = readOpenStyles(parts);
  const imported: Imported = { pieces: [], remarks: [] };
  if (childOf(content, 'tracked-changes'))
    imported.remarks.push('文件里有修订痕迹，按接受全部修订读入；请接受或拒绝修订后再公开');
  readBlocks(content, isSheet, styles, imported);
  return imported;
}

function readBlocks(
  content: XmlElement,
  isSheet: boolean,
  styles: ReadonlyMap<string, OpenStyle>,
  { pieces, remarks }: Imported,
): void {
  for (const block of childElements(content)) {
    const name = localName(block.name);
    if (name === 'table') {
      const count = pieces.filter(({ kind }) => kind === 'table').length;
      const part = isSheet ? `工作表“${attributeOf(block, 'name')}”` : `第 ${count + 1} 张表`;
      if (styles.get(attributeOf(block, 'style-name'))?.isHiddenSheet) {
        remarks.push(`${part}是隐藏的，没有读入`);
        continue;
      }
      const table = readOpenTable(block, part, styles, remarks);
      if (table.rows.length > 0) pieces.push({ kind: 'table', part, ...table });
    } else if (name === 'p' || name === 'h') {
      const reading = readOpenText(block, styles);
      remarks.push(...[...reading.remarks, ...reading.faults].map((text) => `表格以外：${text}`));
      addLines(
        pieces,
        reading.text.split('\n').filter((line) => line !== ''),
      );
    } else if (name === 'section') readBlocks(block, isSheet, styles, { pieces, remarks });
    else if (name === 'list') remarks.push('表格以外：有带编号的文字，没有读入');
  }
}

function addLines(pieces: ImportedPiece[], lines: readonly string[]): void {
  const last = pieces.at(-1);
  if (last?.kind === 'text') last.lines.push(...lines);
  else pieces.push({ kind: 'text', lines: [...lines] });
}
