import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readDocument } from '../../../../src/import/pdf/read-document.ts';

const layoutsOf = async (name: string) =>
  (await readDocument(readFileSync(`tests/unit/import/fixtures/pdf/${name}.pdf`))).layouts ?? [];

test('of a budget, the page with the target table has the places of its cells', async () => {
  const layouts = await layoutsOf('budget');
  expect(layouts.map(({ number, rotation }) => [number, rotation])).toEqual([[4, 0]]);
  const [{ width, height, cells } = { width: 0, height: 0, cells: [] }] = layouts;
  expect([Math.round(width), Math.round(height)]).toEqual([596, 843]);
  const [label, value] = cells.filter(({ row }) => row === 2);
  expect([label?.text, label?.table, value?.top]).toEqual(['项目名称', 1, label?.top]);
  expect(label?.right).toBe(value?.left);
  expect(cells.every(({ left, right, top, bottom }) => left < right && top < bottom && bottom < height)).toBe(
    true,
  );
});

test('a page whose text runs down is turned, as it is read', async () => {
  const [page] = await layoutsOf('turned');
  expect([page?.rotation, (page?.width ?? 0) > (page?.height ?? 0)]).toEqual([270, true]);
});
