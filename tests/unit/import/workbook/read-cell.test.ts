import type { CellObject } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { readCell } from '../../../../src/import/workbook/read-cell.ts';
import type { CellFacts } from '../../../../src/import/workbook/read-cell-facts.ts';

const PLAIN: CellFacts = { format: null, rich: null, isStruck: false, lacksResult: false };
const read = (cell: CellObject | undefined, facts?: Partial<CellFacts>) =>
  readCell(cell, facts && { ...PLAIN, ...facts }, { date1904: false });
const shows = (text: string) => ({ text, remarks: [], faults: [] });

test.each<[string, CellObject | undefined, Partial<CellFacts> | undefined, string]>([
  ['nothing', undefined, undefined, ''],
  ['a text', { t: 's', v: '甲' }, undefined, '甲'],
  ['a number', { t: 'n', v: 0.95, z: '0%' }, undefined, '95%'],
  ['a number without a format', { t: 'n', v: 1.5 }, undefined, '1.5'],
  ['a number in a format of the file', { t: 'n', v: 0.95, z: '0%' }, { format: '0.0%' }, '95.0%'],
  ['a text in a format with words', { t: 's', v: '3' }, { format: '@"人"' }, '3人'],
  ['a truth as the library prints it', { t: 'b', v: true, w: 'TRUE' }, undefined, 'TRUE'],
  ['a truth that it does not print', { t: 'b', v: true }, undefined, 'true'],
  ['a number that is none', { t: 'n', w: '1' }, undefined, '1'],
  ['a blank cell', { t: 'z' }, undefined, ''],
  ['a formula with a result', { t: 'n', v: 2, f: '1+1' }, undefined, '2'],
  ['runs', { t: 's', v: '103' }, { rich: { text: '10³', remarks: [] } }, '10³'],
  ['struck blanks', { t: 's', v: ' ' }, { isStruck: true }, ' '],
])('%s', (_name, cell, facts, text) => {
  expect(read(cell, facts)).toEqual(shows(text));
});

test('days are counted from 1904 where the workbook says so', () => {
  const cell: CellObject = { t: 'n', v: 44_565, z: 'yyyy/m/d' };
  const text = (date1904: boolean) => readCell(cell, undefined, { date1904 }).text;
  expect([text(true), text(false)]).toEqual(['2026/1/5', '2022/1/4']);
});

test.each<[string, CellObject | undefined, Partial<CellFacts> | undefined]>([
  ['its facts', { t: 'n', v: 0 }, { lacksResult: true }],
  ['its facts alone', undefined, { lacksResult: true }],
  ['its missing value', { t: 'n', f: '1+1' }, undefined],
  ['its kind', { t: 'z', v: 0, f: '1+1' }, undefined],
])('a formula without a result is found by %s', (_name, cell, facts) => {
  expect(read(cell, facts).faults).toEqual([expect.stringContaining('公式没有算出结果')]);
});

test.each<CellObject>([
  { t: 's', v: '=DISPIMG("ID_1",1)' },
  { t: 's', v: 'dispimg("ID_1",1)' },
  { t: 'n', v: 1, f: '_xlfn.DISPIMG("ID_1",1)' },
])('a picture in place of a text is an error: %j', (cell) => {
  expect(read(cell)).toEqual({ text: '', remarks: [], faults: [expect.stringContaining('是一张图片')] });
});

test('words about such a picture are words', () => {
  expect(read({ t: 's', v: '见DISPIMG(1)' })).toEqual(shows('见DISPIMG(1)'));
});

test.each<[string, CellObject, Partial<CellFacts> | undefined, string, string[]]>([
  [
    'comments',
    {
      t: 's',
      v: '甲',
      c: [
        { t: '乙', a: '' },
        { t: '丙', a: '' },
      ] as CellObject['c'] & object,
    },
    undefined,
    '甲',
    ['有批注，没有读入：“乙”', '有批注，没有读入：“丙”'],
  ],
  ['runs', { t: 's', v: '旧' }, { rich: { text: '新', remarks: ['旧的没读'] } }, '新', ['旧的没读']],
  ['a struck text', { t: 's', v: '旧' }, { isStruck: true }, '', ['有删除线的文字没有读入：“旧”']],
  [
    'an error',
    { t: 'e', v: 7, w: '#DIV/0!' },
    undefined,
    '#DIV/0!',
    ['的公式出错，显示为 #DIV/0!；请在原件里改好'],
  ],
  [
    'what its format hides',
    { t: 's', v: '甲' },
    { format: ';;;' },
    '',
    ['的数字格式“;;;”不显示内容“甲”，按空格读入'],
  ],
])('a remark names %s', (_name, cell, facts, text, remarks) => {
  expect(read(cell, facts)).toEqual({ text, remarks, faults: [] });
});

test('a format that nothing can print is an error', () => {
  expect(read({ t: 'n', v: 3 }, { format: '[DBNum1]General' })).toEqual({
    text: '',
    remarks: [],
    faults: [expect.stringContaining('“[DBNum1]General”读不出')],
  });
});
