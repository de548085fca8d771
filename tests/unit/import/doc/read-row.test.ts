import { expect, test } from 'vitest';
import { readRow } from '../../../../src/import/doc/read-row.ts';
import { readSprms, SPRM } from '../../../../src/import/doc/sprms.ts';
import { toTable, type OldRow } from '../../../../src/import/doc/to-table.ts';

/** The property changes of a row's end. @param flags Of each cell. */
function definition(edges: readonly number[], flags: readonly number[]): Buffer {
  const content = Buffer.alloc(1 + 2 * edges.length + 20 * flags.length);
  content.writeUInt8(flags.length, 0);
  for (const [index, edge] of edges.entries()) content.writeInt16LE(edge, 1 + 2 * index);
  for (const [index, flag] of flags.entries()) content.writeUInt16LE(flag, 1 + 2 * edges.length + 20 * index);
  const sprm = Buffer.alloc(4);
  sprm.writeUInt16LE(SPRM.TDefTable, 0);
  sprm.writeUInt16LE(content.length + 1, 2);
  // A property behind it shows that its length is right.
  return Buffer.concat([sprm, content, Buffer.from([0x17, 0x24, 1, 0])]);
}
const shapeOf = (edges: readonly number[], flags: readonly number[]) =>
  readRow(readSprms(definition(edges, flags)));
const rowOf = (texts: string[], edges: readonly number[], flags: readonly number[]): OldRow => ({
  texts,
  shape: shapeOf(edges, flags),
  remarks: [],
  faults: [],
});

test('a row has edges, and cells that continue others', () => {
  expect(shapeOf([-108, 1_000, 3_000, 5_000], [0x60, 0x20, 0x02])).toEqual({
    edges: [-108, 1_000, 3_000, 5_000],
    continues: [null, 'above', 'before'],
  });
  expect(readSprms(definition([0, 1], [0])).map(({ code }) => code)).toEqual([SPRM.TDefTable, SPRM.PFTtp]);
  expect(readRow([])).toBeNull();
});

test('cells are at the columns of their edges, those a hair apart too', () => {
  const remarks: string[] = [];
  const { rows, merges } = toTable(
    [
      rowOf(['绩效指标', '指标', '值'], [0, 1_000, 2_000, 3_000], [0x60, 0, 0]),
      rowOf(['盖住', '合并两列'], [5, 1_010, 2_990], [0x20, 0]),
      rowOf(['缩进'], [1_000, 2_000], [0]),
    ],
    '第 1 张表',
    remarks,
  );
  expect(rows.map(({ cells }) => cells)).toEqual([
    ['绩效指标', '指标', '值'],
    ['', '合并两列', ''],
    ['', '缩进', ''],
  ]);
  expect(merges).toEqual([
    { row: 0, column: 0, rows: 2, columns: 1 },
    { row: 1, column: 1, rows: 1, columns: 2 },
  ]);
  expect(remarks).toEqual(['第 1 张表第 2 行第 1 格：在合并的单元格下面，看不见，没有读入：“盖住”']);
});

test('a row whose cells are more than its definition says is an error', () => {
  const { rows } = toTable([rowOf(['甲', '乙'], [0, 1_000], [0])], '第 1 张表', []);
  expect(rows[0]?.faults).toEqual(['第 1 张表第 1 行的格数和文件里写的不一样；请用 Word 打开后另存为 .docx']);
});

test('a definition of no cells, or without all its edges, gives no shape', () => {
  const defined = (...bytes: number[]) =>
    readRow([{ code: SPRM.TDefTable, operand: Buffer.from(bytes) }])?.edges;
  expect(defined(1, 5, 0, 9, 0)).toEqual([5, 9]);
  expect(defined(1, 5, 0, 9)).toBeUndefined();
  expect(defined(0, 5, 0)).toBeUndefined();
  expect(defined()).toBeUndefined();
});
