/**
 * In: a document of Word 97 to 2003, or of WPS, in its container.
 * Out: its tables and the text between them.
 */
import type { Container } from '../open-container.ts';
import type { Imported } from '../imported.ts';
import { toCellText } from '../to-cell-text.ts';
import { HEAD, openDocument } from './open-document.ts';
import { readParagraphs, type OldParagraph } from './read-paragraphs.ts';
import { readRow } from './read-row.ts';
import { readStyleLists } from './read-style-lists.ts';
import { isOn, SPRM, valueOf } from './sprms.ts';
import { toTable, type OldRow } from './to-table.ts';

/** Throws an ImportError where the document is broken or too old. */
export function readDoc(container: Container): Imported {
  const document = openDocument(container);
  const numbered = readStyleLists(document.tablePart(HEAD.stylesheet));
  const imported: Imported = { pieces: [], remarks: [] };
  let rows: OldRow[] = [];
  let row = newRow();
  let cell: string[] = [];
  const endTable = () => {
    if (rows.length === 0) return;
    const part = `第 ${imported.pieces.filter(({ kind }) => kind === 'table').length + 1} 张表`;
    imported.pieces.push(toTable(rows, part, imported.remarks));
    [rows, row, cell] = [[], newRow(), []];
  };
  for (const paragraph of readParagraphs(document)) {
    const isNumbered = (valueOf(paragraph.sprms, SPRM.PIlfo) ?? (numbered.has(paragraph.style) ? 1 : 0)) > 0;
    if (!isInTable(paragraph)) {
      endTable();
      if (isNumbered) paragraph.remarks.push('自动编号没有读入');
      imported.remarks.push(
        ...[...paragraph.remarks, ...paragraph.faults].map((text) => `表格以外：${text}`),
      );
      const lines = toCellText(paragraph.text).split('\n');
      const last = imported.pieces.at(-1);
      if (last?.kind === 'text') last.lines.push(...lines.filter((line) => line !== ''));
      else imported.pieces.push({ kind: 'text', lines: lines.filter((line) => line !== '') });
      continue;
    }
    if (isOn(paragraph.sprms, SPRM.PFTtp)) {
      rows.push({ ...row, shape: readRow(paragraph.sprms) });
      [row, cell] = [newRow(), []];
      continue;
    }
    const place = `第 ${row.texts.length + 1} 格：`;
    if (isNumbered) row.faults.push(`${place}有自动编号，读不出；请用办公软件另存为 .docx 再导入`);
    if ((valueOf(paragraph.sprms, SPRM.PItap) ?? 1) > 1)
      row.faults.push(`${place}格里面还有一张表格；请在 Word 里把它移到表外，或改成文字`);
    row.remarks.push(...paragraph.remarks.map((text) => place + text));
    row.faults.push(...paragraph.faults.map((text) => place + text));
    cell.push(paragraph.text);
    if (!paragraph.endsCell) continue;
    row.texts.push(toCellText(cell.join('\n')));
    cell = [];
  }
  endTable();
  return imported;
}

function newRow(): OldRow {
  return { texts: [], shape: null, remarks: [], faults: [] };
}

function isInTable({ sprms }: OldParagraph): boolean {
  return isOn(sprms, SPRM.PFInTable) || (valueOf(sprms, SPRM.PItap) ?? 0) > 0;
}
