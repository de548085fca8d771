import { expect, test } from 'vitest';
import { readSharedStrings } from '../../../../src/import/xls/read-shared-strings.ts';

const number = (value: number, size: 2 | 4) => {
  const buffer = Buffer.alloc(size);
  buffer.writeUIntLE(value, 0, size);
  return buffer;
};
const head = (count: number) => Buffer.concat([number(count, 4), number(count, 4)]);
const wide = (text: string) => Buffer.from(text, 'utf16le');

/** A string of two-byte characters with runs of fonts. */
function rich(text: string, runs: [start: number, font: number][]): Buffer {
  const list = runs.flatMap(([start, font]) => [number(start, 2), number(font, 2)]);
  return Buffer.concat([
    number(text.length, 2),
    Buffer.from([0x09]),
    number(runs.length, 2),
    wide(text),
    ...list,
  ]);
}

test('strings have the runs of their fonts', () => {
  const narrow = Buffer.concat([number(3, 2), Buffer.from([0x00]), Buffer.from('95%')]);
  expect(readSharedStrings([Buffer.concat([head(2), rich('10人', [[1, 5]]), narrow])])).toEqual([
    { text: '10人', runs: [{ start: 1, font: 5 }] },
    { text: '95%', runs: [] },
  ]);
});

test('a string goes on in the next record, wherever it is cut, with characters of another width', () => {
  const text = '完成年度任务';
  for (let cut = 1; cut < text.length; cut += 1) {
    const first = Buffer.concat([
      head(2),
      number(text.length + 3, 2),
      Buffer.from([0x01]),
      wide(text.slice(0, cut)),
    ]);
    const second = Buffer.concat([Buffer.from([0x01]), wide(text.slice(cut))]);
    const third = Buffer.concat([Buffer.from([0x00]), Buffer.from('95%'), rich('甲', [[0, 7]])]);
    expect(readSharedStrings([first, second, third])).toEqual([
      { text: `${text}95%`, runs: [] },
      { text: '甲', runs: [{ start: 0, font: 7 }] },
    ]);
  }
});

test('a record that is cut ends early', () => {
  expect(readSharedStrings([head(1_000_000)])).toEqual([]);
  expect(
    readSharedStrings([Buffer.concat([head(2), number(5, 2), Buffer.from([0x01]), wide('甲')])]),
  ).toEqual([{ text: '甲', runs: [] }]);
});
