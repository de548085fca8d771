import { closeSync, openSync, readSync } from 'node:fs';

/** Windows' programs point to their header from their first bytes; it begins within these. */
const HEAD = 1024;
const ELF: Record<number, string> = { 62: 'linux-x64', 183: 'linux-arm64' };
const PE: Record<number, string> = { 0x8664: 'win32-x64', 0xaa64: 'win32-arm64' };
const MACH_O: Record<number, string> = { 0x0100000c: 'darwin-arm64', 0x01000007: 'darwin-x64' };

/** The platform that a native program or library runs on, by the header of the file. Null: the file is neither. */
export function machineOf(path: string): string | null {
  const head = Buffer.alloc(HEAD);
  const file = openSync(path, 'r');
  readSync(file, head);
  closeSync(file);
  const start = head.toString('latin1', 0, 4);
  if (start === '\x7fELF') return ELF[head.readUInt16LE(18)] ?? 'another ELF';
  if (start === '\xcf\xfa\xed\xfe') return MACH_O[head.readUInt32LE(4)] ?? 'another Mach-O';
  if (!start.startsWith('MZ')) return null;
  const place = head.readUInt32LE(60);
  if (place + 6 > HEAD || head.toString('latin1', place, place + 4) !== 'PE\0\0') return null;
  return PE[head.readUInt16LE(place + 4)] ?? 'another PE';
}
