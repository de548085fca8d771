import type { Nodes, Root, TableCell } from 'mdast';
import type { Point } from 'unist';
import { expect } from 'vitest';

/** Every place of every tab table points to what it says: offset with line and column, and the cell with its text. */
export function expectTruePlaces(tree: Root, source: string): void {
  const lineStarts = [
    0,
    ...[...source.matchAll(/\r\n|\r|\n/g)].map(({ index, 0: ending }) => index + ending.length),
  ];
  visitTables(tree);

  function visitTables(node: Nodes): void {
    if (node.type === 'table') {
      if (!node.data?.tabTable) return;
      const cells = node.children.flatMap((row) => row.children);
      for (const cell of cells) expectTrueText(cell);
      for (const part of [node, ...node.children, ...cells]) expectTruePoints(part);
      expect(node.position?.start).toEqual(node.children[0]?.position?.start);
      expect(node.position?.end).toEqual(node.children.at(-1)?.position?.end);
    } else if ('children' in node) {
      for (const child of node.children) visitTables(child);
    }
  }

  function expectTrueText(cell: TableCell): void {
    const raw = sliceOf(cell);
    const [text] = cell.children;
    expect(cell.children.length).toBeLessThanOrEqual(1);
    if (text === undefined) {
      expect(raw === '' || raw === '""').toBe(true);
      return;
    }
    if (text.type !== 'text') throw new Error(`Unexpected ${text.type} in a cell, expected text`);
    expectTruePoints(text);
    const written = sliceOf(text);
    const isQuoted = written !== raw;
    if (isQuoted) expect(raw).toBe(`"${written}"`);
    expect(text.value).toBe(isQuoted ? written.replaceAll('""', '"') : raw);
  }

  function sliceOf({ position }: Nodes): string {
    return source.slice(position?.start.offset, position?.end.offset);
  }

  function expectTruePoints({ position }: Nodes): void {
    if (!position) throw new Error('Expected a position');
    expect(offsetOf(position.start)).toBe(position.start.offset);
    expect(offsetOf(position.end)).toBe(position.end.offset);
  }

  function offsetOf({ line, column }: Point): number {
    return (lineStarts[line - 1] ?? NaN) + column - 1;
  }
}
