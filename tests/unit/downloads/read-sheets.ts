import { read, utils } from '@e965/xlsx';

/** Rows of each sheet of a workbook by its name, as texts and figures. */
export function readSheets(bytes: Uint8Array): Record<string, unknown[][]> {
  const { SheetNames, Sheets } = read(bytes);
  return Object.fromEntries(
    SheetNames.map((name) => [name, utils.sheet_to_json<unknown[]>(Sheets[name] ?? {}, { header: 1 })]),
  );
}
