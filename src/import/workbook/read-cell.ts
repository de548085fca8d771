import type { CellObject } from '@e965/xlsx';
import { quote } from '../quote.ts';
import { printNumber, printText } from './print-number.ts';
import type { CellFacts } from './read-cell-facts.ts';

export interface CellReading {
  /** As the program prints it: `95%`, `27,700.00`. */
  text: string;
  /** What was left out or should be checked. */
  remarks: string[];
  /** Why its text can't be read. */
  faults: string[];
}

/** @param facts What the library dropped. Undefined: nothing. */
export function readCell(
  cell: CellObject | undefined,
  facts: CellFacts | undefined,
  { date1904 }: { date1904: boolean },
): CellReading {
  const reading: CellReading = { text: '', remarks: [], faults: [] };
  // A program that writes no results leaves 0 or nothing: neither is the office's figure.
  if (facts?.lacksResult || (cell?.f !== undefined && (cell.v === undefined || cell.t === 'z')))
    reading.faults.push('的公式没有算出结果；请用办公软件打开，重新保存，再导入');
  if (!cell) return reading;
  for (const comment of cell.c ?? []) reading.remarks.push(`有批注，没有读入：“${quote(comment.t)}”`);
  if (/^=?(?:_xlfn\.)?DISPIMG\(/i.test(typeof cell.v === 'string' ? cell.v : (cell.f ?? ''))) {
    reading.faults.push('是一张图片，读不出；请在格里写成文字');
    return reading;
  }
  if (facts?.rich) {
    reading.remarks.push(...facts.rich.remarks);
    reading.text = facts.rich.text;
    return reading;
  }
  const format = facts?.format ?? (typeof cell.z === 'string' ? cell.z : 'General');
  const printed = print(cell, format, date1904);
  if (printed === null)
    reading.faults.push(`的数字格式“${format}”读不出；请改成常规格式或文本，写成要公开的样子`);
  reading.text = printed ?? '';
  if (facts?.isStruck && reading.text.trim() !== '') {
    reading.remarks.push(`有删除线的文字没有读入：“${quote(reading.text)}”`);
    reading.text = '';
    return reading;
  }
  if (cell.t === 'e') reading.remarks.push(`的公式出错，显示为 ${reading.text}；请在原件里改好`);
  if (printed?.trim() === '' && valueOf(cell).trim() !== '')
    reading.remarks.push(`的数字格式“${format}”不显示内容“${quote(valueOf(cell))}”，按空格读入`);
  return reading;
}

function print(cell: CellObject, format: string, date1904: boolean): string | null {
  if (cell.t === 's') return printText(valueOf(cell), format);
  if (cell.t === 'n' && typeof cell.v === 'number') return printNumber(cell.v, format, date1904);
  return cell.w ?? valueOf(cell);
}

function valueOf({ v }: CellObject): string {
  return v === undefined ? '' : String(v);
}
