import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readOriginal } from '../../../src/import/read-original.ts';
import {
  makeMarkedDocument,
  makeMarkedWorkbook,
  MARKED,
  MARKED_NUMBERS,
} from '../../helpers/make-marked-originals.ts';

const fixture = (name: string) => readFileSync(`tests/cli/fixtures/import/${name}`);

test.each([
  ['marked.xlsx', makeMarkedWorkbook],
  ['marked.xls', () => fixture('marked.xls')],
  ['marked.ods', () => fixture('marked.ods')],
  ['marked.docx', makeMarkedDocument],
  ['marked.doc', () => fixture('marked.doc')],
  ['marked.odt', () => fixture('marked.odt')],
])('%s has its raised digits, and what is struck is named', async (name, make) => {
  const { pieces, remarks } = await readOriginal(name, make());
  const rows = pieces.flatMap((piece) => (piece.kind === 'table' ? piece.rows : []));
  expect(rows.map(({ cells }) => cells)).toEqual(
    /xls|ods/.test(name) ? [...MARKED, ...MARKED_NUMBERS] : MARKED,
  );
  expect(rows.flatMap(({ faults = [] }) => faults)).toEqual([]);
  expect(remarks).toEqual([expect.stringMatching(/(?:C3|第 3 行第 3 格).*有删除线的文字没有读入：“≥90%”/)]);
});
