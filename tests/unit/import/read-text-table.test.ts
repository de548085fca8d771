import { expect, test } from 'vitest';
import { readTextTable } from '../../../src/import/read-text-table.ts';

function readCell(text: string) {
  const [piece] = readTextTable(`甲\t${text}`).pieces;
  const row = piece?.kind === 'table' ? piece.rows[0] : undefined;
  return { text: row?.cells[1], faults: row?.faults };
}

test.each([
  ['="≥60万页"', '≥60万页'],
  ['="称为""甲"""', '称为"甲"'],
  ['=100%', '=100%'],
  ['≥\u200b98%', '≥98%'],
])('%s is read as %s', (written, text) => {
  expect(readCell(`"${written.replaceAll('"', '""')}"`)).toEqual({ text, faults: [] });
});

test.each(['=SUM(B1:B3)', '=B1+B2', '=$B$1'])('%s is an error, as its result is missing', (written) => {
  expect(readCell(written).faults).toEqual([
    `第 1 行第 2 格：“${written}”是没有算出结果的公式；请改成结果再导入`,
  ]);
});

test.each([
  ['甲;乙,丙;"丁,,,"\n1;2;3', ['甲', '乙,丙', '丁,,,']],
  ['甲,乙;丙,丁\n', ['甲', '乙;丙', '丁']],
  ['甲,乙\t丙;丁\n', ['甲,乙', '丙;丁']],
])('cells of %j', (text, cells) => {
  const [piece] = readTextTable(text).pieces;
  expect(piece?.kind === 'table' && piece.rows[0]?.cells).toEqual(cells);
});
