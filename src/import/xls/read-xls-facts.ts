import { utils } from '@e965/xlsx';
import { PlainBytes, type Bytes } from '../bytes.ts';
import { ImportError } from '../import-error.ts';
import { chineseFormat } from '../workbook/chinese-formats.ts';
import type { CellFacts, SheetFacts } from '../workbook/read-cell-facts.ts';
import type { CellStyle } from '../workbook/read-cell-styles.ts';
import { printRuns, type FontFormat, type RichText } from '../workbook/read-rich-text.ts';
import { readRecords, type BiffRecord } from './read-records.ts';
import { readSharedStrings, type SharedString } from './read-shared-strings.ts';

/** Types of records, by their names in [MS-XLS] 2.3. */
const TYPE = {
  BOF: 0x809,
  BoundSheet: 0x85,
  Font: 0x31,
  Format: 0x41e,
  XF: 0xe0,
  SST: 0xfc,
  LabelSst: 0xfd,
  Number: 0x203,
  RK: 0x27e,
  MulRk: 0xbd,
  Formula: 0x06,
  Obj: 0x5d,
} as const;
const EXCEL_97 = 0x0600;
const STRUCK = 0x0008;
const PLACES = ['', 'superscript', 'subscript'];
const PICTURE = 8;
const CHECK_BOX = 0x0b;

/** What the library drops of an Excel 97 workbook, by the sheet's name. Throws an {@link ImportError} for older ones. */
export function readXlsFacts(stream: Bytes): Map<string, SheetFacts> {
  if (stream.length < 6 || stream.readUInt16LE(0) !== TYPE.BOF || stream.readUInt16LE(4) !== EXCEL_97)
    throw new ImportError('这是 Excel 95 或更早的文件，读不出；请用办公软件另存为 .xlsx');
  const records = readRecords(stream);
  const contents = (type: number) =>
    records.filter((record) => record.type === type).map(({ parts }) => parts[0] ?? new PlainBytes(0));
  const fonts = contents(TYPE.Font).map((content) => readFont(content));
  const formats = new Map(contents(TYPE.Format).map((content) => readFormat(content)));
  const styles = contents(TYPE.XF).map((content) => readStyle(content, fonts, formats));
  const strings = readSharedStrings(records.find(({ type }) => type === TYPE.SST)?.parts ?? []);
  const sheets = contents(TYPE.BoundSheet).flatMap((content) =>
    content.length < 8 ? [] : [readSheet(content)],
  );
  return new Map(
    sheets.map(({ name, offset }) => {
      const start = records.findIndex((record) => record.offset >= offset);
      const next = records.findIndex((record, index) => index > start && record.type === TYPE.BOF);
      const own = start < 0 ? [] : records.slice(start, next < 0 ? undefined : next);
      return [name, { cells: readCells(own, styles, strings, fonts), remarks: objectsOf(own) }];
    }),
  );
}

function readFont(content: Bytes): FontFormat {
  if (content.length < 10) return { struck: false, place: '' };
  const struck = (content.readUInt16LE(2) & STRUCK) !== 0;
  return { struck, place: PLACES[content.readUInt16LE(8)] ?? '' };
}

/** Number 4 of fonts is left out. */
function fontAt(fonts: readonly FontFormat[], number: number): FontFormat {
  return fonts[number > 4 ? number - 1 : number] ?? { struck: false, place: '' };
}

function readFormat(content: Bytes): [id: number, code: string] {
  if (content.length < 5) return [-1, ''];
  const isWide = (content.readUInt8(4) & 1) !== 0;
  const size = content.readUInt16LE(2) * (isWide ? 2 : 1);
  return [content.readUInt16LE(0), content.toString(isWide ? 'utf16le' : 'latin1', 5, 5 + size)];
}

function readStyle(
  content: Bytes,
  fonts: readonly FontFormat[],
  formats: ReadonlyMap<number, string>,
): CellStyle {
  if (content.length < 4) return { format: null, font: fontAt([], 0) };
  const id = content.readUInt16LE(2);
  return { format: formats.get(id) ?? chineseFormat(id), font: fontAt(fonts, content.readUInt16LE(0)) };
}

function readSheet(content: Bytes): { name: string; offset: number } {
  const isWide = (content.readUInt8(7) & 1) !== 0;
  const size = content.readUInt8(6) * (isWide ? 2 : 1);
  return {
    name: content.toString(isWide ? 'utf16le' : 'latin1', 8, 8 + size),
    offset: content.readUInt32LE(0),
  };
}

function readCells(
  records: readonly BiffRecord[],
  styles: readonly CellStyle[],
  strings: readonly SharedString[],
  fonts: readonly FontFormat[],
): Map<string, CellFacts> {
  const cells = new Map<string, CellFacts>();
  const add = (row: number, column: number, style: CellStyle | undefined, rich: RichText | null = null) => {
    const isStruck = rich === null && style?.font.struck === true;
    if (style?.format || rich || isStruck)
      cells.set(utils.encode_cell({ r: row, c: column }), {
        format: style?.format ?? null,
        rich,
        isStruck,
        lacksResult: false,
      });
  };
  for (const { type, parts } of records) {
    const content = parts[0] ?? new PlainBytes(0);
    if (content.length < 10) continue;
    const [row, column] = [content.readUInt16LE(0), content.readUInt16LE(2)];
    const style = styles[content.readUInt16LE(4)];
    if (type === TYPE.LabelSst)
      add(row, column, style, richOf(strings[content.readUInt32LE(6)], style, fonts));
    else if (type === TYPE.Number || type === TYPE.RK || type === TYPE.Formula) add(row, column, style);
    else if (type === TYPE.MulRk)
      // Each number takes six bytes behind its style; two bytes end the record.
      for (let at = 4; at + 8 <= content.length; at += 6) {
        add(row, column + (at - 4) / 6, styles[content.readUInt16LE(at)]);
      }
  }
  return cells;
}

/** The text of a string with the fonts of its runs. Null: the library has its text. */
function richOf(
  string: SharedString | undefined,
  style: CellStyle | undefined,
  fonts: readonly FontFormat[],
): RichText | null {
  if (!string) return null;
  const own = style?.font ?? fontAt([], 0);
  const starts = [
    { start: 0, font: own },
    ...string.runs.map((run) => ({ start: run.start, font: fontAt(fonts, run.font) })),
  ];
  return printRuns(
    starts.map(({ start, font }, index) => [string.text.slice(start, starts[index + 1]?.start), font]),
  );
}

/** Pictures and boxes to tick that lie over cells; their places are in drawings that are not read. */
function objectsOf(records: readonly BiffRecord[]): string[] {
  const kinds = records
    .filter(({ type }) => type === TYPE.Obj)
    .map(({ parts }) => ((parts[0]?.length ?? 0) >= 6 ? parts[0]?.readUInt16LE(4) : undefined));
  const count = (kind: number) => kinds.filter((found) => found === kind).length;
  const [pictures, boxes] = [count(PICTURE), count(CHECK_BOX)];
  return [
    ...(pictures > 0 ? [`有 ${pictures} 张图片，没有读入`] : []),
    ...(boxes > 0 ? [`有 ${boxes} 个勾选框，没有读入；请在格里写 ☑ 或 ☐`] : []),
  ];
}
