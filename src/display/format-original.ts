import { extname } from 'node:path';
import type { SheetRow } from '../record/sheet-schema.ts';

/** Where a row is in its original. */
export type OriginalRow = Pick<SheetRow, 'part' | 'row'>;

/** What readers call a kind of file, by its ending. */
const KINDS: Record<string, string> = {
  '.pdf': 'PDF',
  '.xlsx': 'Excel',
  '.xls': 'Excel',
  '.ods': '表格文件',
  '.et': '表格文件',
  '.docx': 'Word',
  '.doc': 'Word',
  '.rtf': '文档',
  '.odt': '文档',
  '.wps': '文档',
  '.html': '网页',
  '.htm': '网页',
  '.csv': 'CSV',
  '.tsv': 'CSV',
};

/** Said of an original that is not published. */
export const WITHHELD = '不提供下载';

/** `PDF`, `Excel`. @param name Of the file, as the office gave it. */
export function kindOfOriginal(name: string): string {
  return KINDS[extname(name).toLowerCase()] ?? '文本';
}

/** The page of a row, from 1; null: the original has no pages, or it is not known. */
export function pageOf({ part }: OriginalRow): number | null {
  const page = /^第 (\d+) 页/.exec(part ?? '')?.[1];
  return page === undefined ? null : Number(page);
}

/** `原件第 37 页`, `原件工作表“Sheet1”第 7 行`; `原件` where it is not known. @param name Of one of several: `原件“预算.pdf”第 37 页`. */
export function formatPlace(row: OriginalRow, name?: string): string {
  return `原件${name === undefined ? '' : `“${name}”`}${formatRows([row])}`;
}

/** `第 37 页`, `第 37—38 页`, `工作表“Sheet1”第 3—25 行`. Empty where it is not known. @param rows At least one. */
export function formatRows(rows: readonly OriginalRow[]): string {
  const pages = rows.flatMap((row) => pageOf(row) ?? []);
  if (pages.length > 0) return `第 ${formatRange(pages)} 页`;
  const parts = Map.groupBy(rows, ({ part }) => part);
  return [...parts]
    .flatMap(([part, ofPart]) => {
      const numbers = ofPart.flatMap(({ row }) => row ?? []);
      return numbers.length === 0 ? [] : [`${part ?? ''}第 ${formatRange(numbers)} 行`];
    })
    .join('、');
}

/** `3`, `3—25`: from the first to the last. */
function formatRange(numbers: readonly number[]): string {
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  return first === last ? String(first) : `${first}—${last}`;
}
