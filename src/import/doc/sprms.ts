import type { Bytes } from '../bytes.ts';

/** One property change: its code, and its operand without the length. */
export interface Sprm {
  code: number;
  operand: Bytes;
}

/** The codes that are read, by their names in [MS-DOC] 2.6. */
export const SPRM = {
  CFRMarkDel: 0x0800,
  CFStrike: 0x0837,
  CFVanish: 0x083c,
  CFDStrike: 0x2a53,
  CIss: 0x2a48,
  CRgFtc0: 0x4a4f,
  CSymbol: 0x6a09,
  PFInTable: 0x2416,
  PFTtp: 0x2417,
  PItap: 0x6649,
  PIlfo: 0x460b,
  PHugePapx: 0x6646,
  TDefTable: 0xd608,
  TVertMerge: 0xd62b,
} as const;

/** Bytes of an operand by the highest three bits of the code; 6: the operand begins with its length. */
const SIZES = [1, 1, 2, 4, 2, 2, -1, 3];
const TAB_CHANGES = 0xc615;

/** The property changes of a list. A list that is cut ends early. */
export function readSprms(list: Bytes): Sprm[] {
  const sprms: Sprm[] = [];
  let at = 0;
  while (at + 2 < list.length) {
    const code = list.readUInt16LE(at);
    at += 2;
    let size = SIZES[code >> 13] ?? 1;
    if (code === SPRM.TDefTable) {
      if (at + 2 > list.length) break;
      // The length of a table's definition takes two bytes, and counts one too many.
      size = list.readUInt16LE(at) - 1;
      at += 2;
    } else if (size < 0) {
      size = list.readUInt8(at);
      at += 1;
      // So many changes of tabs that their length does not fit.
      if (code === TAB_CHANGES && size === 0xff) break;
    }
    if (size < 0) break;
    sprms.push({ code, operand: list.subarray(at, at + size) });
    at += size;
  }
  return sprms;
}

/** The last value of a property that is a number of one, two or four bytes. Undefined: it is not in the list. */
export function valueOf(sprms: readonly Sprm[], code: number): number | undefined {
  const operand = sprms.findLast((sprm) => sprm.code === code)?.operand;
  return operand && operand.length > 0 ? operand.readUIntLE(0, Math.min(operand.length, 4)) : undefined;
}

/** Whether a property is switched on. 81 (hex) is the opposite of the style, which is off. */
export function isOn(sprms: readonly Sprm[], code: number): boolean {
  const value = valueOf(sprms, code);
  return value === 1 || value === 0x81;
}
