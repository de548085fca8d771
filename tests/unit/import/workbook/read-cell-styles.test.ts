import { expect, test } from 'vitest';
import { readCellStyles } from '../../../../src/import/workbook/read-cell-styles.ts';

const NONE = { struck: false, place: '' };

test('each style has its format, its own or a Chinese program’s, and its font', () => {
  const xml = [
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0%"/></numFmts>',
    '<fonts><font/><other/><font><strike/></font><font><vertAlign val="superscript"/></font></fonts>',
    '<cellStyleXfs><xf numFmtId="31" fontId="1"/></cellStyleXfs>',
    '<cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="164" fontId="1"/><xf numFmtId="31" fontId="2"/><xf fontId="9"/></cellXfs></styleSheet>',
  ].join('');
  expect(readCellStyles(xml)).toEqual([
    { format: null, font: NONE },
    { format: '0.0%', font: { struck: true, place: '' } },
    { format: 'yyyy"年"m"月"d"日"', font: { struck: false, place: 'superscript' } },
    { format: null, font: NONE },
  ]);
});

test('a workbook without styles has none', () => {
  expect([readCellStyles(''), readCellStyles('<styleSheet/>')]).toEqual([[], []]);
});
