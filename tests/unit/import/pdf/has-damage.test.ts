import { readFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { hasDamage } from '../../../../src/import/pdf/has-damage.ts';
import { LOCK, makePdf } from '../../../helpers/make-pdf.ts';

const DRAWS = Array.from(
  { length: 99 },
  (_, index) => `BT /F1 9 Tf 9 ${index} Td (${crc32(String(index))}) Tj ET`,
);
const whole = makePdf(DRAWS.join('\n'));
const start = whole.indexOf('stream') + 7;
const end = whole.indexOf('endstream') - 1;

/** The file with other bytes from a place on. */
function change(place: number, bytes: Uint8Array): Buffer {
  const changed = Buffer.from(whole);
  changed.set(bytes, place);
  return changed;
}

/** A stream with its dictionary. */
const toStream = (dictionary: string, data: Uint8Array) =>
  Buffer.concat([Buffer.from(`1 0 obj <<${dictionary}>> stream\r\n`), data, Buffer.from('\nendstream')]);
const packed = deflateSync(DRAWS.join('\n'));

test.each(['layout-c', 'scan', 'turned'])('a PDF is whole: %s', (name) => {
  expect(hasDamage(readFileSync(`tests/unit/import/fixtures/pdf/${name}.pdf`))).toBe(false);
});

test.each([
  ['a flipped bit', change(start + 300, Buffer.of((whole[start + 300] ?? 0) ^ 1))],
  ['its end missing', change((start + end) / 2, Buffer.alloc((end - start) / 2))],
  ['another beginning', change(start, Buffer.from('nonsense'))],
  ['another checksum', change(end - 2, Buffer.from('ab'))],
])('a stream with %s is damaged', (_name, bytes) => {
  expect(hasDamage(whole)).toBe(false);
  expect(hasDamage(bytes)).toBe(true);
});

test('a stream without its checksum is whole; one that is cut off is not', () => {
  expect(hasDamage(toStream('/Filter [/FlateDecode]', packed.subarray(0, -4)))).toBe(false);
  expect(hasDamage(toStream('/Filter [/FlateDecode]', packed.subarray(0, -9)))).toBe(true);
});

test.each([
  ['a picture', toStream('/Subtype /Image /Filter /FlateDecode', packed.subarray(9))],
  ['packed in another way', toStream('/Filter [/ASCII85Decode /FlateDecode]', packed.subarray(9))],
  ['unpacked', toStream('', packed.subarray(9))],
  ['huge', toStream('/Filter /FlateDecode', deflateSync(Buffer.alloc(17 * 1024 * 1024)))],
  ['encrypted', Buffer.concat([Buffer.from(LOCK), toStream('/Filter /FlateDecode', packed.subarray(9))])],
])('nothing is said of a stream that is %s', (_name, bytes) => {
  expect(hasDamage(bytes)).toBe(false);
});
