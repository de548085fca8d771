import { describe, expect, test } from 'vitest';
import { readTable } from './read-table.ts';

const read = (...foot: string[]) => {
  const { result, said } = readTable({ foot });
  return [result?.total?.weight?.text, result?.total?.score?.text, result?.otherFields, said];
};

describe('the total', () => {
  test.each([
    ['under its columns', '总分||||||100|99'],
    ['beside its label', '总分|100|99'],
    ['one column too far right', '总分|||||||100|99'],
  ])('has its points %s', (_where, row) => {
    expect(read(row)).toEqual(['100', '99', [], []]);
  });

  test('can have one of them', () => {
    expect(read('总分|||||||99')).toEqual([undefined, '99', [], []]);
    expect(read('总分||||||100|')).toEqual(['100', undefined, [], []]);
  });

  test('can have what stands for none', () => {
    const { result } = readTable({ foot: ['总分||||||—|99'] });
    expect(result?.total).toMatchObject({ weight: { text: '—', value: null }, score: { value: '99' } });
  });

  test('keeps other cells under its label', () => {
    expect(read('总分|优|||||100|99')).toEqual(['100', '99', [{ label: '总分', value: '优', line: 11 }], []]);
    expect(read('总分|99')).toEqual([undefined, undefined, [{ label: '总分', value: '99', line: 11 }], []]);
    expect(read('总分|1|2|3')).toMatchObject([undefined, undefined, [{}, {}, {}], []]);
  });

  test('that is blank is kept as a label', () => {
    expect(read('总分|')).toEqual([undefined, undefined, [{ label: '总分', value: '', line: 11 }], []]);
  });

  test('is missing', () => {
    expect(read()).toEqual([undefined, undefined, [], []]);
  });

  test('is the row with the surest word; the others are named', () => {
    expect(read('合计||||||90|90', '总分||||||100|99')).toEqual([
      '100',
      '99',
      [],
      ['11:1 ledger/total-row 这是合计行，没有当作指标：“合计”、“90”、“90”'],
    ]);
    expect(read('总分||||||100|99', '合计||||||90|90').slice(0, 2)).toEqual(['100', '99']);
  });

  test('is the last of two rows with one word', () => {
    expect(read('合计||||||90|90', '合计||||||100|99').slice(0, 2)).toEqual(['100', '99']);
  });
});
