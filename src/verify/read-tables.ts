/**
 * In: CSV files and workbooks.
 * Out: their cells.
 */
import { strFromU8, unzipSync } from 'fflate';

/** Rows of cells, the names of the columns first. */
export type CsvRows = string[][];

const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g;

/** The rows of a CSV file (RFC 4180). */
export function readCsv(text: string): CsvRows {
  const rows: CsvRows = [];
  let cells: string[] = [];
  for (const [, quoted, plain = '', divider] of text.replace(/^\uFEFF/, '').matchAll(CELL)) {
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (divider === ',') continue;
    if (cells.length > 1 || cells[0] !== '') rows.push(cells);
    cells = [];
  }
  return rows;
}

/** The sheets of a workbook: cells by their address. */
export function readWorkbook(bytes: Uint8Array): Map<string, string>[] {
  const parts = bytes.length > 0 ? unzipSync(bytes) : {};
  const partOf = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  const shared = [...partOf('xl/sharedStrings.xml').matchAll(/<si>([^]*?)<\/si>/g)].map(([, item = '']) =>
    [...item.matchAll(/<t(?:\s[^>]*)?>([^]*?)<\/t>/g)].map(([, text = '']) => decode(text)).join(''),
  );
  const names = Object.keys(parts).filter((name) => /^xl\/worksheets\/sheet\d\.xml$/.test(name));
  return names.sort().map((name) => {
    const cells = partOf(name).matchAll(
      /<c r="([A-Z]+\d+)"(?: s="\d+")?(?: t="(\w+)")?(?: s="\d+")?><v>([^<]*)<\/v>/g,
    );
    return new Map(
      cells.map(([, address = '', type, value = '']) => [
        address,
        type === 's' ? (shared[Number(value)] ?? '') : value,
      ]),
    );
  });
}

/** A text of XML; `_x005F_` keeps what looks like an escape from being one. */
function decode(text: string): string {
  const names: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return text
    .replaceAll(
      /&(?:#x([\da-f]+)|#(\d+)|([a-z]+));/gi,
      (entity, hex: string | undefined, decimal: string | undefined, name: string) =>
        hex !== undefined || decimal !== undefined
          ? String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
          : (names[name] ?? entity),
    )
    .replaceAll(/_x([\da-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Without the apostrophe that keeps a spreadsheet from running a text. */
export function unguard(text: string): string {
  return text.startsWith("'") ? text.slice(1) : text;
}
