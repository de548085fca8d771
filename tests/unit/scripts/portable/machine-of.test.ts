import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { machineOf } from '../../../../scripts/portable/machine-of.ts';
import { tempFolders } from '../../../helpers/temp-folders.ts';

const path = join(tempFolders()(), 'file');

/** A file of zeros with bytes at places. */
function file(parts: Record<number, string>, length = 2048): Buffer {
  const bytes = Buffer.alloc(length);
  for (const [place, text] of Object.entries(parts)) bytes.write(text, Number(place), 'latin1');
  return bytes;
}

test.each([
  ['linux-x64', file({ 0: '\x7fELF', 18: '\x3e\0' })],
  ['linux-arm64', file({ 0: '\x7fELF', 18: '\xb7\0' })],
  ['another ELF', file({ 0: '\x7fELF', 18: '\xf3\0' })],
  ['win32-x64', file({ 0: 'MZ', 60: '\xf8\0', 0xf8: 'PE\0\0\x64\x86' })],
  ['win32-arm64', file({ 0: 'MZ', 60: '\x80\0', 0x80: 'PE\0\0\x64\xaa' })],
  ['another PE', file({ 0: 'MZ', 60: '\x80\0', 0x80: 'PE\0\0\x4c\x01' })],
  ['darwin-arm64', file({ 0: '\xcf\xfa\xed\xfe\x0c\0\0\x01' })],
  ['darwin-x64', file({ 0: '\xcf\xfa\xed\xfe\x07\0\0\x01' })],
  ['another Mach-O', file({ 0: '\xcf\xfa\xed\xfe\x0c\0\0\x02' })],
  // A text, a program for DOS, WebAssembly.
  [null, Buffer.from('MZ is how this text begins')],
  [null, file({ 0: 'MZ', 60: '\xff\xff' })],
  [null, file({ 0: '\0asm\x01' })],
  [null, Buffer.from('')],
])('%s', (machine, bytes) => {
  writeFileSync(path, bytes);
  expect(machineOf(path)).toBe(machine);
});

test('this Node', () => {
  expect(machineOf(process.execPath)).toBe(`${process.platform}-${process.arch}`);
});
