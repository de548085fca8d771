import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { checkZip } from '../../../src/import/check-zip.ts';
import { zip } from '../../helpers/make-originals.ts';

interface Part {
  name: string;
  packed: Buffer;
  size: number;
  method?: number;
}
const part = (name: string, text: string): Part => ({
  name,
  packed: deflateRawSync(text),
  size: Buffer.byteLength(text),
});

/** An archive with more bytes where programs may put some: behind the names, and before the first part. */
function archive(parts: readonly Part[], before = 4): Buffer {
  let file = Buffer.alloc(before);
  const list = parts.map(({ name, packed, size, method = 8 }) => {
    const title = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(method, 8);
    local.writeUInt16LE(title.length, 26);
    local.writeUInt16LE(3, 28);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(size, 24);
    entry.writeUInt16LE(title.length, 28);
    entry.writeUInt16LE(5, 30);
    entry.writeUInt16LE(7, 32);
    entry.writeUInt32LE(file.length, 42);
    file = Buffer.concat([file, local, title, Buffer.alloc(3), packed]);
    return Buffer.concat([entry, title, Buffer.alloc(12)]);
  });
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(file.length, 16);
  return Buffer.concat([file, ...list, end]);
}
const good = () => archive([part('a.xml', '<甲/>'), part('b.xml', '<乙/>')]);
const endOf = (file: Buffer) => file.length - 22;
const listOf = (file: Buffer) => file.readUInt32LE(endOf(file) + 16);

test('XML is text, other parts are their first 100 bytes, under their names', () => {
  const long = 'a'.repeat(200);
  const parts = { 'xl/a.xml': `<a>${long}</a>`, 'a.rels': long, 'a.png': long, 'a.xml.bin': '甲' };
  const short = long.slice(0, 100);
  expect(checkZip(zip(parts))).toEqual(
    new Map(Object.entries({ ...parts, 'a.png': short, 'a.xml.bin': '甲' })),
  );
});

test('parts are found where the list says, packed or not', () => {
  const stored = { name: '丙.xml', packed: Buffer.from('<丙/>'), size: 6, method: 0 };
  expect(checkZip(archive([part('a.xml', '<甲/>'), stored, part('b.xml', '<乙/>')]))).toEqual(
    new Map([
      ['a.xml', '<甲/>'],
      ['丙.xml', '<丙/>'],
      ['b.xml', '<乙/>'],
    ]),
  );
  expect(checkZip(archive([]))).toEqual(new Map());
});

test('bytes that are a part of larger ones are read as they are', () => {
  const file = good();
  const larger = Buffer.concat([Buffer.alloc(9), file]);
  expect(checkZip(new Uint8Array(larger.buffer, larger.byteOffset + 9, file.length)).size).toBe(2);
});

describe('an archive is broken', () => {
  test.each<[string, (file: Buffer) => Buffer | number]>([
    ['that has no end', (file) => file.subarray(0, endOf(file))],
    ['whose end is cut', (file) => file.subarray(0, -1)],
    ['whose two counts differ', (file) => file.writeUInt16LE(1, endOf(file) + 8)],
    [
      'with more entries than it has',
      (file) => {
        file.writeUInt16LE(3, endOf(file) + 8);
        return file.writeUInt16LE(3, endOf(file) + 10);
      },
    ],
    ['whose list is elsewhere', (file) => file.writeUInt32LE(listOf(file) + 1, endOf(file) + 16)],
    ['whose list is behind its end', (file) => file.writeUInt32LE(file.length - 45, endOf(file) + 16)],
    ['whose part is elsewhere', (file) => file.writeUInt32LE(5, listOf(file) + 42)],
    ['whose part is behind its end', (file) => file.writeUInt32LE(file.length - 29, listOf(file) + 42)],
    ['that names two ways of packing', (file) => file.writeUInt16LE(0, listOf(file) + 10)],
    ['that lies about the size of a part', (file) => file.writeUInt32LE(8, listOf(file) + 24)],
    ['whose packed bytes are others', (file) => file.fill(0xff, 4 + 38, 4 + 42)],
    ['whose packed bytes are too few', (file) => file.writeUInt32LE(3, listOf(file) + 20)],
  ])('%s', (_name, damage) => {
    const file = good();
    const damaged = damage(file);
    expect(() => checkZip(typeof damaged === 'number' ? file : damaged)).toThrow('文件已损坏');
  });

  test('that is packed in another way', () => {
    const other = { ...part('a.xml', '<甲/>'), method: 9 };
    expect(() => checkZip(archive([other]))).toThrow('文件已损坏');
  });
});

describe('an archive is too large', () => {
  const MEGABYTE = 1024 * 1024;
  const blank = (size: number): Part => ({
    name: 'a',
    packed: deflateRawSync(Buffer.alloc(size), { level: 1 }),
    size,
  });
  const largest = blank(16 * MEGABYTE);

  test('if a part unpacks to more than 16 MB', () => {
    expect(checkZip(archive([largest])).size).toBe(1);
    expect(() => checkZip(archive([blank(16 * MEGABYTE + 1)]))).toThrow('解开后太大');
  });

  test('if all unpack to more than 96 MB', () => {
    const six = Array.from({ length: 6 }, () => largest);
    expect(checkZip(archive(six)).size).toBe(1);
    expect(() => checkZip(archive([...six, part('b', 'b')]))).toThrow('解开后太大');
  });

  test.each([
    [5_000, '已损坏'],
    [5_001, '解开后太大'],
    [0xffff, '解开后太大'],
  ])('if it says that it has %i parts: %s', (count, words) => {
    const file = good();
    file.writeUInt16LE(count, endOf(file) + 8);
    file.writeUInt16LE(count, endOf(file) + 10);
    expect(() => checkZip(file)).toThrow(words);
  });

  test('if its list is beyond 4 GB', () => {
    const file = good();
    file.writeUInt32LE(0xffffffff, endOf(file) + 16);
    expect(() => checkZip(file)).toThrow('解开后太大');
  });
});
